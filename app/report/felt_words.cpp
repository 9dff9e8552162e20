#include "app/report/felt_words.hpp"

#include "app/report/blood_words.hpp"
#include "app/report/felt_words.rows.hpp"
#include "app/report/phrases.hpp"
#include "base/expects.hpp"
#include "model/felt/noticing.rows.hpp"

#include <cmath>
#include <fmt/args.h>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

using felt::Felt, felt::Noticed, felt::noticing;

constexpr double percent = 100;

/// A row of the table.
std::string_view words(std::string_view code) {
    for (auto const& row : felt_words_rows)
        if (row.code == code)
            return row.text;
    RHEOBASE_EXPECTS(false);
    return {};
}

template <class... Named>
std::string said(std::string_view text, Named const&... named) {
    return fmt::vformat(text, fmt::make_format_args(named...));
}

std::string whole(double value) {
    return fmt::format("{:.0f}", std::fabs(value));
}

/// One or two digits: nobody knows more.
std::string times(double value) {
    constexpr double hundred = 100, ten = 10;
    if (value >= hundred)
        return fmt::format("{:.0f}", std::round(value / ten) * ten);
    return fmt::format("{:.{}g}", value, value < 1 ? 1 : 2);
}

std::string ease_sentence(Felt const& felt) {
    double const change = felt.beyond_ordinary_percent.mid;
    if (std::fabs(change) < noticing.threshold_same)
        return std::string(words("same"));
    return said(change < 0 ? words("easier") : words("harder"), fmt::arg("change", whole(change)));
}

bool mostly_potassium(Felt const& felt) {
    double const change = felt.beyond_ordinary_percent.mid;
    return std::fabs(change) >= noticing.threshold_same &&
           std::fabs(change - felt.without_potassium_percent.mid) * 2 > std::fabs(change);
}

void add_what_is_noticed(std::vector<std::string>& out, Felt const& felt) {
    if (felt.twitches == Noticed::likely) {
        auto const& factor = felt.twitching.blood_factor;
        out.push_back(said(words("twitches"), fmt::arg("times", times(factor.mid)),
                           fmt::arg("low", times(factor.low)), fmt::arg("high", times(factor.high))));
        if (felt.fires_alone >= noticing.lone_named)
            out.push_back(said(words("fires_alone"), fmt::arg("share", whole(percent * felt.fires_alone))));
    }
    for (auto const& sign : felt.signs) {
        if (sign.noticed != Noticed::likely)
            continue;
        bool const low_potassium = felt.medium.potassium < twitch::nearest_ordinary(felt.medium).potassium;
        out.emplace_back(words(sign.sign == "weakness" && low_potassium ? "low_potassium" : sign.sign));
    }
}

std::string at_the_far_end(Felt const& felt) {
    std::vector<std::string> signs;
    if (felt.twitches == Noticed::perhaps)
        signs.emplace_back(words("sign_twitches"));
    for (auto const& sign : felt.signs)
        if (sign.noticed == Noticed::perhaps)
            signs.emplace_back(words("sign_" + std::string(sign.sign)));
    return said(words("perhaps"), fmt::arg("signs", listed(signs)));
}

} // namespace

std::vector<std::string> felt_sentences(Answer const& answer) {
    auto const& felt = answer.felt;
    std::vector<std::string> out;
    if (!felt.said())
        return out;
    auto const noticed = felt.noticed();
    bool const fired = rule_fired(answer);
    bool const easier = felt.beyond_ordinary_percent.mid <= -noticing.threshold_same;
    // What sounds like calm is not for someone whom a rule sends to a doctor.
    if (fired && noticed != Noticed::likely)
        return out;
    if (!fired || (easier && !mostly_potassium(felt)))
        out.push_back(ease_sentence(felt));
    if (!fired && mostly_potassium(felt))
        out.emplace_back(words("potassium"));
    add_what_is_noticed(out, felt);
    if (!fired && noticed == Noticed::nothing)
        out.emplace_back(words("nothing"));
    if (!fired && noticed == Noticed::perhaps)
        out.push_back(at_the_far_end(felt));
    if (felt.beyond)
        out.emplace_back(words("beyond"));
    auto const& chance = felt.twitching.chance_noticed_today;
    if (!fired)
        out.push_back(said(words("chance"), fmt::arg("low", whole(percent * chance.low)),
                           fmt::arg("high", whole(percent * chance.high))));
    out.emplace_back(words("guess"));
    if (fired)
        out.emplace_back(words("fired"));
    return out;
}

std::string felt_why_not(Answer const& answer) {
    return answer.felt.why_not == answer.blood.why_not || rule_fired(answer) ? "" : answer.felt.why_not;
}

bool felt_told(Answer const& answer) {
    return !felt_sentences(answer).empty() || !felt_why_not(answer).empty();
}

std::string ease_in_words(double change_percent) {
    auto const figure = whole(change_percent);
    if (figure == "0")
        return "the same";
    return figure + (change_percent < 0 ? " % easier" : " % harder");
}

} // namespace rheobase::report
