// Any bytes as a recording of threshold tracking: read or refused, never a crash; what is read is finite and in order.
#include "app/read/mem.hpp"
#include "base/number.hpp"
#include "model/nerve/measured.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const read = rheobase::read::read_mem({reinterpret_cast<char const*>(data), size}, "recording.MEM");
    if (!read)
        return 0;
    for (auto const& curve : read->recording.curves) {
        if (curve.x.empty() || curve.x.size() != curve.y.size())
            std::abort();
        for (std::size_t i = 0; i < curve.x.size(); ++i)
            if (!std::isfinite(curve.y[i]) || !std::isfinite(curve.x[i]) || (i > 0 && !(curve.x[i] > curve.x[i - 1])))
                std::abort();
    }
    for (double const value : read->recording.listed)
        if (rheobase::known(value) && !std::isfinite(value))
            std::abort();
    rheobase::nerve::measured(read->recording);
    return 0;
}
