// What the model might tell of a nerve, made by hand from the norms, small enough to be checked by eye.
#pragma once

#include "app/read/file.hpp"
#include "app/read/mem.hpp"
#include "app/report/nerve_words.hpp"
#include "model/nerve/norm_curves.rows.hpp"

namespace rheobase::report {

inline nerve::Spread spread_around(double mean, double sd) {
    constexpr double ninety = 1.645;
    nerve::Spread out;
    out.count = 40;
    out.mean = out.p50 = mean;
    out.sd = sd;
    out.p5 = mean - ninety * sd;
    out.p95 = mean + ninety * sd;
    return out;
}

inline nerve::Spread unknown_spread() {
    return spread_around(unknown, unknown);
}

/// Forty axons like the healthy, whose every index lies half an SD above their mean.
inline nerve::Excitability small_excitability() {
    using namespace nerve;
    Excitability out;
    out.people = out.tracked = 40;
    out.medium = ordinary_medium;
    for (std::size_t i = 0; i < index_count; ++i)
        out.indices[i] = spread_around(indices_rows[i].norm_mean + 0.5 * indices_rows[i].norm_sd, 0.8 * indices_rows[i].norm_sd);
    auto const add = [&](std::string_view name, std::string_view like, double factor) {
        Curve curve{name, {}, {}};
        for (auto const& row : norm_curves_rows)
            if (row.curve == like) {
                curve.x.push_back(row.x);
                curve.at.push_back(spread_around(factor * (row.norm_mean + 0.5 * row.norm_sd), 0.8 * factor * row.norm_sd));
            }
        out.curves.push_back(std::move(curve));
    };
    add("te_d40", "te_d40", 1);
    add("te_h40", "te_h40", 1);
    add("te_d20", "te_d40", 0.55);
    add("te_h20", "te_h40", 0.45);
    add("rc", "rc", 1);
    add("iv", "iv", 1);
    Curve charge{"charge", {}, {}};
    for (double const ms : {0.2, 0.4, 0.6, 0.8, 1.0}) {
        charge.x.push_back(ms);
        charge.at.push_back(spread_around((ms + 0.48) / 1.48, 0.03 * (1 - ms)));
    }
    out.curves.push_back(charge);
    out.threshold_change = spread_around(0, 0);
    out.fires_alone = {0, unknown_spread(), unknown, 2};
    return out;
}

inline NerveTold small_told() {
    NerveTold told;
    told.model = small_excitability();
    return told;
}

/// Low calcium: two axons of forty fire.
inline NerveTold low_calcium_told() {
    auto told = small_told();
    told.model.medium.calcium = 0.85;
    told.model.medium.ph = 7.55;
    told.model.threshold_change = spread_around(-12, 4);
    told.model.fires_alone = {0.05, spread_around(3, 3 / 1.645), 0.9, 2};
    told.model.silent_to_stimuli = 1;
    told.model.tracked = 37;
    return told;
}

/// So much of it fires that a handful is left to be tracked.
inline NerveTold restless_told() {
    auto told = low_calcium_told();
    told.model.fires_alone.share = 0.9;
    told.model.tracked = 3;
    return told;
}

/// The recording of docs/examples beside the model.
inline NerveTold told_with_recording() {
    auto told = small_told();
    std::string const path = RHEOBASE_ROOT "/docs/examples/median_apb.MEM";
    auto read = read::read_mem(read::read_file(path, 1'000'000).value(), "median_apb.MEM").value();
    told.recording = read.recording;
    told.unread = read.unread;
    told.notes = read.notes;
    return told;
}

} // namespace rheobase::report
