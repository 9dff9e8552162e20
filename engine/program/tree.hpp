// The tree that CBC searches, with its cuts, heuristics and gap. For the sources of this folder alone.
// CBC's own gaps are looked at too seldom for small programs (every thousand nodes), so the gap is kept as a
// cutoff instead: once an x is found, only what is cheaper by more than the gap is looked for, and when
// nothing of that kind is left, the gap is proven.
#pragma once

#include "engine/program/program.hpp"

#include <CbcModel.hpp>
#include <OsiClpSolverInterface.hpp>

namespace rheobase::engine {

// Two costs nearer than this share of themselves are one: Clp's own arithmetic is good to 1e-7.
inline constexpr double same_cost = 1e-6;

/// How much cheaper another x must be to be worth looking for.
double worth_looking(double objective, Effort const& effort);

/// Sets the tree up in `model`, which was made of the relaxation.
void set_up(CbcModel& model, Effort const& effort);

} // namespace rheobase::engine
