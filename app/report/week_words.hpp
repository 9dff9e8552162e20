// Sentences on the plan of a week or a day, said the same way by every report.
#pragma once

#include "model/week/week.hpp"

#include <string>
#include <vector>

namespace rheobase::report {

/// What the parts of a plan are headed with.
struct PlanHeadings {
    std::string title, whole, days, to_buy;
};
PlanHeadings headings(week::Week const& week);

/// "12 of your 43 foods move and 3 are new; energy stays as it is."
std::string summary_in_words(week::Week const& week);

/// What the plan makes worse: "Lower than now: calcium, from 1010 mg to 967 mg, of 1000 mg wanted.", of what
/// comes to lie or falls below what is wanted; "Higher than now: sodium, …"; empty where there is nothing of
/// the kind.
std::string worse_in_words(week::BoundMet const& met);
std::vector<std::string> worse_in_words(week::Week const& week);

/// "magnesium: from 243 mg to 331 mg, of 320 mg wanted.", or what gets worse; empty for what was enough
/// before and stays so.
std::string bound_in_words(week::BoundMet const& met);

/// What food alone does not reach here, and what to talk about then.
std::vector<std::string> limits_of_food(week::Week const& week);

/// Which needs ask for the most change, at most three: "Dearest in change: a tenth more fibre would take
/// about 9 more half portions, a tenth more zinc 6."; empty where none asks for one. By the duals of the
/// relaxation.
std::string prices_in_words(week::Week const& week);

/// Which wishes cannot hold together; empty where all can.
std::string conflict_in_words(week::Week const& week);

/// What tests would show of it, or that none would; empty where the body model was not asked.
std::string blood_in_words(week::Week const& week);

/// "No plan of these foods asks for less than 93 % of these changes (proven; 400 steps of search)."
std::string proof_in_words(week::Menu const& menu);

} // namespace rheobase::report
