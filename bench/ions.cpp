// How fast and how exact the body model is, beside CVODE on the same laws, the same people and the same meals, on one
// core of this machine, in one run.
//
//   bench_ions [--grids]   --grids: also the error and the cost of other step grids
//
// Error: largest difference from CVODE at a relative tolerance of 1e-10, over all states and day ends of a year,
// relative to the state or to a thousandth of its usual size (model/ions/states.csv) where that is more.

#include "bench/ions/count.hpp"
#include "bench/ions/cvode.hpp"
#include "bench/ions/peak.hpp"
#include "model/ions/run.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <thread>

namespace {

using namespace rheobase;
using namespace rheobase::bench;
using namespace rheobase::ions;

constexpr int compared = 3; ///< people whom both solvers take through the year

struct Figure {
    double ms = 0; ///< of one core for a person's year
    double error = 0;
    double outside_gut = 0;
    std::string where;
};

void heading(std::string_view what) {
    fmt::print("\n{}\n", what);
}

void line(std::string_view what, Figure const& f, std::string_view aim) {
    std::string const error = f.error > 0 ? fmt::format("{:8.1e}", f.error) : std::string(8, ' ');
    fmt::print("  {:<46} {:9.3f} {:10.1f}   {}   {}\n", what, f.ms, 1000 / f.ms, error, aim);
}

std::string times(double ours, double theirs, double aim) {
    return aim > 0 ? fmt::format("{:.0f} times ours (aim at least {:.0f})", theirs / ours, aim)
                   : fmt::format("{:.0f} times ours", theirs / ours);
}

/// The mean time of the compared people and the largest error of any.
Figure peer(std::vector<Walk> const& walks, std::vector<std::vector<double>> const& reference, double relative,
            Slopes slopes, Work* work = nullptr) {
    Figure f;
    for (std::size_t i = 0; i < walks.size(); ++i) {
        std::vector<double> days;
        Work const w = cvode(walks[i], relative, slopes, &days);
        f.ms += 1000 * w.seconds / static_cast<double>(walks.size());
        f.error = w.failed ? INFINITY : std::max(f.error, error(days, reference[i]).most);
        if (work)
            *work = w;
    }
    return f;
}

double stepping(Walk const& walk, Kernel const& k) {
    double best = INFINITY;
    for (int repeat = 0; repeat < 5; ++repeat) {
        double const begun = seconds();
        advance(walk, k);
        best = std::min(best, seconds() - begun);
    }
    return 1000 * best / k.width;
}

Figure ours(Diet diet, std::vector<Walk> const& walks, std::vector<std::vector<double>> const& reference, Kernel const& k,
            Grid const& grid = {}) {
    Figure f;
    for (std::size_t i = 0; i < walks.size(); ++i) {
        std::vector<double> days;
        advance(walk(experiment(diet, 1), kernel(1), grid, static_cast<int>(i)), kernel(1), &days);
        auto const e = error(days, reference[i]);
        f.outside_gut = std::max(f.outside_gut, e.outside_gut);
        if (!(e.most <= f.error)) {
            f.error = e.most;
            f.where = fmt::format("{}, day {}", state_rows[e.state].key, e.day + 1);
        }
    }
    f.ms = stepping(walk(experiment(diet, k.width), k, grid), k);
    return f;
}

double whole_run(Experiment const& e, RunOptions const& options, double days) {
    auto const begun = std::chrono::steady_clock::now();
    auto const findings = run(e, options);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begun;
    return 1000 * took.count() * 365 / days / std::max(findings.people_done, 1);
}

void against_cvode(Diet diet, bool grids) {
    heading(fmt::format("A year of {}, one core", name_of(diet)));
    fmt::print("  {:<46} {:>9} {:>10}   {:>8}\n", "", "ms/person", "persons/s", "error");
    std::vector<Walk> walks;
    std::vector<std::vector<double>> reference(compared);
    for (int i = 0; i < compared; ++i) {
        walks.push_back(walk(experiment(diet, 1), kernel(1), Grid{}, i));
        cvode(walks.back(), 1e-10, Slopes::by_our_laws, &reference[static_cast<std::size_t>(i)]);
    }
    int const widest = kernel(0).width;
    Figure const best = ours(diet, walks, reference, kernel(0));
    bool const aimed = diet == Diet::daily;

    Work work;
    Figure const plain = peer(walks, reference, 1e-6, Slopes::by_differences, &work);
    line("CVODE, rtol 1e-6", plain, times(best.ms, plain.ms, aimed ? 100 : 0));
    fmt::print("    {} steps, {} evaluations of the rates, {} factorings, {} restarts\n", work.steps, work.rates,
               work.factorings, work.restarts);
    Figure const fair = peer(walks, reference, 1e-6, Slopes::by_our_laws);
    line("CVODE, rtol 1e-6, with our slopes", fair, times(best.ms, fair.ms, 0));
    for (Slopes const slopes : {Slopes::by_differences, Slopes::by_our_laws}) {
        // Tolerances a factor of 10^(1/4) apart, from the loosest.
        for (int quarter = 8; quarter <= 40; ++quarter) {
            double const relative = std::pow(10, -quarter / 4.0);
            Figure const equal = peer(walks, reference, relative, slopes);
            if (!(equal.error <= best.error))
                continue;
            line(fmt::format("CVODE at our error, rtol {:.1e}{}", relative,
                             slopes == Slopes::by_differences ? "" : ", with our slopes"),
                 equal, times(best.ms, equal.ms, aimed ? 40 : 0));
            break;
        }
    }
    for (int lanes = 1; lanes <= widest; lanes *= 2) {
        Figure f = best;
        f.ms = stepping(walk(experiment(diet, lanes), kernel(lanes), Grid{}), kernel(lanes));
        line(fmt::format("ours, {} {}", lanes, lanes == 1 ? "lane" : "lanes"), f,
             lanes == 8 ? "(aim at most 5 ms, error at most 1e-4)" : lanes == 4 ? "(AVX2)" : "");
    }
    std::size_t steps = 0;
    for (auto const& leg : walks[0].legs)
        steps += leg.steps.size();
    fmt::print("    {} steps; largest error in {}; outside the gut {:.1e}\n", steps, best.where, best.outside_gut);
    Figure whole;
    RunOptions options;
    options.threads = 1;
    whole.ms = whole_run(experiment(diet, 16 * widest), options, 365);
    line("ours, the whole of run(): draws, start, reports", whole, "");
    if (diet != Diet::constant) {
        Grid const hourly{1, 1, 1, 1};
        Figure const f = ours(Diet::daily, walks, reference, kernel(0), hourly);
        if (diet == Diet::meals)
            line("ours, a fixed hourly grid without meals", Figure{f.ms, 0, 0, {}},
                 fmt::format("meals cost {:.2f} times that (aim at most 2)", best.ms / f.ms));
    }
    if (!grids)
        return;
    for (double const first : {0.03125, 0.0625, 0.125, 0.25})
        for (double const gentle : {0.5, 1.0, 2.0})
            for (double const growth : {1.5, 2.0})
                for (double const longest : {4.0, 6.0, 8.0}) {
                    Figure const f = ours(diet, walks, reference, kernel(0), Grid{first, gentle, growth, longest});
                    line(fmt::format("grid first {}, {} growth {} longest {}", first, gentle, growth, longest), f, f.where);
                }
}

void crowds() {
    heading("Cost by number of people: 30 days of daily changes, the whole of run(), one thread");
    for (int const people : {1, 8, 100, 1000, 10000, 100000}) {
        Experiment const e = experiment(Diet::daily, people, 30);
        RunOptions options;
        options.threads = 1;
        fmt::print("  {:>6} people {:9.3f} ms a person-year{}\n", people, whole_run(e, options, 30),
                   people == 10000 ? "   (aim: 10,000 people, 1 year: at most 50 s, 5 ms each)" : "");
    }
    heading("Cost by number of threads: 2000 people, 30 days of daily changes");
    auto const cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    double alone = 0;
    for (int threads = 1; threads <= cores; threads *= 2) {
        RunOptions options;
        options.threads = threads;
        double const ms = whole_run(experiment(Diet::daily, 2000, 30), options, 30);
        alone = threads == 1 ? ms : alone;
        fmt::print("  {:>6} threads {:8.3f} ms of the clock a person-year, {:.2f} times one thread (aim {})\n", threads,
                   ms, alone / ms, threads);
    }
}

struct Bills {
    Bill rates, slopes, factoring, solving, step;
};

Bills bills() {
    Walk const w = walk(experiment(Diet::daily, 1, 2), kernel(1), Grid{});
    static Counted physiology[physiology_count], forcing[forcing_count], y[state_count], f[state_count],
        a[body_plan.entries];
    auto const fill = [](Counted* into, double const* from, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i)
            into[i] = Counted(from[i]);
    };
    fill(physiology, w.physiology.data(), physiology_count);
    fill(forcing, w.forcings.back().data(), forcing_count);
    fill(y, w.start.data(), state_count);
    BodySystem<Counted> const body{*reinterpret_cast<Physiology<Counted> const*>(physiology),
                                   *reinterpret_cast<Forcing<Counted> const*>(forcing)};
    auto const cost = [](auto const& what) {
        Bill const before = Counted::bill;
        what();
        return Counted::bill - before;
    };
    Bills b;
    b.rates = cost([&] { body.rates(y, f); });
    b.slopes = cost([&] { body.rates_and_slopes(y, f, a); });
    for (std::size_t i = 0; i < state_count; ++i)
        a[body_plan.where[i][i]] = a[body_plan.where[i][i]] + Counted(2.0);
    b.factoring = cost([&] { engine::factor<Counted, body_plan>(a); });
    b.solving = cost([&] { engine::solve<Counted, body_plan>(a, f); });
    b.step = cost([&] { engine::rodas4_step<Counted>(body, 1.0, y); });
    return b;
}

