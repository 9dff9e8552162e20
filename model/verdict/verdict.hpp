// The answer as a plain value: what to do now, why, what it might be, what was measured, what could not be
// judged. Reports are written from this value and hold nothing that it lacks.
#pragma once

#include "model/verdict/evidence.hpp"
#include "model/verdict/findings.hpp"
#include "model/verdict/kleene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

/// From "call now" to "look after it at home"; the order is the order of haste.
enum class Urgency { self_care, routine, soon, emergency };

/// "emergency", "soon", "routine", "self_care".
std::string_view in_code(Urgency urgency);

/// Where to go and how soon.
struct Act {
    double within_hours = unknown; ///< 0 now, 24, 72, 168, 336; unknown = no hour is set (null in the answer)
    std::string where =
        "home";            ///< ambulance, emergency_department, same_day_clinic, doctor, pharmacist, home
    std::string country;   ///< ISO 3166 alpha-2 of the number, "" when the country is not known
    std::string emergency; ///< the number to call there; international fallback when the country is unknown
    std::string emergency_text; ///< one sentence on the number: "Call 999."
};

/// One rule that fired, in words for the person.
struct Reason {
    std::string rule, text, source;
};

/// What became of one rule.
struct RuleState {
    std::string rule;
    Truth truth = Truth::unknown; ///< yes = fired, no = clear, unknown = cannot judge
    std::vector<std::string>
        needs;                     ///< terms that could still make it fire: "potassium", "weakness_objective"
    double within_hours = unknown; ///< what it would ask for
    std::string where, text, row, source;
};

/// "fired", "clear", "cannot_judge".
std::string_view state_in_code(Truth truth);

enum class Band { unlikely, possible, likely };
std::string_view in_code(Band band);

/// One cause, benign or not, with what speaks for it and against it.
struct CauseShare {
    std::string code, name;
    std::string text; ///< one or two sentences for the person
    Band band = Band::unlikely;
    diet::Range share;           ///< marginal, 0 to 1; an interval, never shown bare
    double from_prior = unknown; ///< 0 to 1: how much of the log-odds is the prior's
    std::vector<std::string> because, against;
    std::vector<std::string> sources;
};

/// One line of the laboratory table.
struct LabLine {
    std::string analyte, name; ///< code and the name people read
    double value = unknown;    ///< in `unit`
    std::string bound;         ///< "<", "<=", ">" or ">=" where `value` is only a bound; else empty
    std::string unit;          ///< SI
    double value_us = unknown; ///< in `unit_us`
    std::string unit_us;
    std::string written;                  ///< as it was given: "1.5 mg/dL"
    double low = unknown, high = unknown; ///< of the range used, in `unit`
    std::string range_from;               ///< report, fallback, pregnancy, or "" when there is none
    std::string flag;                     ///< low, normal, high, or "" when it cannot be judged
    std::optional<double> days_ago;
    bool used = false;            ///< the rules rest on it
    std::string why_not;          ///< why it is not used
    double change = unknown;      ///< against the result before it, in `unit`
    double change_days = unknown; ///< over how many days
};

/// A coded piece of advice, a test, or a thing to watch for.
struct Advice {
    std::string code, text, source;
    double within_hours = unknown; ///< for tests and things to watch for; unknown = none
};

/// A test that would tell something about the causes still standing.
struct TestToAsk {
    std::string code, name, why, source; ///< analyte or investigation of codes.csv
    double bits = unknown;               ///< expected information about the causes, in bits
};

/// Results that mean more together than one by one: "low calcium with low magnesium".
struct LabPattern {
    std::string code, text, source;
};

/// What this person must not be told to do, whatever is short: rows of hard_stops.csv.
struct HardStop {
    std::string code;                 ///< row of hard_stops.csv
    std::vector<std::string> forbids; ///< potassium_more, salt_substitute, magnesium_supplement, …
    std::string text, source;
};

/// One food that would add much of what is short, in a household measure.
struct PlanFood {
    std::string id, name, measure; ///< "FNDDS:…", "Pumpkin seeds, …", "a handful (30 g)"
    double grams = unknown;
    std::string nutrient;  ///< what it is offered for: "magnesium_mg"
    double adds = unknown; ///< of that nutrient, in its unit
    bool own = false;      ///< the diary already has it
};

/// Whether food can be advised at all, and which.
struct Plan {
    std::string status =
        "needs_data"; ///< offered, after_referral, general_only, not_needed, needs_data, withheld
    std::string because, source;
    std::string row; ///< of plan_status.csv
    std::vector<HardStop> stops;
    std::vector<std::string> short_of; ///< keys of what is short and no stop forbids, the shortest first
    std::vector<PlanFood> foods;
    std::vector<std::string> notes; ///< whole sentences: what this list is not, what was left out of it
};

/// Something of the person's story with a date, for the evidence part of the answer.
struct TimelineEntry {
    double days_ago = unknown;
    std::string what;
};

struct Verdict {
    Urgency urgency = Urgency::self_care;
    Act act;
    std::string headline;                ///< first sentence; for `soon` it names the hours
    std::vector<Reason> urgency_because; ///< the fired rules that set the urgency, then the others
    std::vector<std::string>
        conditional_on_absent;      ///< codes of red flags nobody asked about (self_care, routine)
    std::vector<RuleState> rules;   ///< every rule, in the order of flags.csv
    std::vector<CauseShare> causes; ///< best first
    std::vector<LabLine> labs;
    std::vector<LabPattern> patterns;
    std::vector<Advice> tests_for_safety, act_on, do_not, watch; ///< act_on is the answer's `do`
    std::vector<TestToAsk> tests;                                ///< most telling first
    Plan plan;
    std::vector<std::string> missing; ///< what would help most to know, in words
    std::vector<NotConsidered>
        not_considered; ///< all of it: the reader's, unknown medicines, unusable results
    std::vector<TimelineEntry> timeline;
    std::vector<std::string> medicines_read; ///< "omeprazole: acid blocker (PPI)" one line a medicine
};

/// The whole judgement. Pure: the same evidence gives the same verdict. Rules first; nothing later lowers
/// them. `findings` comes from the diet stage, or from findings_from_case.
Verdict judge(Evidence const& evidence, Findings const& findings);

/// Rules alone, for a case that cannot be read whole: urgency, act, reasons, rules, labs, not_considered are
/// filled.
Verdict judge_emergencies(Evidence const& evidence);

/// The name people read for any code of codes.csv; the code itself with blanks for an unknown one.
std::string name_of(std::string_view code);

} // namespace rheobase::verdict
