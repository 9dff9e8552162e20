// Members of the ensemble in a situation, one by one, for studies that pair them.
#pragma once

#include "model/nerve/ensemble.hpp"
#include "model/nerve/indices.hpp"
#include "model/nerve/watching.hpp"

#include <functional>
#include <vector>

namespace rheobase::nerve {

struct Tracked {
    double threshold = 0; ///< pA; unknown where nothing fires it
    double rest = 0;      ///< mV
    std::array<double, indices_rows.size()> indices{};
    Traces traces;
};

/// The situation of each axon may depend on it.
using SituationOf = std::function<Situation<double>(std::size_t axon)>;

std::vector<Tracked> tracked(std::size_t axons, SituationOf const& in);
std::vector<Alone> left_alone(std::size_t axons, SituationOf const& in, double seconds, double louder = 1);

} // namespace rheobase::nerve
