// Which width of lanes this machine can run.
#include "model/nerve/axon_kernel.hpp"

namespace rheobase::nerve {

AxonKernel const& axon_kernel_of_one();
AxonKernel const& axon_kernel_of_two();
AxonKernel const& axon_kernel_of_four();
AxonKernel const& axon_kernel_of_eight();

AxonKernel const& axon_kernel(int lanes) {
#if defined(__x86_64__)
    bool const avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    bool const avx2 = __builtin_cpu_supports("avx2");
#else
    bool const avx512 = false, avx2 = false;
#endif
    int const most = avx512 ? 8 : avx2 ? 4 : 2;
    int const width = lanes <= 0 || lanes > most ? most : lanes;
    return width >= 8   ? axon_kernel_of_eight()
           : width >= 4 ? axon_kernel_of_four()
           : width >= 2 ? axon_kernel_of_two()
                        : axon_kernel_of_one();
}

} // namespace rheobase::nerve
