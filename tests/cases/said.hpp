// What the program says to a case, in the few words that labels speak of.
#pragma once

#include "model/rheobase.hpp"

#include <string>
#include <vector>

namespace rheobase::cases {

struct Said {
    verdict::Urgency urgency = verdict::Urgency::self_care;
    double within_hours = unknown;
    std::vector<std::string> causes;   ///< codes, best first
    std::vector<std::string> standing; ///< of these the likely and possible ones
    std::string plan;
    std::vector<std::string> conditional_on_absent;
    std::vector<std::string>
        sentences;                  ///< all that is advised, claimed or reasoned; what is forbidden is not
    std::vector<std::string> foods; ///< names of foods that are offered
    std::vector<verdict::RuleState> rules;
    std::vector<std::string> because; ///< rules that fired
    std::vector<std::string> faults;  ///< what kept the case from being read
};

/// The text of a case file: "case_001".
std::string case_text(std::string const& name);

Said said_to(std::string const& json, std::string const& name);

/// The parts of `must_not_say` that were said all the same. "cause:X": X stands as likely or possible;
/// "food:X": a food so named is offered; anything else: the words stand in a sentence that does not deny
/// them.
std::vector<std::string> wrongly_said(Said const& said, std::vector<std::string> const& must_not_say);

/// The place of the first of `codes` among the causes, from 1; 0 when none is there.
std::size_t rank_of(Said const& said, std::vector<std::string> const& codes);

} // namespace rheobase::cases
