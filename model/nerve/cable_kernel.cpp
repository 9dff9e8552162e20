// Which width of lanes this machine can run.
#include "model/nerve/cable_kernel.hpp"

namespace rheobase::nerve::cable {

CableKernel const& cable_kernel_of_one();
CableKernel const& cable_kernel_of_two();
CableKernel const& cable_kernel_of_four();
CableKernel const& cable_kernel_of_eight();

CableKernel const& cable_kernel(int lanes) {
#if defined(__x86_64__)
    bool const avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    bool const avx2 = __builtin_cpu_supports("avx2");
#else
    bool const avx512 = false, avx2 = false;
#endif
    int const most = avx512 ? 8 : avx2 ? 4 : 2;
    int const width = lanes <= 0 || lanes > most ? most : lanes;
    return width >= 8   ? cable_kernel_of_eight()
           : width >= 4 ? cable_kernel_of_four()
           : width >= 2 ? cable_kernel_of_two()
                        : cable_kernel_of_one();
}

} // namespace rheobase::nerve::cable
