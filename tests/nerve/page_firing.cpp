#include "tests/nerve/page.hpp"

#include "base/number.hpp"
#include "engine/elementary.hpp"
#include "model/nerve/ensemble.rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace rheobase::nerve {

namespace {

struct Fired {
    double share = 0;
    engine::Summary rate, cv;
};

Fired fired(std::size_t axons, Medium<double> const& medium, double pump, double seconds, double louder = 1) {
    auto const alone = left_alone(
        axons,
        [&](std::size_t) {
            return Situation<double>{medium, 1, pump, 0};
        },
        seconds, louder);
    std::vector<double> rates, cvs, scratch;
    for (auto const& one : alone) {
        rates.push_back(one.spikes > 0 ? one.spikes / seconds : unknown);
        cvs.push_back(one.spikes >= 4 ? one.interval_cv : unknown);
    }
    Fired out{0, engine::summary(rates, scratch), engine::summary(cvs, scratch)};
    out.share = static_cast<double>(out.rate.count) / static_cast<double>(axons);
    return out;
}

std::string tick(bool met) {
    return met ? "met" : "**missed**";
}

} // namespace

std::string page_of_directions(std::size_t axons) {
    auto const rows = measured(directions(), axons);
    int signs = 0, sizes = 0, sized = 0, recalled = 0, recalled_met = 0;
    std::string table =
        "| what | index | published | model: median (5 to 95 %) | tracked | axons that agree | "
        "|\n|---|---|---|---|---|---|---|\n";
    for (auto const& m : rows) {
        auto const& d = m.direction;
        std::string published = d.direction;
        if (known(d.low)) {
            published += fmt::format(", {:g} to {:g}", d.low, d.high);
            ++sized;
            sizes += m.size_met;
        }
        signs += m.sign_met;
        if (d.because.find("recalled") != std::string::npos) {
            ++recalled;
            recalled_met += m.sign_met;
        }
        table += fmt::format(
            "| {} | {} | {} ({}) | {:+.2f} ({:+.2f} to {:+.2f}) | {:.0f} % | {:.0f} % | {}{} |\n", d.what,
            d.index, published, d.source, m.change.p50, m.change.p5, m.change.p95, m.tracked * 100,
            m.share * 100, tick(m.sign_met), m.sign_met && !m.size_met ? ", **size missed**" : "");
    }
    return fmt::format("## What ions, currents, warmth and the pump do\n"
                       "Each axon against itself in the ordinary medium, {} axons; *tracked* is the share in "
                       "which the index "
                       "can be\nhad at all. The sign is met where more than half of those agree (a level "
                       "index: where the "
                       "median stays within\nits bounds). {} of {} signs are met, and {} of {} sizes. {} of "
                       "the signs rest on "
                       "what was recalled and not looked up\n({} of them met). No size was found for calcium "
                       "and for alkali: "
                       "how far they move a nerve was never compared.\n\n",
                       axons, signs, rows.size(), sizes, sized, recalled, recalled_met) +
           table + "\n";
}

