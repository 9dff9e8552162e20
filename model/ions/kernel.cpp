// The kernel of the width of lanes that this machine can run.
#include "model/ions/kernel.hpp"

#include "engine/widest.hpp"

namespace rheobase::ions {

Kernel const& kernel_of_one();
Kernel const& kernel_of_two();
Kernel const& kernel_of_four();
Kernel const& kernel_of_eight();

Kernel const& kernel(int lanes) {
    int const width = engine::runnable_lanes(lanes);
    return width >= 8 ? kernel_of_eight() : width >= 4 ? kernel_of_four() : width >= 2 ? kernel_of_two() : kernel_of_one();
}

} // namespace rheobase::ions
