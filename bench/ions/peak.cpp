#include "bench/ions/peak.hpp"

#include "bench/ions/years.hpp"

#include <algorithm>

namespace rheobase::bench {

namespace {

typedef double V2 __attribute__((vector_size(16)));
typedef double V4 __attribute__((vector_size(32)));
typedef double V8 __attribute__((vector_size(64)));

constexpr int rounds = 2000000;
constexpr int chains = 12;

// Twelve chains hide the latency of an addition after a multiplication. They are named one by one, since an array of
// them would lie in memory, and the empty assembler lines keep each step of each chain.
#define RHEOBASE_EACH(X) X(a) X(b) X(c) X(d) X(e) X(f) X(g) X(h) X(i) X(j) X(k) X(l)
#define RHEOBASE_BEGIN(x) auto x = ones * start;
#define RHEOBASE_ADD(x)                                                                                                \
    x = x * scale + shift;                                                                                             \
    asm("" : "+x"(x));
#define RHEOBASE_DIVIDE(x)                                                                                             \
    x = scale / x;                                                                                                     \
    asm("" : "+x"(x));
#define RHEOBASE_SUM(x) sum = sum + x;
#define RHEOBASE_CHAINS(name, V, target, one_step)                                                                     \
    target double name(double start) {                                                                                 \
        V const ones = V{} + 1.0, scale = V{} + 0.999999;                                                              \
        V const shift [[maybe_unused]] = V{} + 1e-6;                                                                   \
        RHEOBASE_EACH(RHEOBASE_BEGIN)                                                                                  \
        for (int round = 0; round < rounds; ++round) {                                                                 \
            RHEOBASE_EACH(one_step)                                                                                    \
        }                                                                                                              \
        V sum = V{} + 0.0;                                                                                             \
        RHEOBASE_EACH(RHEOBASE_SUM)                                                                                    \
        return sum[0];                                                                                                 \
    }

RHEOBASE_CHAINS(two, V2, , RHEOBASE_ADD)
RHEOBASE_CHAINS(two_divided, V2, , RHEOBASE_DIVIDE)
#if defined(__x86_64__)
RHEOBASE_CHAINS(four, V4, [[gnu::target("avx2")]], RHEOBASE_ADD)
RHEOBASE_CHAINS(four_divided, V4, [[gnu::target("avx2")]], RHEOBASE_DIVIDE)
RHEOBASE_CHAINS(eight, V8, [[gnu::target("avx512f")]], RHEOBASE_ADD)
RHEOBASE_CHAINS(eight_divided, V8, [[gnu::target("avx512f")]], RHEOBASE_DIVIDE)
#endif

double rate(double (*chain)(double), int lanes, int operations) {
    double best = 0;
    for (int repeat = 0; repeat < 5; ++repeat) {
        double const begun = seconds();
        double volatile kept = chain(1.0);
        (void)kept;
        best = std::max(best, 1e-9 * rounds * chains * lanes * operations / (seconds() - begun));
    }
    return best;
}

} // namespace

double peak(int lanes) {
#if defined(__x86_64__)
    if (lanes >= 8)
        return __builtin_cpu_supports("avx512f") ? rate(eight, 8, 2) : 0;
    if (lanes >= 4)
        return __builtin_cpu_supports("avx2") ? rate(four, 4, 2) : 0;
#endif
    return lanes == 2 ? rate(two, 2, 2) : 0;
}

double peak_divisions(int lanes) {
#if defined(__x86_64__)
    if (lanes >= 8)
        return __builtin_cpu_supports("avx512f") ? rate(eight_divided, 8, 1) : 0;
    if (lanes >= 4)
        return __builtin_cpu_supports("avx2") ? rate(four_divided, 4, 1) : 0;
#endif
    return lanes == 2 ? rate(two_divided, 2, 1) : 0;
}

} // namespace rheobase::bench
