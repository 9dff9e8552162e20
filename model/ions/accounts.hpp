// What a report sums up instead of reading it: which account it differences, which food it counts, and what of an element
// is in the body.
#pragma once

#include "model/ions/block.hpp"

namespace rheobase::ions {

struct Account {
    std::size_t state = state_count; ///< urine and absorption: the account that is differenced
    int ingested = -1;               ///< intake and absorption: what is counted
    std::size_t gut = state_count;   ///< absorption: what is still on its way
};

Account account_of(Observable what);

bool is_balance(Observable what);

/// mmol of one element that is in the body of a lane, gut included; `y` are the states.
double content(Observable balance, LaneArray const& y, LaneArray const& physiology, int lane);

/// mmol/h of one element that a child or milk takes.
double given(Observable balance, Forcing<double> const& in);

} // namespace rheobase::ions
