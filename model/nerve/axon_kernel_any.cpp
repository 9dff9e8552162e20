// One and two axons side by side: what every 64-bit machine can do.
#include "model/nerve/axon_kernel.hpp"

namespace rheobase::nerve {

AxonKernel const& axon_kernel_of_one() {
    static AxonKernel const kernel = axon_kernel_of<1>();
    return kernel;
}

AxonKernel const& axon_kernel_of_two() {
    static AxonKernel const kernel = axon_kernel_of<2>();
    return kernel;
}

} // namespace rheobase::nerve
