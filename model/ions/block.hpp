// As many people as there are lanes, from their own steady state through the experiment.
#pragma once

#include "engine/lane_array.hpp"
#include "model/ions/kernel.hpp"
#include "model/ions/run.hpp"

#include <array>
#include <memory>

namespace rheobase::ions {

/// What is the same for everyone, worked out once.
struct Course {
    Experiment experiment; ///< completed
    std::vector<std::array<bool, ingested_count>> inherited; ///< per phase: intakes it did not name itself
    std::vector<FactSpread> facts;
    engine::Accuracy accuracy;
    std::vector<Stretch> stretches;
    std::vector<Acting> acting;    ///< per stretch
    std::vector<std::vector<std::vector<Swallowed>>> meals; ///< per phase and meal
    struct Moment {
        std::size_t stretch; ///< reported at its end
        std::size_t report;
    };
    std::vector<Moment> moments; ///< the rows, in order
};

Course course(Experiment const& experiment, RunOptions const& options);

using engine::LaneArray;

/// People `first` to `first + count`, side by side. Writes row r of person i to values[r * stride + i] and returns who
/// failed.
std::vector<Failure> simulate(Course const& course, RunOptions const& options, Kernel const& kernel,
                              std::uint32_t first, int count, double* values, std::size_t stride);

/// Puts the people of a block at their steady state under `forcing` (lanes). Stores without a steady state, bone and the
/// accounts, begin as the facts say. False for a lane whose body finds no rest under that forcing.
std::vector<bool> settle(Kernel const& kernel, LaneArray const& physiology, LaneArray const& forcing, LaneArray& state);

} // namespace rheobase::ions
