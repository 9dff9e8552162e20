// Four people side by side, compiled for AVX2.
#include "model/ions/kernel.hpp"

namespace rheobase::ions {

Kernel const& kernel_of_four() {
    static Kernel const kernel = kernel_of<4>();
    return kernel;
}

} // namespace rheobase::ions
