#include "model/nerve/measured.hpp"

#include "model/nerve/indices.hpp"
#include "model/nerve/norm_curves.rows.hpp"

namespace rheobase::nerve {

namespace {

Trace trace_of(ThresholdRecording const& recording, std::string_view name) {
    for (auto const& curve : recording.curves) {
        if (curve.name == name)
            return {curve.x, curve.y};
    }
    return {};
}

} // namespace

double rheobase_scale() {
    // Threshold charge rises with a stimulus's length by the rheobase.
    NormCurvesRow const *first = nullptr, *last = nullptr;
    for (auto const& row : norm_curves_rows)
        if (row.curve == "charge") {
            first = first ? first : &row;
            last = &row;
        }
    double const mean_rheobase = (last->norm_mean - first->norm_mean) / (last->x - first->x);
    return mean_rheobase / indices_rows[index_place("rheobase_relative")].norm_mean;
}

Measured measured(ThresholdRecording const& recording) {
    auto const trace = [&](std::string_view name) { return trace_of(recording, name); };
    auto const own = indices_of({trace("charge"), trace("rc"), trace("te_d40"), trace("te_h40"),
                                 trace("te_d20"), trace("te_h20"), trace("iv")},
                                rheobase_scale());
    Measured out;
    for (std::size_t i = 0; i < index_count; ++i) {
        auto const listed =
            recording.listed[i] / (i == index_place("rheobase_relative") ? rheobase_scale() : 1);
        out[i] = {known(own[i]) ? own[i] : listed,
                  known(own[i])   ? Origin::curves
                  : known(listed) ? Origin::list
                                  : Origin::nowhere,
                  listed};
    }
    return out;
}

Standing standing(double value, double low, double high) {
    if (!known(value) || !known(low) || !known(high))
        return Standing::unknown;
    return value < low ? Standing::below : value > high ? Standing::above : Standing::within;
}

} // namespace rheobase::nerve
