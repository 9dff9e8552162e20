// The steady state of people side by side: implicit steps that grow from minutes to thousands of years, which ends as
// Newton's search. Months of simulation would end at the same place, slow stores included.
#include "model/ions/block.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::ions {

namespace {

/// What one person begins the search with: everything ordinary.
std::array<double, state_count> ordinary(Physiology<double> const& p) {
    std::array<double, state_count> y{};
    y[at::gut_calcium] = 2;
    y[at::gut_magnesium] = 4;
    y[at::gut_phosphate] = 2;
    y[at::gut_potassium] = p.who.gut_potassium;
    y[at::calcium] = p.calcium.serum * p.calcium.volume;
    y[at::surface_calcium] = p.calcium.surface_store;
    y[at::skeleton] = p.calcium.skeleton;
    y[at::remodelling] = 1;
    y[at::phosphate] = p.phosphate.serum * p.phosphate.volume;
    y[at::cell_phosphate] = p.phosphate.cell_store;
    y[at::magnesium] = p.magnesium.serum * p.magnesium.volume;
    y[at::cell_magnesium] = p.magnesium.cell_store;
    y[at::deep_magnesium] = p.magnesium.deep_store;
    y[at::pth_store] = 1;
    y[at::pth] = p.parathyroid.level;
    y[at::gland] = 1;
    y[at::hydroxylase] = 1;
    y[at::calcitriol] = p.calcitriol.level;
    y[at::fgf23] = 1;
    y[at::plasma_potassium] = p.potassium.serum * p.potassium.plasma_volume;
    y[at::interstitial_potassium] = p.potassium.serum * (p.potassium.interstitial_volume + p.potassium.quick_cells);
    y[at::cell_potassium] = p.potassium.cell * p.potassium.cell_volume;
    y[at::gut_call] = 1;
    y[at::potassium_adaptation] = 1;
    y[at::aldosterone] = 1;
    y[at::natriuretic_drive] = 1;
    y[at::sodium] = p.sodium.serum * p.water.extracellular_share * p.who.water;
    y[at::water] = p.who.water;
    y[at::vitamin_d3] = 40;
    y[at::fat_vitamin_d3] = 40 * p.vitamin_d.to_fat / p.vitamin_d.from_fat;
    y[at::vitamin_d_25oh] = p.calcitriol.substrate_ordinary;
    y[at::b12_store] = p.b12.store_ordinary;
    y[at::b12_serum] = p.b12.serum;
    y[at::insulin] = 1;
    return y;
}

constexpr bool is_account(std::size_t state) {
    return state >= at::urine_calcium;
}

constexpr bool may_be_negative(std::size_t state) {
    return state == at::bicarbonate || state == at::skeleton || is_account(state);
}

/// Whether nothing that has a steady state would change by a thousandth in a year.
std::vector<bool> at_rest(Kernel const& kernel, LaneArray const& physiology, LaneArray const& forcing,
                          LaneArray const& state) {
    constexpr double year = 24 * 365, share = 1e-3;
    LaneArray rates(state_count, kernel.width);
    kernel.rates(physiology.data(), forcing.data(), state.data(), rates.data());
    std::vector<bool> resting(static_cast<std::size_t>(kernel.width), true);
    for (int lane = 0; lane < kernel.width; ++lane)
        for (std::size_t i = 0; i < state_count; ++i) {
            if (i == at::skeleton || is_account(i))
                continue;
            double const size = std::max(std::abs(state.at(i, lane)), state_rows[i].scale);
            if (!(std::abs(rates.at(i, lane)) * year <= share * size))
                resting[static_cast<std::size_t>(lane)] = false;
        }
    return resting;
}

} // namespace

std::vector<bool> settle(Kernel const& kernel, LaneArray const& physiology, LaneArray const& forcing,
                         LaneArray& state) {
    for (int lane = 0; lane < kernel.width; ++lane) {
        std::array<double, physiology_count> facts{};
        for (std::size_t i = 0; i < physiology_count; ++i)
            facts[i] = physiology.at(i, lane);
        auto const start = ordinary(std::bit_cast<Physiology<double>>(facts));
        for (std::size_t i = 0; i < state_count; ++i)
            state.at(i, lane) = start[i];
    }
    LaneArray before(state_count, kernel.width);
    double hours = 0.1;
    constexpr int steps = 60;
    for (int step = 0; step < steps; ++step) {
        std::copy_n(state.data(), state_count * static_cast<std::size_t>(kernel.width), before.data());
        kernel.relax(physiology.data(), forcing.data(), hours, state.data());
        for (std::size_t i = 0; i < state_count; ++i)
            for (int lane = 0; lane < kernel.width; ++lane) {
                // A step may not take a store below a fifth of what it was, nor raise it beyond five times: far from
                // the steady state a straight line points anywhere.
                double const old = before.at(i, lane);
                double& now = state.at(i, lane);
                if (i == at::skeleton || is_account(i))
                    now = old;
                else if (!may_be_negative(i))
                    now = std::clamp(now, old / 5, old > 0 ? old * 5 + state_rows[i].scale : state_rows[i].scale);
            }
        hours = std::min(hours * 2, 1e9);
    }
    return at_rest(kernel, physiology, forcing, state);
}

} // namespace rheobase::ions
