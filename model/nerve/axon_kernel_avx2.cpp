// Four axons side by side, compiled for AVX2.
#include "model/nerve/axon_kernel.hpp"

namespace rheobase::nerve {

AxonKernel const& axon_kernel_of_four() {
    static AxonKernel const kernel = axon_kernel_of<4>();
    return kernel;
}

} // namespace rheobase::nerve
