// A red-flag rule and a pattern of results: what they say, how soon, and the condition as it is judged.

#include "model/verdict/flags.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/why/build.hpp"

namespace rheobase::why {

namespace {

std::string how_soon(verdict::FlagsRow const& row) {
    constexpr double hours_a_day = 24;
    if (row.where == "ambulance")
        return "Call an ambulance now.";
    if (row.where == "emergency_department")
        return "Go to an emergency department now.";
    std::string const who = row.where == "pharmacist" ? "a pharmacist"
                            : row.where == "home"     ? "yourself at home"
                                                      : "a doctor";
    if (row.within_hours != row.within_hours)
        return row.where == "home" ? "It can be looked after at home."
                                   : "An ordinary visit to " + who + " is soon enough.";
    if (row.within_hours <= hours_a_day)
        return "It should be seen today.";
    return "It should be seen by " + who + " within " + plain_number(row.within_hours / hours_a_day) +
           " days.";
}

} // namespace

Card rule_card(std::string_view rule, std::string name) {
    Card card{Kind::rule, std::string(rule), std::move(name), {}, {}, {}};
    for (auto const& row : verdict::flags_rows) {
        if (row.rule != rule)
            continue;
        card.parts.push_back({"What it says", {{std::string(row.text), keys_of(row.source)}}});
        card.parts.push_back({"How soon", {{how_soon(row), keys_of(row.source)}}});
        card.details.emplace_back("fires when", std::string(row.when));
        card.details.emplace_back("written for", std::string(row.row));
        if (!row.because.empty())
            card.details.emplace_back("why", std::string(row.because));
    }
    return card;
}

Card pattern_card(std::string_view code, std::string name) {
    Card card{Kind::pattern, std::string(code), std::move(name), {}, {}, {}};
    for (auto const& row : verdict::lab_patterns_rows) {
        if (row.code != code)
            continue;
        card.parts.push_back(
            {"What these results say together", {{std::string(row.text), keys_of(row.source)}}});
        card.details.emplace_back("read when", std::string(row.when));
        if (!row.because.empty())
            card.details.emplace_back("why", std::string(row.because));
    }
    return card;
}

} // namespace rheobase::why
