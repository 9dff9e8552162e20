// Which width of lanes this machine can run.
#include "model/ions/kernel.hpp"

namespace rheobase::ions {

Kernel const& kernel_of_one();
Kernel const& kernel_of_two();
Kernel const& kernel_of_four();
Kernel const& kernel_of_eight();

Kernel const& kernel(int lanes) {
#if defined(__x86_64__)
    bool const avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    bool const avx2 = __builtin_cpu_supports("avx2");
#else
    bool const avx512 = false, avx2 = false;
#endif
    int const most = avx512 ? 8 : avx2 ? 4 : 2;
    int const width = lanes <= 0 || lanes > most ? most : lanes;
    return width >= 8 ? kernel_of_eight() : width >= 4 ? kernel_of_four() : width >= 2 ? kernel_of_two() : kernel_of_one();
}

} // namespace rheobase::ions
