// From thresholds to the curves and indices that a recording reports, by the definitions of QTRAC's reports.
#pragma once

#include "model/nerve/indices.rows.hpp"
#include "model/nerve/protocol.hpp"

#include <array>
#include <span>
#include <vector>

namespace rheobase::nerve {

/// A curve as a chart shows it; x runs upwards but for iv, whose currents run from depolarising down.
struct Trace {
    std::vector<double> x, y;
};

/// What one axon or one recording shows. Empty: not recorded.
struct Traces {
    Trace charge;             ///< mA ms or the like over ms
    Trace recovery;           ///< threshold change in % over the interval in ms
    Trace d40, h40, d20, h20; ///< threshold reduction in % over ms, conditioning from 10 to 110
    Trace current;            ///< threshold reduction in % over the current in % of threshold
};

/// By the rows of indices.csv; unknown where its curve is missing or does not reach. rheobase_relative is in
/// the unit of `charge` over ms, divided by `usual_rheobase`.
std::array<double, indices_rows.size()> indices_of(Traces const& traces, double usual_rheobase);

/// The recording, with all that is counted in the threshold at rest unknown where a rested node and a node in
/// a course are not found to fire at the same stimulus: an axon near block has no one threshold.
Recording<double> comparable(Recording<double> recording);

/// The curves of one axon from its thresholds; the charge is in units of pA ms.
Traces traces_of(Recording<double> const& recording);

/// The place of an index among the rows of indices.csv; a key that is none does not compile.
consteval std::size_t index_place(std::string_view key) {
    for (std::size_t i = 0; i < indices_rows.size(); ++i) {
        if (indices_rows[i].key == key)
            return i;
    }
    throw "no such index";
}

} // namespace rheobase::nerve
