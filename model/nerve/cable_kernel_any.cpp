// One and two fibres side by side: what every 64-bit machine can do.
#include "model/nerve/cable_kernel.hpp"

namespace rheobase::nerve::cable {

CableKernel const& cable_kernel_of_one() {
    static CableKernel const kernel = cable_kernel_of<1>();
    return kernel;
}

CableKernel const& cable_kernel_of_two() {
    static CableKernel const kernel = cable_kernel_of<2>();
    return kernel;
}

} // namespace rheobase::nerve::cable
