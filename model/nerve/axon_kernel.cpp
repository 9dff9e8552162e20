// The kernel of the width of lanes that this machine can run.
#include "model/nerve/axon_kernel.hpp"

#include "engine/widest.hpp"

namespace rheobase::nerve {

AxonKernel const& axon_kernel_of_one();
AxonKernel const& axon_kernel_of_two();
AxonKernel const& axon_kernel_of_four();
AxonKernel const& axon_kernel_of_eight();

AxonKernel const& axon_kernel(int lanes) {
    int const width = engine::runnable_lanes(lanes);
    return width >= 8   ? axon_kernel_of_eight()
           : width >= 4 ? axon_kernel_of_four()
           : width >= 2 ? axon_kernel_of_two()
                        : axon_kernel_of_one();
}

} // namespace rheobase::nerve
