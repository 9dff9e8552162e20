#include "model/nerve/indices.hpp"

#include "base/number.hpp"
#include "model/nerve/threshold.rows.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::nerve {

namespace {

/// y at x on the straight line between neighbours; unknown outside, and beside a point that is.
double at(Trace const& t, double x) {
    for (std::size_t i = 0; i < t.x.size(); ++i) {
        if (t.x[i] == x)
            return t.y[i];
    }
    for (std::size_t i = 1; i < t.x.size(); ++i) {
        if (t.x[i - 1] <= x && x <= t.x[i])
            return t.y[i - 1] + (t.y[i] - t.y[i - 1]) * (x - t.x[i - 1]) / (t.x[i] - t.x[i - 1]);
    }
    return unknown;
}

/// The mean of the straight lines between two times.
double mean_between(Trace const& t, double from, double to) {
    int const parts = 100;
    double sum = 0;
    for (int i = 0; i < parts; ++i)
        sum += at(t, from + (to - from) * (i + 0.5) / parts);
    return sum / parts;
}

/// The highest (sign 1) or lowest (-1) mean of three neighbours whose x lie within the bounds; unknown where
/// a point beside those three is, since it might have been higher still (but for the very first point: a
/// refractory nerve has none).
double extreme_of_three(Trace const& t, double from, double to, double sign) {
    double best = unknown;
    std::size_t last = 0;
    for (std::size_t i = 2; i < t.x.size(); ++i) {
        if (t.x[i - 2] < from || t.x[i] > to)
            continue;
        double const mean = (t.y[i - 2] + t.y[i - 1] + t.y[i]) / 3;
        if (known(mean) && (!known(best) || sign * mean > sign * best)) {
            best = mean;
            last = i;
        }
    }
    auto const missing = [&](std::size_t i) {
        return i < t.x.size() && t.x[i] >= from && t.x[i] <= to && !known(t.y[i]);
    };
    return known(best) && ((last >= 4 && missing(last - 3)) || missing(last + 1)) ? unknown : best;
}

/// The slope of x against y by least squares over the places first to last.
double slope_of_x(Trace const& t, std::size_t first, std::size_t last) {
    double n = 0, x = 0, y = 0, xy = 0, yy = 0;
    for (std::size_t i = first; i <= last; ++i) {
        n += 1;
        x += t.x[i];
        y += t.y[i];
        xy += t.x[i] * t.y[i];
        yy += t.y[i] * t.y[i];
    }
    double const below = n * yy - y * y;
    return below > 0 ? (n * xy - x * y) / below : unknown;
}

/// Where the trace first crosses `level` going down (sign -1) or up, after x = from.
double crossing(Trace const& t, double from, double level, double sign) {
    for (std::size_t i = 1; i < t.x.size(); ++i) {
        double const a = sign * (t.y[i - 1] - level), b = sign * (t.y[i] - level);
        if (t.x[i - 1] >= from && a < 0 && b >= 0)
            return t.x[i - 1] + (t.x[i] - t.x[i - 1]) * (-a) / (b - a);
    }
    return unknown;
}

struct Weiss {
    double rheobase = unknown, time_constant = unknown;
};
/// Charge against duration lies on a line (Weiss 1901): its slope is the rheobase, where it meets zero the
/// time constant.
Weiss weiss(Trace const& t) {
    double n = 0, x = 0, y = 0, xy = 0, xx = 0;
    for (std::size_t i = 0; i < t.x.size(); ++i) {
        n += 1;
        x += t.x[i];
        y += t.y[i];
        xy += t.x[i] * t.y[i];
        xx += t.x[i] * t.x[i];
    }
    if (n < 2)
        return {};
    double const slope = (n * xy - x * y) / (n * xx - x * x), at_nothing = y / n - slope * x / n;
    // No nerve needs less current the longer it flows, or none for the shortest.
    return slope > 0 && at_nothing > 0 ? Weiss{slope, at_nothing / slope} : Weiss{};
}

Trace forward(Trace t) {
    if (t.x.size() > 1 && t.x.front() > t.x.back()) {
        std::reverse(t.x.begin(), t.x.end());
        std::reverse(t.y.begin(), t.y.end());
    }
    return t;
}

} // namespace

