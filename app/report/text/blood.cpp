#include "app/report/text/blood.hpp"

#include "app/report/blood_words.hpp"

namespace rheobase::report {

void write_blood(Page& page, Answer const& answer) {
    auto const told = lines_to_tell(answer);
    auto const beside = beside_prediction(answer);
    bool const silent = answer.blood.people == 0 || (told.empty() && rule_fired(answer));
    if (silent && answer.blood.why_not.empty())
        return;
    page.heading("WHAT BLOOD TESTS WOULD LIKELY SHOW");
    if (!silent)
        page.paragraph(about_prediction(answer), 2, 2);
    for (auto const* line : told) {
        auto const change = change_in_words(*line);
        page.item(level_in_words(*line) + (change.empty() ? "" : " " + change));
    }
    if (told.empty() && !silent)
        page.paragraph("Nothing that you told moves a blood test enough to be named.", 2, 2);
    for (auto const& sentence : beside)
        page.paragraph(sentence, 2, 2, Tint::faint);
}

} // namespace rheobase::report
