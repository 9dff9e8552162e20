// Four fibres side by side, compiled for AVX2.
#include "model/nerve/cable_kernel.hpp"

namespace rheobase::nerve::cable {

CableKernel const& cable_kernel_of_four() {
    static CableKernel const kernel = cable_kernel_of<4>();
    return kernel;
}

} // namespace rheobase::nerve::cable
