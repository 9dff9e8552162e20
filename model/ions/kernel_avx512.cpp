// Eight people side by side, compiled for AVX-512.
#include "model/ions/kernel.hpp"

namespace rheobase::ions {

Kernel const& kernel_of_eight() {
    static Kernel const kernel = kernel_of<8>();
    return kernel;
}

} // namespace rheobase::ions
