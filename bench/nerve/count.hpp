// The cable's laws on a number that counts what is done to it.
#pragma once

#include "bench/ions/count.hpp"
#include "model/nerve/cable_step.hpp"

#include <cmath>

namespace rheobase::bench {

/// 2^x as model/nerve/cable_exp.hpp writes it: ten additions and eight multiplications, beside two of whole numbers.
inline Counted two_to_the(Counted x) {
    Counted::bill.add += 10;
    Counted::bill.multiply += 8;
    return std::exp2(x.v);
}

} // namespace rheobase::bench
