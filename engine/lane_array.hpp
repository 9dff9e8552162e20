// Numbers of several people as kernels take them.
#pragma once

#include <cstddef>
#include <vector>

namespace rheobase::engine {

/// Numbers in lanes: quantity q of lane l at q * width + l, aligned to a cache line. Copies are copies.
class LaneArray {
  public:
    LaneArray(std::size_t quantities, int width)
        : width_(width), lines_((quantities * static_cast<std::size_t>(width) + 7) / 8) {}
    double* data() { return lines_.data()->numbers; }
    double const* data() const { return lines_.data()->numbers; }
    double& at(std::size_t quantity, int lane) {
        return data()[quantity * static_cast<std::size_t>(width_) + static_cast<std::size_t>(lane)];
    }
    double at(std::size_t quantity, int lane) const {
        return const_cast<LaneArray*>(this)->at(quantity, lane);
    }

    /// One lane from and to a struct that holds nothing but doubles.
    template <class Value>
    void put(Value const& value, int lane) {
        auto const* const numbers = reinterpret_cast<double const*>(&value);
        for (std::size_t q = 0; q < sizeof(Value) / sizeof(double); ++q)
            at(q, lane) = numbers[q];
    }
    template <class Value>
    Value take(int lane) const {
        Value value;
        auto* const numbers = reinterpret_cast<double*>(&value);
        for (std::size_t q = 0; q < sizeof(Value) / sizeof(double); ++q)
            numbers[q] = at(q, lane);
        return value;
    }

  private:
    struct alignas(64) Line {
        double numbers[8]{};
    };
    int width_;
    std::vector<Line> lines_;
};

} // namespace rheobase::engine
