// The tests that an illness or a medicine moves in ways the body model does not hold.
#pragma once

#include "model/blood/blood.hpp"
#include "model/verdict/chart.hpp"

namespace rheobase::blood {

/// Each test once, in the order of the rows of unseen.csv that leave it out.
std::vector<Unseen> unseen(verdict::Chart const& chart);

/// Whether a test is among them.
bool is_unseen(std::vector<Unseen> const& unseen, std::string_view analyte);

} // namespace rheobase::blood