void arithmetic() {
    heading("Arithmetic of one step of one person");
    Bills const b = bills();
    fmt::print("  {:<34} {:>6} {:>6} {:>6} {:>5} {:>5} {:>8}\n", "", "+ -", "*", "/", "exp", "log", "in all");
    auto const row = [](std::string_view what, Bill const& bill) {
        fmt::print("  {:<34} {:6} {:6} {:6} {:5} {:5} {:8}\n", what, bill.add, bill.multiply, bill.divide, bill.exp,
                   bill.log, bill.all());
    };
    row("rates", b.rates);
    row("rates and slopes", b.slopes);
    row("factoring", b.factoring);
    row("one solution", b.solving);
    row("a step", b.step);
    constexpr std::size_t vectors = 6;
    constexpr std::size_t held = physiology_count + forcing_count + body_plan.entries + (vectors + 1) * state_count;
    constexpr std::size_t passed = 3 * (physiology_count + forcing_count + 2 * state_count) + 7 * body_plan.entries +
                                   4 * 4 * state_count;
    fmt::print("  A person's numbers: {} bytes; a step passes over {} bytes of them at most, {:.1f} operations a byte\n",
               8 * held, 8 * passed, static_cast<double>(b.step.all()) / (8.0 * passed));

    heading("Against the arithmetic peak of one core (no fused multiply-add: results are the same on every machine)");
    for (int lanes : {2, 4, 8}) {
        double const most = peak(lanes);
        if (most == 0)
            continue;
        Kernel const& k = kernel(lanes);
        Walk const w = walk(experiment(Diet::daily, k.width, 60), k, Grid{});
        std::size_t steps = 0;
        for (auto const& leg : w.legs)
            steps += leg.steps.size();
        double const step_us = 1000 * stepping(w, k) / static_cast<double>(steps);
        double const reached = static_cast<double>(b.step.all()) / step_us / 1000;
        double const divided = peak_divisions(lanes);
        double const floor_us =
            (static_cast<double>(b.step.plain()) / most + static_cast<double>(b.step.divisions()) / divided) / 1000;
        fmt::print("  {} lanes: {:.3f} us a step and person; {:.1f} of {:.1f} Gop/s, {:.0f} % (aim 33 %); divisions at "
                   "{:.1f} Gop/s bound a step to {:.3f} us, of which it reaches {:.0f} %\n",
                   lanes, step_us, reached, most, 100 * reached / most, divided, floor_us, 100 * floor_us / step_us);
    }
}

} // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // minutes pass: each line as it comes
    bool const grids = argc > 1 && !std::strcmp(argv[1], "--grids");
    fmt::print("The body model beside CVODE: {} states, {} lanes at most here\n", state_count, kernel(0).width);
    for (Diet const diet : diets)
        against_cvode(diet, grids);
    crowds();
    arithmetic();
}
