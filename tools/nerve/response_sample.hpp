// A medium of the response table, or one beside it that checks it, simulated over axons of the ensemble.
#pragma once

#include "model/nerve/ensemble.hpp"
#include "model/nerve/response.hpp"

#include <span>
#include <vector>

namespace rheobase::nerve {

inline constexpr unsigned response_checks = 120;
/// Of the ensemble, so many axons are asked.
inline constexpr std::size_t response_axons = 120;

/// Numbers below response_media are the rows of the table. Those after them are media that it does not hold,
/// spread evenly (Halton) over its box in the logarithm of each concentration, every second one in the
/// ordinary box alone.
struct ResponseSample {
    unsigned number = 0;
    double axons = 0, fires = 0;
    std::array<double, 3> percentiles{}; ///< 5, 50, 95 of the threshold's change in %
    bool check() const { return number >= response_media; }
    bool ordinary() const { return number % 2 == 1; }
    Medium<double> medium() const;
};

/// Thresholds in pA; unknown where nothing fires an axon.
std::vector<double> thresholds_in(Medium<double> const& medium, std::span<Member const> members);

/// `usual` are the thresholds of the same members in the ordinary medium.
ResponseSample response_sample(unsigned number, std::span<Member const> members,
                               std::vector<double> const& usual);

} // namespace rheobase::nerve
