// Eight fibres side by side, compiled for AVX-512.
#include "model/nerve/cable_kernel.hpp"

namespace rheobase::nerve::cable {

CableKernel const& cable_kernel_of_eight() {
    static CableKernel const kernel = cable_kernel_of<8>();
    return kernel;
}

} // namespace rheobase::nerve::cable
