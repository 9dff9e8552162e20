// Why a blood test changes.
#pragma once

#include "model/blood/crowd.hpp"

namespace rheobase::blood {

/// Lives every part of the life alone, in the first `people` of the crowd, and names for each line what makes
/// it. `test_of` says which test a line is of, `reference` holds the ordinary life.
void find_reasons(std::vector<Line>& lines, std::vector<std::size_t> const& test_of, Crowd const& crowd,
                  std::vector<Part> const& parts, Levels const& reference, int people);

} // namespace rheobase::blood
