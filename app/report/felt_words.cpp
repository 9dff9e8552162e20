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

FeltWordsRow const& row_of(std::string_view code) {
    for (auto const& row : felt_words_rows)
        if (row.code == code)
            return row;
    RHEOBASE_EXPECTS(false);
    return felt_words_rows.front();
}

/// A row of the table with its gaps filled in.
template <class... Named>
FeltSentence said(std::string_view code, Named const&... named) {
    auto const& row = row_of(code);
    return {row.code, fmt::vformat(row.text, fmt::make_format_args(named...)), row.source};
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

FeltSentence ease_sentence(Felt const& felt) {
    double const change = felt.beyond_ordinary_percent.mid;
    if (std::fabs(change) < noticing.threshold_same)
        return said("same");
    constexpr double ten = 10;
    return said(change < 0 ? "easier" : "harder",
                fmt::arg("change", whole(felt.rough ? std::round(change / ten) * ten : change)));
}

bool mostly_potassium(Felt const& felt) {
    double const change = felt.beyond_ordinary_percent.mid;
    return std::fabs(change) >= noticing.threshold_same &&
           std::fabs(change - felt.without_potassium_percent.mid) * 2 > std::fabs(change);
}

void add_what_is_noticed(std::vector<FeltSentence>& out, Felt const& felt) {
    if (felt.twitches == Noticed::likely) {
        auto const& factor = felt.twitching.blood_factor;
        out.push_back(said("twitches", fmt::arg("times", times(factor.mid)),
                           fmt::arg("low", times(factor.low)), fmt::arg("high", times(factor.high))));
        if (felt.fires_alone >= noticing.lone_named)
            out.push_back(said("fires_alone"));
    }
    for (auto const& sign : felt.signs) {
        if (sign.noticed != Noticed::likely)
            continue;
        bool const low_potassium = felt.medium.potassium < twitch::nearest_ordinary(felt.medium).potassium;
        out.push_back(said(sign.sign == "weakness" && low_potassium ? "low_potassium" : sign.sign));
    }
}

FeltSentence at_the_far_end(Felt const& felt) {
    std::vector<std::string> signs;
    if (felt.twitches == Noticed::perhaps)
        signs.emplace_back(row_of("sign_twitches").text);
    for (auto const& sign : felt.signs)
        if (sign.noticed == Noticed::perhaps)
            signs.emplace_back(row_of("sign_" + std::string(sign.sign)).text);
    return said("perhaps", fmt::arg("signs", listed(signs)));
}

} // namespace

std::vector<FeltSentence> felt_sentences(Answer const& answer) {
    auto const& felt = answer.felt;
    std::vector<FeltSentence> out;
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
        out.push_back(said("potassium"));
    add_what_is_noticed(out, felt);
    if (!fired && noticed == Noticed::nothing)
        out.push_back(said("nothing"));
    if (!fired && noticed == Noticed::perhaps)
        out.push_back(at_the_far_end(felt));
    if (felt.beyond)
        out.push_back(said("beyond"));
    auto const& chance = felt.twitching.chance_noticed_today;
    if (!fired)
        out.push_back(said("chance", fmt::arg("low", whole(percent * chance.low)),
                           fmt::arg("high", whole(percent * chance.high))));
    out.push_back(said("guess"));
    if (fired)
        out.push_back(said("fired"));
    return out;
}

std::string in_one(std::vector<FeltSentence> const& sentences) {
    std::string out;
    for (auto const& sentence : sentences)
        out += (out.empty() ? "" : " ") + sentence.text;
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
