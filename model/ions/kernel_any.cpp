// One and two people side by side: what every 64-bit machine can do.
#include "model/ions/kernel.hpp"

namespace rheobase::ions {

Kernel const& kernel_of_one() {
    static Kernel const kernel = kernel_of<1>();
    return kernel;
}

Kernel const& kernel_of_two() {
    static Kernel const kernel = kernel_of<2>();
    return kernel;
}

} // namespace rheobase::ions
