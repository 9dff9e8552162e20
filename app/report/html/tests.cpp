// Which tests to ask for: those for safety first, then those that would tell most.
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

std::string how_soon(double hours) {
    if (!known(hours))
        return "";
    if (hours == 0)
        return "now";
    return hours <= 24 ? "the same day" : fmt::format("within {:.0f} days", hours / 24);
}

void write_test(Sheet& sheet, std::string_view name, std::string_view why, std::string_view source,
                std::string const& when) {
    auto const line = sheet.html.in("li");
    sheet.html.said("strong", name);
    if (!when.empty())
        sheet.html.text(" (" + when + ")");
    sheet.html.text(". ");
    sheet.html.said("span", sentence(std::string(why)));
    sheet.refs(source);
}

} // namespace

void write_tests(Sheet& sheet) {
    auto const& v = sheet.answer.verdict;
    if (v.tests_for_safety.empty() && v.tests.empty())
        return;
    auto const box = sheet.html.in("section", {{"aria-labelledby", "tests"}});
    sheet.heading("Tests to ask for", "tests");
    bool const both = !v.tests_for_safety.empty() && !v.tests.empty();
    auto const grid = sheet.html.in("div", {{"class", both ? "pair" : ""}});
    if (!v.tests_for_safety.empty()) {
        auto const part = sheet.html.in("div");
        sheet.html.leaf("h3", "For safety, first");
        auto const list = sheet.html.in("ul");
        for (auto const& test : v.tests_for_safety)
            write_test(sheet, spoken(test.code), test.text, test.source,
                       // Where the case itself can wait, a test without haste must not sound like haste.
                       v.urgency >= verdict::Urgency::soon ? how_soon(test.within_hours) : "");
    }
    if (!v.tests.empty()) {
        auto const part = sheet.html.in("div");
        sheet.html.leaf("h3", "Those that would tell most");
        auto const list = sheet.html.in("ol");
        for (auto const& test : v.tests)
            write_test(sheet, test.name.empty() ? spoken(test.code) : test.name, test.why, test.source, "");
    }
}

} // namespace rheobase::report