std::array<double, indices_rows.size()> indices_of(Traces const& traces, double usual_rheobase) {
    std::array<double, indices_rows.size()> out;
    out.fill(unknown);
    auto const set = [&](std::size_t place, double value) { out[place] = value; };

    auto const line = weiss(traces.charge);
    set(index_place("sdtc_ms"), line.time_constant);
    set(index_place("rheobase_relative"), line.rheobase / usual_rheobase);

    auto const& rc = traces.recovery;
    double const middle = 15; // ms, between the two swings of the cycle
    // A cycle that is below zero from its first interval on has no such period that the recording could show.
    double const refractory = crossing(rc, 0, 0, -1);
    set(index_place("rrp_ms"), refractory < middle ? refractory : unknown);
    set(index_place("refractoriness_2_ms_percent"), at(rc, 2));
    set(index_place("refractoriness_2_5_ms_percent"), at(rc, 2.5));
    set(index_place("superexcitability_percent"), extreme_of_three(rc, 0, middle, -1));
    set(index_place("superexcitability_5_ms_percent"), at(rc, 5));
    set(index_place("superexcitability_7_ms_percent"), at(rc, 7));
    set(index_place("subexcitability_percent"), extreme_of_three(rc, middle, 1e9, 1));

    double const onset = electrotonus_onset_ms, end = onset + electrotonus_ms;
    auto const& d = traces.d40;
    double const late = mean_between(d, onset + 90, onset + 99);
    double const peak = extreme_of_three(d, onset, end - 1, 1);
    set(index_place("te_d40_10_20"), mean_between(d, onset + 10, onset + 20));
    set(index_place("te_d40_40_60"), mean_between(d, onset + 40, onset + 60));
    set(index_place("te_d40_90_100"), late);
    set(index_place("te_d40_peak"), peak);
    set(index_place("te_d40_undershoot"), extreme_of_three(d, end, 1e9, -1));
    set(index_place("s2_accommodation"), peak - late);
    if (known(peak) && known(late)) {
        double const top =
            d.x[static_cast<std::size_t>(std::max_element(d.y.begin(), d.y.end()) - d.y.begin())];
        set(index_place("accommodation_half_time_ms"), crossing(d, top, (peak + late) / 2, -1) - onset);
    }
    auto const& h = traces.h40;
    set(index_place("te_h40_10_20"), mean_between(h, onset + 10, onset + 20));
    set(index_place("te_h40_20_40"), mean_between(h, onset + 20, onset + 40));
    set(index_place("te_h40_90_100"), mean_between(h, onset + 90, onset + 99));
    set(index_place("te_h40_overshoot"), extreme_of_three(h, end, 1e9, 1));

    auto const iv = forward(traces.current);
    double least = unknown;
    bool turns = false;
    for (std::size_t i = 1; i + 1 < iv.x.size(); ++i) {
        double const slope = slope_of_x(iv, i - 1, i + 1);
        // Where more current no longer lowers the threshold, accommodation outruns it: that is no slope.
        bool const here_turns = slope <= 0;
        if (iv.x[i] == 0)
            set(index_place("iv_resting_slope"), here_turns ? unknown : slope);
        if (i == 1 && iv.x[0] == -100)
            set(index_place("iv_hyperpolarising_slope"), here_turns ? unknown : slope);
        if (iv.x[i] <= 0) {
            turns = turns || here_turns;
            if (known(slope) && !(least <= slope))
                least = slope;
        }
    }
    set(index_place("iv_minimum_slope"), turns ? unknown : least);
    return out;
}

Recording<double> comparable(Recording<double> recording) {
    static_assert(charge_durations.back() == test_ms);
    if (!(std::fabs(recording.charge.back() / recording.threshold - 1) <= threshold.apart)) {
        recording.threshold = unknown;
        recording.charge.fill(unknown);
    }
    return recording;
}

Traces traces_of(Recording<double> const& r) {
    Traces out;
    for (std::size_t i = 0; i < charge_durations.size(); ++i) {
        out.charge.x.push_back(charge_durations[i]);
        out.charge.y.push_back(r.charge[i] * charge_durations[i]);
    }
    for (std::size_t i = 0; i < recovery_intervals.size(); ++i) {
        out.recovery.x.push_back(recovery_intervals[i]);
        out.recovery.y.push_back((r.recovery[i] / r.threshold - 1) * 100);
    }
    std::array<Trace*, 4> const electrotonus{&out.d40, &out.h40, &out.d20, &out.h20};
    for (std::size_t k = 0; k < electrotonus.size(); ++k) {
        for (std::size_t i = 0; i < electrotonus_delays.size(); ++i) {
            electrotonus[k]->x.push_back(electrotonus_delays[i] + electrotonus_onset_ms);
            electrotonus[k]->y.push_back((1 - r.electrotonus[k][i] / r.threshold) * 100);
        }
    }
    for (std::size_t i = 0; i < current_percents.size(); ++i) {
        out.current.x.push_back(current_percents[i]);
        out.current.y.push_back((1 - r.current[i] / r.threshold) * 100);
    }
    return out;
}

} // namespace rheobase::nerve
