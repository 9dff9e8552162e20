#include "engine/widest.hpp"

namespace rheobase::engine {

int runnable_lanes(int wanted) {
#if defined(__x86_64__)
    bool const avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    bool const avx2 = __builtin_cpu_supports("avx2");
#else
    bool const avx512 = false, avx2 = false;
#endif
    int const most = avx512 ? 8 : avx2 ? 4 : 2;
    int const width = wanted <= 0 || wanted > most ? most : wanted;
    return width >= 8 ? 8 : width >= 4 ? 4 : width >= 2 ? 2 : 1;
}

} // namespace rheobase::engine
