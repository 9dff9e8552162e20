#include "model/ions/block.hpp"

#include "engine/draw.hpp"
#include "model/ions/accounts.hpp"
#include "model/ions/names.hpp"
#include "model/ions/survival.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rheobase::ions {

namespace {

constexpr double hours_a_day = 24;

/// What one report needs to remember of its last row.
struct Since {
    double elapsed = 0;                 ///< hours since that row
    std::vector<double> tally;          ///< the account then, a lane
    std::vector<double> in_gut;         ///< on its way then, a lane; for absorption
    std::vector<double> eaten;          ///< eaten since then, a lane, in mmol or the table's unit
    std::vector<double> value;          ///< what was reported then, a lane
    bool any = false;
};

class Block {
public:
    Block(Course const& course, RunOptions const& options, Kernel const& kernel, std::uint32_t first, int count)
        : course_(course), fires_alone_(options.fires_alone), kernel_(kernel), count_(count), width_(kernel.width),
          physiology_(physiology_count, kernel.width), forcing_(forcing_count, kernel.width),
          state_(state_count, kernel.width), read_(momentary_count, kernel.width),
          aldosterone_at_rest_(1, kernel.width),
          rates_(state_count, kernel.width),
          alive_(static_cast<std::size_t>(kernel.width), true), first_(first),
          since_(course.experiment.reports.size()) {
        auto const& experiment = course.experiment;
        for (int lane = 0; lane < width_; ++lane) {
            // Lanes beyond the last person repeat the last one and are not reported.
            auto const person = first + static_cast<std::uint32_t>(std::min(lane, count - 1));
            Individual individual;
            bool const given = static_cast<bool>(options.individual);
            if (given)
                individual = options.individual(person);
            else
                individual.who = participant(experiment.who, experiment.seed, person);
            auto const facts = physiology(individual.who, course.facts, experiment.seed, person);
            auto const flat = std::bit_cast<std::array<double, physiology_count>>(facts);
            for (std::size_t i = 0; i < physiology_count; ++i)
                physiology_.at(i, lane) = flat[i];
            for (std::size_t number = 0; number < experiment.phases.size(); ++number) {
                auto const& phase = experiment.phases[number];
                Amounts eaten = amounts(phase, experiment.seed, person);
                if (given)
                    for (std::size_t i = 0; i < ingested_count; ++i)
                        if (course.inherited[number][i] && course.inherited[0][i])
                            eaten[i] = individual.eaten[i];
                base_.push_back(ions::forcing(phase, eaten, facts, individual.who.stage, experiment.seed, person));
                amounts_.push_back(eaten);
            }
        }
        for (auto& since : since_) {
            since.tally.assign(static_cast<std::size_t>(width_), 0);
            since.in_gut.assign(static_cast<std::size_t>(width_), 0);
            since.eaten.assign(static_cast<std::size_t>(width_), 0);
            since.value.assign(static_cast<std::size_t>(width_), unknown);
        }
        at_phase_start_.assign(experiment.reports.size() * static_cast<std::size_t>(width_), 0);
    }

    void run(double* values, std::size_t stride, std::vector<Failure>& failures) {
        begin(failures);
        std::size_t row = 0;
        Acting const* last_acting = nullptr;
        int last_phase = -1;
        for (std::size_t s = 0; s < course_.stretches.size(); ++s) {
            auto const& stretch = course_.stretches[s];
            if (stretch.phase != last_phase || !last_acting || !(*last_acting == course_.acting[s]))
                act(stretch.phase, course_.acting[s]);
            if (stretch.phase != last_phase)
                remember_phase_start();
            last_phase = stretch.phase;
            last_acting = &course_.acting[s];
            for (std::size_t const m : stretch.meals)
                eat(stretch.phase, m);
            double hour = stretch.from;
            look(stretch.phase, hour, failures);
            for (double const hours : stretch.steps) {
                kernel_.follow(physiology_.data(), forcing_.data(), course_.accuracy, hours, state_.data());
                hour += hours;
                look(stretch.phase, hour, failures);
            }
            pass(stretch);
            for (; row < course_.moments.size() && course_.moments[row].stretch == s; ++row)
                report(course_.moments[row].report, row, values, stride);
        }
    }

private:
    std::size_t of(int phase, int lane) const {
        return static_cast<std::size_t>(lane) * course_.experiment.phases.size() + static_cast<std::size_t>(phase);
    }

