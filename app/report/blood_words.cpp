#include "app/report/blood_words.hpp"

#include "app/report/lab_words.hpp"
#include "app/report/phrases.hpp"
#include "model/verdict/lab.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

double times_noise(blood::Line const& line) {
    return std::fabs(line.change) / line.noise;
}

/// A result that the model would hardly give goes before the model.
bool believed(blood::Line const& line) {
    return !known(line.measured) || line.weighed || (line.measured >= line.p5 && line.measured <= line.p95);
}

std::string figure_of(blood::Line const& line, double value) {
    return fmt::format("{:.{}f}", value, line.decimals);
}

std::string in_both_units(blood::Line const& line) {
    auto out = fmt::format("{} {}", figure_of(line, line.p50), line.unit);
    if (auto const* row = verdict::lab_row(line.analyte); row && row->to_si > 0 && row->to_si != 1)
        out += fmt::format(" ({} {})", lab_figure(line.p50 / row->to_si), row->unit_us);
    return out;
}

} // namespace

bool rule_fired(Answer const& answer) {
    return std::any_of(answer.verdict.rules.begin(), answer.verdict.rules.end(),
                       [](verdict::RuleState const& rule) { return rule.truth == verdict::Truth::yes; });
}

std::vector<blood::Line const*> lines_to_tell(Answer const& answer) {
    bool const fired = rule_fired(answer);
    std::vector<blood::Line const*> out;
    for (auto const& line : answer.blood.lines)
        if (believed(line) && (line.detectable || (!fired && (line.worth_a_word || known(line.measured)))))
            out.push_back(&line);
    std::stable_sort(out.begin(), out.end(), [](blood::Line const* a, blood::Line const* b) {
        return times_noise(*a) > times_noise(*b);
    });
    return out;
}

std::string level_in_words(blood::Line const& line) {
    return fmt::format("{}: about {}, and {} to {} in nine of ten such people.",
                       capital(verdict::name_of(line.analyte)), in_both_units(line), figure_of(line, line.p5),
                       figure_of(line, line.p95));
}

std::string change_in_words(blood::Line const& line) {
    if (!line.worth_a_word)
        return {};
    constexpr std::size_t most = 2;
    std::vector<std::string> const because(
        line.because.begin(),
        line.because.begin() + static_cast<std::ptrdiff_t>(std::min(most, line.because.size())));
    std::string out = line.change < 0 ? "Lower" : "Higher";
    if (!because.empty())
        out += " because of " + listed(because);
    else
        out += " than in an ordinary life";
    return out + (line.detectable ? "." : ", but undetectable by blood test.");
}

std::string about_prediction(Answer const& answer) {
    std::string out = fmt::format(
        "A model of {} virtual people who live as you do. It is a guess, not a test.", answer.blood.people);
    if (rule_fired(answer))
        out += " It takes nothing away from what to do now.";
    return out;
}

std::vector<std::string> beside_prediction(Answer const& answer) {
    auto const& blood = answer.blood;
    std::vector<std::string> out;
    if (!blood.why_not.empty())
        out.push_back(blood.why_not);
    bool const fired = rule_fired(answer);
    for (auto const& line : blood.lines)
        if (!fired && line.analyte == "magnesium" && line.worth_a_word && line.change < 0 && !line.detectable)
            out.emplace_back("A normal magnesium test does not rule out that you get too little.");
    out.insert(out.end(), blood.notes.begin(), blood.notes.end());
    for (std::size_t i = 0; i < blood.unseen.size(); ++i) {
        std::vector<std::string> names{verdict::name_of(blood.unseen[i].analyte)};
        while (i + 1 < blood.unseen.size() && blood.unseen[i + 1].why == blood.unseen[i].why)
            names.push_back(verdict::name_of(blood.unseen[++i].analyte));
        out.push_back("Not predicted: " + listed(names) + ". " + blood.unseen[i].why);
    }
    return out;
}

} // namespace rheobase::report
