// What a case says of one symptom, attribute by attribute.
#include "model/verdict/chart.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"

namespace rheobase::verdict {

namespace {

bool holds(std::string const& text, std::string_view word) {
    return code_spelling(text).find(word) != std::string::npos;
}

Truth compared(std::optional<double> const& value, Term const& term) {
    if (!value)
        return Truth::unknown;
    switch (term.compare) {
    case Compare::less:
        return truth(*value < term.number);
    case Compare::at_most:
        return truth(*value <= term.number);
    case Compare::more:
        return truth(*value > term.number);
    case Compare::at_least:
        return truth(*value >= term.number);
    default:
        return truth(*value == term.number);
    }
}

Truth worded(std::string const& text, std::initializer_list<std::string_view> words) {
    if (text.empty())
        return Truth::unknown;
    for (auto const word : words)
        if (holds(text, word))
            return Truth::yes;
    return Truth::no;
}

/// The main complaint is the twitch, or else the first thing that is there; `duration_days` speaks of it
/// alone.
bool is_main_complaint(Evidence const& evidence, Symptom const& symptom) {
    for (auto const& one : evidence.symptoms)
        if (one.code == "twitch" && one.present.value_or(false))
            return symptom.code == "twitch";
    for (auto const& one : evidence.symptoms)
        if (one.present.value_or(false))
            return symptom.code == one.code;
    return false;
}

Truth attribute(Evidence const& evidence, Symptom const& one, std::string_view what, Term const& term) {
    auto const since = one.since_days                     ? one.since_days
                       : is_main_complaint(evidence, one) ? evidence.duration_days
                                                          : std::nullopt;
    bool const worse = one.progressive.value_or(false) || one.course == "worsening";
    bool const fast = one.onset_speed == "seconds" || one.onset_speed == "hours";
    if (what == "since_days")
        return compared(since, term);
    if (what == "per_day")
        return compared(one.per_day, term);
    if (what == "places")
        return one.sites.empty() ? Truth::unknown : compared(static_cast<double>(one.sites.size()), term);
    if (what == "multifocal")
        return !one.spread.empty() ? truth(one.spread != "focal")
               : one.sites.empty() ? Truth::unknown
                                   : truth(one.sites.size() > 1);
    if (what == "new")
        return since ? truth(*since <= judging.new_within_days) : fast || worse ? Truth::yes : Truth::unknown;
    if (what == "sudden") {
        if (since && *since > judging.new_within_days)
            return Truth::no;
        return !one.onset_speed.empty()     ? truth(fast)
               : holds(one.onset, "sudden") ? Truth::yes
                                            : Truth::unknown;
    }
    if (what == "fast") {
        if (since && *since > 2 * judging.new_within_days)
            return Truth::no;
        return one.onset_speed.empty() ? Truth::unknown : truth(fast || one.onset_speed == "days");
    }
    if (what == "gradual")
        return !one.onset_speed.empty() ? truth(one.onset_speed == "gradual" || one.onset_speed == "weeks")
                                        : worded(one.onset, {"gradual", "slow"});
    if (what == "severe")
        return worded(one.severity, {"severe", "worst", "unbearable", "agon", "very_strong", "hard_to_wake", "extreme"});
    if (what == "worsening")
        return worse ? Truth::yes : one.progressive || !one.course.empty() ? Truth::no : Truth::unknown;
    if (what == "improving")
        return one.course.empty() ? Truth::unknown : truth(one.course == "improving");
    if (what == "at_night")
        return worded(one.when, {"night", "sleep", "bed"});
    if (what == "doctor_saw")
        return one.seen_by.empty() ? Truth::unknown : truth(one.seen_by == "doctor");
    if (what == "suppressible")
        return one.suppressible ? truth(*one.suppressible) : Truth::unknown;
    if (what == "site") {
        if (one.site.empty() && one.sites.empty())
            return Truth::unknown;
        bool any = holds(one.site, term.word);
        for (auto const& site : one.sites)
            any |= holds(site, term.word);
        return truth(any);
    }
    return Truth::yes;
}

} // namespace

Reading Chart::symptom(std::string_view code, std::string_view what, Term const& term) const {
    if (code == assumed_)
        return {what.empty() ? Truth::yes : Truth::unknown};
    Truth out = Truth::unknown;
    bool denied = false;
    bool present = false;
    for (auto const& one : evidence_.symptoms) {
        if (one.code != code || !one.present)
            continue;
        if (!*one.present) {
            denied = true;
            continue;
        }
        auto const value = attribute(evidence_, one, what, term);
        // Told twice, the graver statement holds; where one is silent, nothing is settled.
        out = !present                                           ? value
              : value == Truth::yes || out == Truth::yes         ? Truth::yes
              : value == Truth::unknown || out == Truth::unknown ? Truth::unknown
                                                                 : Truth::no;
        present = true;
    }
    // The person's own words may add a symptom; they never take one away.
    if (what.empty() && !present)
        for (auto const& one : said_)
            if (one.symptom == code)
                return {Truth::yes};
    return {!present && denied ? Truth::no : out};
}

} // namespace rheobase::verdict
