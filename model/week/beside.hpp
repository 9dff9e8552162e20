// What belongs beside a week of food: fluid, more of it around exercise, sun for vitamin D, and how far food
// is processed. Rows of beside.csv, chosen by the verdict and by what the plan still lacks.
#pragma once

#include "model/verdict/evidence.hpp"
#include "model/verdict/verdict.hpp"
#include "model/week/menu.hpp"

#include <string>
#include <vector>

namespace rheobase::week {

struct Beside {
    std::string_view code;
    std::string text; ///< whole sentences
    std::string_view source;
};

/// For a plan that was found: `halves` of each item of the task. Nothing where a row does not hold.
std::vector<Beside> beside_food(Task const& task, Menu const& menu, verdict::Evidence const& evidence,
                                verdict::Verdict const& verdict);

} // namespace rheobase::week
