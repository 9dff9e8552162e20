// The axons that stand for everyone's: each fitted to the recording of one healthy person, with a sensitivity
// to ions and a fine branch drawn from what calm nerves and overbreathing leave possible
// (tools/fit_nerve.cpp). An ensemble, because recordings do not pin one axon down,
// and two that fit alike disagree on what was never recorded.
#pragma once

#include "model/nerve/axon.hpp"
#include "model/nerve/terminal.rows.hpp"

#include <span>

namespace rheobase::nerve {

struct Member {
    unsigned number; ///< the axon's own, which its noise goes by
    Axon<double> axon;
    TerminalFacts<double> branch;
    double rheobase;        ///< pA, in the ordinary medium
    double person_rheobase; ///< of the person it is fitted to, against the median of the norms
};

std::span<Member const> ensemble();

} // namespace rheobase::nerve