    void put(Forcing<double> const& in, int lane) {
        auto const flat = std::bit_cast<std::array<double, forcing_count>>(in);
        for (std::size_t i = 0; i < forcing_count; ++i)
            forcing_.at(i, lane) = flat[i];
    }

    void begin(std::vector<Failure>& failures) {
        for (int lane = 0; lane < width_; ++lane)
            put(with_meals_spread(base_[of(0, lane)], course_.experiment.phases[0], course_.inherited[0]), lane);
        auto const settled = settle(kernel_, physiology_, forcing_, state_);
        for (int lane = 0; lane < width_; ++lane)
            aldosterone_at_rest_.at(0, lane) = state_.at(at::aldosterone, lane);
        for (int lane = 0; lane < count_; ++lane)
            if (!settled[static_cast<std::size_t>(lane)])
                fail(lane, 0, 0, no_steady_state, failures);
    }

    void act(int phase, Acting const& now) {
        for (int lane = 0; lane < width_; ++lane)
            put(with(base_[of(phase, lane)], now), lane);
    }

    void eat(int phase, std::size_t meal) {
        for (auto const& [state, amount] : course_.meals[static_cast<std::size_t>(phase)][meal])
            for (int lane = 0; lane < width_; ++lane)
                state_.at(state, lane) += amount;
        auto const& eaten = course_.experiment.phases[static_cast<std::size_t>(phase)].meals[meal].amount;
        for (std::size_t r = 0; r < since_.size(); ++r) {
            int const what = account_of(course_.experiment.reports[r].what).ingested;
            if (what >= 0)
                for (auto& amount : since_[r].eaten)
                    amount += eaten[static_cast<std::size_t>(what)];
        }
    }

    /// Counts what was eaten evenly through a stretch.
    void pass(Stretch const& stretch) {
        double const hours = stretch.to - stretch.from;
        in_phase_ += hours;
        auto const& acting = course_.acting[static_cast<std::size_t>(&stretch - course_.stretches.data())];
        for (std::size_t r = 0; r < since_.size(); ++r) {
            since_[r].elapsed += hours;
            int const what = account_of(course_.experiment.reports[r].what).ingested;
            if (what < 0 || acting.in_meals[static_cast<std::size_t>(what)])
                continue;
            for (int lane = 0; lane < width_; ++lane)
                since_[r].eaten[static_cast<std::size_t>(lane)] +=
                    amounts_[of(stretch.phase, lane)][static_cast<std::size_t>(what)] * hours / hours_a_day;
        }
    }

    void remember_phase_start() {
        in_phase_ = 0;
        for (std::size_t r = 0; r < since_.size(); ++r) {
            auto const what = course_.experiment.reports[r].what;
            if (is_balance(what))
                for (int lane = 0; lane < width_; ++lane)
                    at_phase_start_[r * static_cast<std::size_t>(width_) + static_cast<std::size_t>(lane)] =
                        content(what, state_, physiology_, lane);
        }
    }

    /// Reads what is momentary, and who did not survive it: after each step, since beyond that the equations mean nothing.
    void look(int phase, double hour, std::vector<Failure>& failures) {
        kernel_.read(physiology_.data(), state_.data(), read_.data());
        for (int lane = 0; lane < count_; ++lane) {
            if (!alive_[static_cast<std::size_t>(lane)])
                continue;
            auto const why = not_survived(read_, state_, physiology_, lane);
            if (!why.empty())
                fail(lane, phase, hour, why, failures);
        }
    }

    void fail(int lane, int phase, double hour, std::string_view why, std::vector<Failure>& failures) {
        alive_[static_cast<std::size_t>(lane)] = false;
        failures.push_back({static_cast<int>(first_) + lane, phase, hour, why});
    }

