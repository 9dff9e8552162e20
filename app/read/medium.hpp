// Reads the concentrations for a nerve as they are typed. All that is wrong with them is said at once.
#pragma once

#include "base/result.hpp"
#include "model/nerve/medium_parts.hpp"

#include <array>
#include <string>
#include <vector>

namespace rheobase::read {

/// By the rows of medium_limits.csv; empty where nothing was given.
using WrittenMedium = std::array<std::string, nerve::medium_limits_rows.size()>;

struct MediumRead {
    nerve::Medium<double> medium = nerve::ordinary_medium; ///< sound when there are no faults
    double myelin = 1;
    std::vector<Problem> faults;
    std::vector<std::string> notes; ///< sentences: what was probably meant otherwise
};

MediumRead read_medium(WrittenMedium const& written);

} // namespace rheobase::read
