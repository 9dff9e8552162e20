// Reads the concentrations for a nerve as they are typed. All that is wrong with them is said at once.
#pragma once

#include "base/result.hpp"
#include "model/nerve/medium_parts.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

/// By the rows of medium_limits.csv: what was written, once for each time. Nothing given is ordinary, a blank
/// is not nothing.
using WrittenMedium = std::array<std::vector<std::string>, nerve::medium_limits_rows.size()>;

struct MediumRead {
    nerve::Medium<double> medium = nerve::ordinary_medium; ///< sound when there are no faults
    double myelin = 1;
    std::vector<Problem> faults;
    std::vector<std::string> notes; ///< sentences: what was probably meant otherwise
};

MediumRead read_medium(WrittenMedium const& written);

/// "twice", "3 times": for an option that may stand once.
std::string given_so_often(std::size_t times);

/// The part of a medium that goes by another name, such as kalium; empty where none does.
std::string_view medium_part_called(std::string_view written);

} // namespace rheobase::read