    void report(std::size_t r, std::size_t row, double* values, std::size_t stride) {
        auto const what = course_.experiment.reports[r].what;
        auto& since = since_[r];
        auto const account = account_of(what);
        bool const summed = account.state < state_count || account.ingested >= 0;
        bool const first_ever = summed && !since.any;
        if (first_ever && since.elapsed == 0)
            kernel_.rates(physiology_.data(), forcing_.data(), state_.data(), rates_.data());
        for (int lane = 0; lane < count_; ++lane) {
            auto const l = static_cast<std::size_t>(lane);
            double value = unknown;
            if (static_cast<std::size_t>(what) < momentary_count)
                value = read_.at(static_cast<std::size_t>(what), lane) /
                        (what == Observable::aldosterone ? aldosterone_at_rest_.at(0, lane) : 1);
            else if (what == Observable::fires_alone)
                value = alive_[l] ? fires_alone_(at_nerve(lane)) : unknown;
            else if (is_balance(what))
                // What a child or milk has taken was neither passed, excreted nor sweated, so a balance counts it as kept. A
                // stage lasts through all phases.
                value = content(what, state_, physiology_, lane) -
                        at_phase_start_[r * static_cast<std::size_t>(width_) + l] +
                        given(what, base_[of(0, lane)]) * in_phase_;
            else if (first_ever && since.elapsed == 0)
                value = rate_now(what, account, lane);
            else if (since.elapsed == 0)
                value = since.value[l];
            else
                value = since_last(what, account, since, lane);
            if (summed) {
                since.value[l] = value;
                if (account.state < state_count)
                    since.tally[l] = state_.at(account.state, lane);
                if (account.gut < state_count)
                    since.in_gut[l] = state_.at(account.gut, lane);
                since.eaten[l] = 0;
            }
            if (course_.experiment.lab_noise)
                value = read_by_laboratory(what, value, row, lane);
            values[row * stride + l] = alive_[l] ? value : unknown;
        }
        if (summed) {
            since.any = true;
            since.elapsed = 0;
        }
    }

    BloodIons at_nerve(int lane) const {
        auto const level = [&](Observable what) { return read_.at(static_cast<std::size_t>(what), lane); };
        return {level(Observable::calcium_ionised), level(Observable::magnesium_serum), level(Observable::potassium_serum),
                level(Observable::sodium_serum)};
    }

    double mass_of(int ingested) const {
        double const mass = ingested_rows[static_cast<std::size_t>(ingested)].mass_per_mmol;
        return known(mass) ? mass : 1;
    }

    double rate_now(Observable, Account const& account, int lane) const {
        double const eaten = account.ingested < 0
                                 ? 0
                                 : amounts_[of(0, lane)][static_cast<std::size_t>(account.ingested)];
        if (account.state == state_count)
            return eaten;
        double const a_day = rates_.at(account.state, lane) * hours_a_day;
        return account.ingested < 0 ? a_day : eaten > 0 ? a_day / (eaten / mass_of(account.ingested)) : unknown;
    }

    double since_last(Observable, Account const& account, Since const& since, int lane) const {
        auto const l = static_cast<std::size_t>(lane);
        double const days = since.elapsed / hours_a_day;
        if (account.state == state_count)
            return since.eaten[l] / days;
        double const moved = state_.at(account.state, lane) - since.tally[l];
        if (account.ingested < 0)
            return moved / days;
        // Of what has left the gut since, up or down: what is still on its way has not been decided.
        double const left = since.eaten[l] / mass_of(account.ingested) + since.in_gut[l] - state_.at(account.gut, lane);
        return left > 0 ? moved / left : unknown;
    }

    /// What the laboratory and the day add; the same reading comes back for the same person, row and seed.
    double read_by_laboratory(Observable what, double value, std::size_t row, int lane) const {
        auto const& about = observables_rows[static_cast<std::size_t>(what)];
        double const lab = known(about.lab_cv) ? about.lab_cv : 0;
        double const day = known(about.within_person_cv) ? about.within_person_cv : 0;
        double const percent = 100;
        double const cv = std::sqrt(lab * lab + day * day) / percent;
        double const z = engine::standard_normal(course_.experiment.seed, first_ + static_cast<std::uint32_t>(lane),
                                                 engine::fact_key(about.key), static_cast<std::uint32_t>(row));
        return value * engine::exp(engine::lognormal_sigma(cv) * z); // no reading is negative
    }

    Course const& course_;
    std::function<double(BloodIons const&)> const& fires_alone_;
    Kernel const& kernel_;
    int count_, width_;
    LaneArray physiology_, forcing_, state_, read_, aldosterone_at_rest_, rates_;
    std::vector<bool> alive_;
    std::uint32_t first_;
    std::vector<Forcing<double>> base_; ///< by lane, then phase
    std::vector<Amounts> amounts_;      ///< by lane, then phase
    std::vector<Since> since_;
    std::vector<double> at_phase_start_;
    double in_phase_ = 0; ///< hours since the phase began
};

} // namespace

std::vector<Failure> simulate(Course const& course, RunOptions const& options, Kernel const& kernel,
                              std::uint32_t first, int count, double* values, std::size_t stride) {
    std::vector<Failure> failures;
    Block(course, options, kernel, first, count).run(values, stride, failures);
    return failures;
}

} // namespace rheobase::ions
