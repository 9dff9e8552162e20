// The little language in which rules and evidence are written, so that a clinician can read a row and check
// it:
//
//   lab.magnesium < 0.4 or (lab.magnesium low and any(symptom.tetany, symptom.seizure))
//   symptom.twitch.since_days > 14 unless is.assessed_normal
//   2 of (person.bmi < 18.5, person.weight_loss_percent > 10, person.little_intake_days > 5)
//   drug.lithium and exposure.heat within 7 days
//
// A term is a path (what is asked), alone or with a comparison: < <= > >= = NUMBER, low, high, normal, is
// WORD, within NUMBER days. Terms are joined by and, or, not, any( , ), all( , ), N of ( , ), known( ), and
// unless, which binds least: "A unless B" is A, and no where B is surely so; not knowing B silences nothing.
// `is.NAME` stands for a named condition of the table terms.csv. Every term is yes, no or unknown (Kleene).
#pragma once

#include "base/result.hpp"
#include "model/verdict/kleene.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

enum class Compare { holds, less, at_most, more, at_least, equal, low, high, normal, is, within };

/// One question to the chart.
struct Term {
    std::string path; ///< "lab.potassium", "symptom.twitch.since_days"
    Compare compare = Compare::holds;
    double number = 0; ///< of a comparison, or the days of `within`
    std::string word;  ///< of `is`
};

/// What the chart says of a term. Evidence that is not firm (a result without a date) may make a rule fire;
/// it can neither clear a rule nor silence one.
struct Reading {
    Truth truth = Truth::unknown;
    bool firm = true;
};

using Ask = std::function<Reading(Term const&)>;

/// A condition, parsed: a tree in a row of nodes, the root last.
struct Condition {
    enum class Kind { term, all, any, count, opposite, unless, known };
    struct Node {
        Kind kind = Kind::term;
        std::vector<int> parts; ///< places of its parts in `nodes`; for a term, its place in `terms`
        int at_least = 0;       ///< of `count`
    };
    std::vector<Node> nodes;
    std::vector<Term> terms;
};

struct Judged {
    Truth truth = Truth::unknown;
    std::vector<Term const*> needs; ///< unknown terms that could still decide it; they live in the condition
};

/// The named conditions `is.NAME` may stand for.
using Names = std::function<std::string_view(std::string_view name)>;

/// Parses a condition; the Problem names the place in the text.
Result<Condition> parse_condition(std::string_view text, Names const& names);

/// Judges it. With nothing known, unknown.
Judged judge_condition(Condition const& condition, Ask const& ask);

/// Every term once, for checking codes and for finding the rules that a symptom touches.
std::vector<Term> const& terms_of(Condition const& condition);

} // namespace rheobase::verdict
