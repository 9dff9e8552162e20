// Eight axons side by side, compiled for AVX-512.
#include "model/nerve/axon_kernel.hpp"

namespace rheobase::nerve {

AxonKernel const& axon_kernel_of_eight() {
    static AxonKernel const kernel = axon_kernel_of<8>();
    return kernel;
}

} // namespace rheobase::nerve
