// One person taken through an experiment with every state in sight, by whatever integrator a test chooses. The steps of
// the product's own loop are retraced here, and WalkTest holds the two together bit for bit.
#pragma once

#include "model/ions/block.hpp"

#include <bit>

namespace rheobase::ions {

class Walk {
public:
    Walk(Experiment const& experiment, std::uint32_t person, RunOptions const& options = {})
        : course_(course(experiment, options)), physiology_(physiology_count, 1), forcing_(forcing_count, 1),
          state_(state_count, 1) {
        auto const& sound = course_.experiment;
        auto const who = participant(sound.who, sound.seed, person);
        body = physiology(who, course_.facts, sound.seed, person);
        put(physiology_, body);
        for (auto const& phase : sound.phases)
            base_.push_back(forcing(phase, amounts(phase, sound.seed, person), body, who.stage, sound.seed, person));
        set(with_meals_spread(base_[0], sound.phases[0], course_.inherited[0]));
        settled = settle(kernel(1), physiology_, forcing_, state_)[0];
    }

    /// advance(walk, stretch) moves the states over a stretch; seen(walk, stretch) follows it.
    template <class Advance, class Seen>
    void through(Advance&& advance, Seen const& seen) {
        for (std::size_t s = 0; s < course_.stretches.size(); ++s) {
            auto const& stretch = course_.stretches[s];
            auto const phase = static_cast<std::size_t>(stretch.phase);
            set(with(base_[phase], course_.acting[s]));
            for (std::size_t const meal : stretch.meals)
                for (auto const& [state, amount] : course_.meals[phase][meal])
                    state_.at(state, 0) += amount;
            advance(*this, stretch);
            seen(*this, stretch);
        }
    }

    /// As the product does it.
    static auto as_run(engine::Accuracy const& accuracy = {}) {
        return [accuracy](Walk& walk, Stretch const& stretch) {
            for (double const hours : stretch.steps)
                kernel(1).follow(walk.facts(), walk.acting(), accuracy, hours, walk.y());
        };
    }

    double* y() { return state_.data(); }
    double const* y() const { return state_.data(); }
    double state(std::size_t i) const { return state_.at(i, 0); }
    double const* facts() const { return physiology_.data(); }
    double const* acting() const { return forcing_.data(); }
    std::vector<Stretch> const& stretches() const { return course_.stretches; }
    Course const& what() const { return course_; }

    void rates(double const* at, double* f) const { kernel(1).rates(facts(), acting(), at, f); }

    bool settled = false;
    Physiology<double> body{};
    Forcing<double> now{};

private:
    template <class Numbers>
    static void put(LaneArray& into, Numbers const& numbers) {
        auto const flat = std::bit_cast<std::array<double, sizeof(Numbers) / sizeof(double)>>(numbers);
        std::copy(flat.begin(), flat.end(), into.data());
    }
    void set(Forcing<double> const& in) {
        now = in;
        put(forcing_, in);
    }

    Course course_;
    LaneArray physiology_, forcing_, state_;
    std::vector<Forcing<double>> base_;
};

} // namespace rheobase::ions
