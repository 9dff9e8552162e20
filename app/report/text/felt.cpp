#include "app/report/text/felt.hpp"

#include "app/report/felt_words.hpp"

namespace rheobase::report {

void write_felt(Page& page, Answer const& answer) {
    if (!felt_told(answer))
        return;
    page.heading("WHAT THIS BLOOD WOULD DO TO A NERVE");
    if (auto const said = felt_sentences(answer); !said.empty())
        page.paragraph(in_one(said), 2, 2);
    else
        page.paragraph(felt_why_not(answer), 2, 2, Tint::faint);
}

} // namespace rheobase::report
