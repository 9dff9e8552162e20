// How easily a nerve fires, as a neurophysiologist measures it with threshold tracking, over a crowd of human
// motor axons. This is the door of the stage: ions in, indices and curves out.
#pragma once

#include "engine/percentile.hpp"
#include "model/nerve/indices.rows.hpp"
#include "model/nerve/medium.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace rheobase::nerve {

inline constexpr std::size_t index_count = indices_rows.size();

/// One quantity over the crowd of axons.
using Spread = engine::Summary;

/// te_d40 te_h40 te_d20 te_h20 (threshold reduction in % over ms, 10 at the onset of the conditioning
/// current), rc (threshold change in % over ms), iv (threshold reduction in % over % of threshold current),
/// charge (threshold charge in ms of the axon's own threshold current, over the stimulus's length in ms).
struct Curve {
    std::string_view name;
    std::vector<double> x;
    std::vector<Spread> at; ///< one for each x
};

struct FiresAlone {
    double share = 0;   ///< of axons that fire at all within the time watched, nobody stimulating
    Spread rate;        ///< Hz, over those that fire
    double isi_cv = 0;  ///< SD of the intervals between firings over their mean, median over those that fire
                        ///< twice; unknown else
    double seconds = 0; ///< watched for each axon
};

struct Excitability {
    int people = 0; ///< one axon each
    Medium<double> medium{};
    std::array<Spread, index_count> indices{}; ///< by the rows of indices.csv; unknown where no axon gave it
    std::vector<Curve> curves;
    Spread threshold_change; ///< % of a 1 ms stimulus's threshold against the same axon in the usual medium;
                             ///< more is less excitable
    FiresAlone fires_alone;
    int tracked = 0; ///< axons at rest that a stimulus fires; curves, indices and threshold_change are theirs
    int silent_to_stimuli = 0; ///< axons that no stimulus fires in this medium; some may fire alone
};

struct Crowd {
    int people = 300;
    unsigned long long seed = 1;
    int threads = 0; ///< 0: as many as the machine has
};

/// Tracks the thresholds of the first `people` axons of the ensemble (at most all of them) in this medium and
/// watches them unstimulated. `progress` is called with the share done, from whichever thread. Same bytes for
/// any number of threads.
Excitability excitability(Medium<double> const& medium, double myelin, Crowd const& crowd,
                          std::function<void(double share)> const& progress = {});

} // namespace rheobase::nerve
