// What blood tests would likely show: a sentence or two a test. Nothing of it stands in an emergency's first
// screen.
#include "app/report/blood_words.hpp"
#include "app/report/html/sheet.hpp"

namespace rheobase::report {

namespace {

void write_tests_told(Sheet& sheet, std::vector<blood::Line const*> const& told) {
    auto& html = sheet.html;
    html.leaf("p", about_prediction(sheet.answer), {{"class", "note"}});
    if (told.empty()) {
        html.leaf("p", "Nothing that you told moves a blood test enough to be named.");
        return;
    }
    auto const list = html.in("ul");
    for (auto const* line : told) {
        auto const item = html.in("li");
        auto const change = change_in_words(*line);
        html.text(level_in_words(*line) + (change.empty() ? "" : " " + change));
    }
}

void write_beside(Sheet& sheet) {
    for (auto const& sentence : beside_prediction(sheet.answer))
        sheet.html.leaf("p", sentence, {{"class", "note"}});
}

} // namespace

void write_blood(Sheet& sheet) {
    auto const& blood = sheet.answer.blood;
    auto const told = lines_to_tell(sheet.answer);
    bool const silent = blood.people == 0 || (told.empty() && rule_fired(sheet.answer));
    if (silent && blood.why_not.empty())
        return;
    auto& html = sheet.html;
    auto const box =
        html.in("section", {{"aria-labelledby", "blood"}, {"class", sheet.emergency ? "later" : ""}});
    sheet.heading("What blood tests would likely show", "blood");
    auto const write = [&] {
        if (!silent)
            write_tests_told(sheet, told);
        write_beside(sheet);
    };
    if (!sheet.emergency)
        return write();
    auto const fold = html.in("details");
    html.leaf("summary", "A model's guess, for later");
    write();
}

} // namespace rheobase::report