std::string page_of_calm(std::size_t axons) {
    double const seconds = 2;
    std::string out = fmt::format(
        "## Calm in the normal box\n"
        "Every corner of potassium 3.5 to 5.3, ionised calcium 1.12 to 1.32 and magnesium 0.45 to 0.65 "
        "mmol/L, pH 7.35 to\n"
        "7.45, 32 to 37 °C: share of {} branches that fire within {} s (aim: at most 1 % at each). Branches "
        "were "
        "drawn and kept\nfor being calm at some of these corners (tools/nerve/conditions.csv): that they are "
        "shows that it "
        "was done, not that\nnerves are.\n\n",
        axons, seconds);
    double worst = 0;
    Medium<double> worst_at = ordinary_medium;
    int loud = 0;
    for (int corner = 0; corner < 32; ++corner) {
        auto const pick = [&](int bit, double low, double high) { return corner >> bit & 1 ? high : low; };
        Medium<double> m = ordinary_medium;
        m.potassium = pick(0, 3.5, 5.3);
        m.calcium = pick(1, 1.12, 1.32);
        m.magnesium = pick(2, 0.45, 0.65);
        m.ph = pick(3, 7.35, 7.45);
        m.temperature = pick(4, 32, 37);
        double const share = fired(axons, m, 1, seconds).share;
        loud += share > 0.01;
        if (share >= worst) {
            worst = share;
            worst_at = m;
        }
    }
    out += fmt::format("{} of 32 corners have more than 1 %. The worst is {:.2f} %, at K {}, Ca {}, Mg {}, "
                       "pH {}, {} °C. {}\n\n",
                       loud, worst * 100, worst_at.potassium, worst_at.calcium, worst_at.magnesium,
                       worst_at.ph, worst_at.temperature, tick(loud == 0));
    // Rarer firing: what louder noise does, drawn on to the noise there is. For a level that noise crosses,
    // the logarithm of the rate falls with one over the square of the noise.
    out +=
        "How rare firing is that two seconds do not show: the noise made louder, in the ordinary medium.\n\n"
        "| noise times | share that fires in 2 s | firings a second and branch |\n|---|---|---|\n";
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    for (double const louder : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0}) {
        auto const f = fired(axons, ordinary_medium, 1, seconds, louder);
        double const rate = f.share > 0 ? f.rate.mean * f.share : 0;
        out += fmt::format("| {} | {:.3f} | {:.4f} |\n", louder, f.share, rate);
        if (rate > 0) {
            x1 = x2;
            y1 = y2;
            x2 = 1 / (louder * louder);
            y2 = std::log(rate);
            if (x1 == 0) {
                x1 = x2;
                y1 = y2;
            }
        }
    }
    if (x1 != x2) {
        double const slope = (y2 - y1) / (x2 - x1);
        double const at_one = y2 + slope * (1 - x2);
        out += fmt::format("\nDrawn on to the noise there is, ln rate against 1/noise²: about 10^{:.0f} "
                           "firings a second and branch. This is an\n"
                           "extrapolation over many powers of ten and says no more than: far rarer than "
                           "anyone's twitches. What people\n"
                           "twitch with at rest therefore begins elsewhere than in these branches' own noise "
                           "(stronger noise, a few odd\n"
                           "branches, or a drive from the spinal cord), and the stage of twitching takes it "
                           "from base rates.\n\n",
                           at_one / std::log(10.0));
    }
    out += "Potassium alone, share that fires:\n\n| potassium | 37 °C | 33 °C |\n|---|---|---|\n";
    for (double const k : {5.5, 6.0, 6.5, 7.0}) {
        Medium<double> m = ordinary_medium;
        m.potassium = k;
        m.temperature = 37;
        out += fmt::format("| {} | {:.1f} %", k, fired(axons, m, 1, seconds).share * 100);
        m.temperature = ordinary_medium.temperature;
        out += fmt::format(" | {:.1f} % |\n", fired(axons, m, 1, seconds).share * 100);
    }
    return out + "\n";
}

std::string page_of_onset(std::size_t axons) {
    std::string out = "## The onset of tetany\n"
                      "Share of fine branches that fire, how fast and how regularly (CV of the intervals: 0 "
                      "is a clock, 1 pure chance),\n"
                      "as ionised calcium falls at pH 7.4 and 37 °C:\n\n| ionised calcium | fires | Hz: "
                      "median (5 to 95 %) | CV of intervals |\n|---|---|---|---|\n";
    auto const at = [](double calcium, double ph, double temperature) {
        Medium<double> m = ordinary_medium;
        m.calcium = calcium;
        m.ph = ph;
        m.temperature = temperature;
        return m;
    };
    auto const line = [&](std::string const& what, Medium<double> const& m, double pump) {
        auto const f = fired(axons, m, pump, 2);
        return fmt::format("| {} | {:.0f} % | {} | {} |\n", what, f.share * 100,
                           f.rate.count
                               ? fmt::format("{:.1f} ({:.1f} to {:.1f})", f.rate.p50, f.rate.p5, f.rate.p95)
                               : "none",
                           f.cv.count > 2 ? fmt::format("{:.2f}", f.cv.p50) : "too few");
    };
    for (double const calcium : {1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5})
        out += line(fmt::format("{}", calcium), at(calcium, 7.4, 37), 1);
    std::vector<double> onsets, scratch;
    for (auto const& row : ensemble_rows)
        onsets.push_back(row.calcium_onset);
    auto const onset = engine::summary(onsets, scratch);
    out += fmt::format("\nOnset of repeated firing over the ensemble (33 °C): mean {:.2f} mmol/L, SD {:.2f}, "
                       "nine tenths between {:.2f} and {:.2f}.\n"
                       "It was conditioned on 0.83 ± 0.12 (tools/nerve/conditions.csv): the width is what is "
                       "believed, not what was measured.\n\n",
                       onset.mean, onset.sd, onset.p5, onset.p95);
    out += "Overbreathing (calcium 1.15) and ischaemia (pump at a third, potassium 5 around the nerve) at 37 "
           "°C:\n\n"
           "| state | fires | Hz | CV |\n|---|---|---|---|\n";
    for (double const ph : {7.45, 7.5, 7.55, 7.6, 7.65, 7.7, 7.75})
        out += line(fmt::format("pH {}", ph), at(1.15, ph, 37), 1);
    for (double const calcium : {1.2, 1.05, 1.0, 0.95}) {
        auto m = at(calcium, 7.4, 37);
        out += line(fmt::format("calcium {}", calcium), m, 1);
        m.potassium = 5;
        out += line(fmt::format("calcium {}, ischaemia", calcium), m, 0.3);
    }
    return out + "\n";
}

} // namespace rheobase::nerve
