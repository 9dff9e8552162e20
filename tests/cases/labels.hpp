// What a case should be answered with: labels written from guidelines before the program was asked, a second
// person's labels, and how the two were settled. All three are tables beside the cases.
#pragma once

#include "model/verdict/verdict.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rheobase::cases {

using Row = std::map<std::string, std::string>; ///< column → cell

/// The records of a table beside the cases; nothing where the file is not there.
std::vector<Row> table(std::string const& file);

/// The parts of a cell such as "a;b".
std::vector<std::string> listed(std::string const& cell);

struct Label {
    std::string name; ///< case_001
    verdict::Urgency urgency = verdict::Urgency::self_care;
    std::vector<verdict::Urgency> also_ok;
    std::optional<double> within_hours;
    std::vector<std::string> leading;      ///< any of them is right as first cause
    std::vector<std::string> in_top_three; ///< each of them has to stand among the first three
    std::vector<std::string> plan;         ///< each of them is right
    std::vector<std::string> must_not_say;
    std::string why;

    bool accepts(verdict::Urgency said) const;
    verdict::Urgency lowest() const;  ///< anything below is unsafe
    verdict::Urgency highest() const; ///< anything above is over-triage
};

verdict::Urgency urgency_called(std::string const& code);

/// One case on which the two labellers differ.
struct Disagreement {
    std::string name, first, second, settled; ///< settled: "" while open
};

struct SecondLook {
    std::size_t n = 0; ///< cases labelled twice; 0 = not yet
    double kappa = unknown;
    double leading_agree = unknown; ///< share of cases on which the sets of leading causes meet
    std::vector<Disagreement> disagreements;
};

/// The labels that count: the first ones, changed where settled.csv says so.
std::vector<Label> labels();

/// The first labels before any row of relabelled.csv: what was written before the program was asked.
std::vector<Label> labels_as_first_written();

/// People written by someone who had seen neither the rules nor the other cases: nothing was fitted to them before
/// they were first asked.
std::vector<Label> held_out_labels();

SecondLook second_look();

/// Cohen's kappa of paired judgements; unknown for none.
double cohens_kappa(std::vector<std::pair<verdict::Urgency, verdict::Urgency>> const& pairs);

} // namespace rheobase::cases
