// The kernel of the width of lanes that this machine can run.
#include "model/nerve/cable_kernel.hpp"

#include "engine/widest.hpp"

namespace rheobase::nerve::cable {

CableKernel const& cable_kernel_of_one();
CableKernel const& cable_kernel_of_two();
CableKernel const& cable_kernel_of_four();
CableKernel const& cable_kernel_of_eight();

CableKernel const& cable_kernel(int lanes) {
    int const width = engine::runnable_lanes(lanes);
    return width >= 8   ? cable_kernel_of_eight()
           : width >= 4 ? cable_kernel_of_four()
           : width >= 2 ? cable_kernel_of_two()
                        : cable_kernel_of_one();
}

} // namespace rheobase::nerve::cable
