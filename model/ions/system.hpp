// The body as the solver sees it: a vector of states, their rates and their slopes by one another, in a pattern that is
// found while compiling by running the laws on numbers without value.
#pragma once

#include "engine/pace.hpp"
#include "model/ions/body.hpp"

namespace rheobase::ions {

template <class Real>
struct AsDiff {
    template <std::size_t I>
    using At = engine::Diff<Real, engine::only(I)>;
};

template <class Real>
RHEOBASE_INLINE constexpr auto values_of(Real const* y) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return States<AsValue<Real>::template At>{y[I]...};
    }(std::make_index_sequence<state_count>{});
}

template <class Real>
RHEOBASE_INLINE constexpr auto diffs_of(Real const* y) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return States<AsDiff<Real>::template At>{engine::Diff<Real, engine::only(I)>{y[I], {Real(1.0)}}...};
    }(std::make_index_sequence<state_count>{});
}

/// Where a rate without slopes is written.
template <class Real>
struct RateSlot {
    template <std::size_t I>
    struct At {
        Real* f;
        RHEOBASE_INLINE constexpr void operator=(Real const& rate) { f[I] = rate; }
    };
};

/// Where the set of states behind a rate is noted.
struct PatternSlot {
    template <std::size_t I>
    struct At {
        engine::Pattern<state_count>* pattern;
        template <engine::StateSet S>
        constexpr void operator=(engine::Diff<engine::Blank, S> const&) {
            (*pattern)[I] = S;
        }
        constexpr void operator=(engine::Blank) { (*pattern)[I] = 0; }
    };
};

template <template <std::size_t> class At, class... Target>
RHEOBASE_INLINE constexpr auto slots(Target*... target) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return States<At>{At<I>{target...}...};
    }(std::make_index_sequence<state_count>{});
}

constexpr engine::Pattern<state_count> pattern_of_body() {
    engine::Blank blanks[state_count]{};
    engine::Pattern<state_count> pattern{};
    Physiology<engine::Blank> const physiology{};
    Forcing<engine::Blank> const forcing{};
    auto states = diffs_of(blanks);
    auto notes = slots<PatternSlot::At>(&pattern);
    rates(states, notes, physiology, forcing);
    return pattern;
}

inline constexpr auto body_pattern = pattern_of_body();
inline constexpr auto body_plan = engine::eliminate(body_pattern);

/// The usual size of every state, and whether it only adds up: bone and the accounts, on which no rate depends.
inline constexpr auto state_sizes = [] {
    std::array<double, state_count> sizes{};
    for (std::size_t i = 0; i < state_count; ++i)
        sizes[i] = state_rows[i].scale;
    return sizes;
}();
inline constexpr auto state_tallies = [] {
    std::array<bool, state_count> tallies{};
    engine::StateSet used = 0;
    for (engine::StateSet const behind : body_pattern)
        used |= behind;
    for (std::size_t i = 0; i < state_count; ++i)
        tallies[i] = !engine::holds(used, i);
    return tallies;
}();

/// What cannot be less than nothing: all that is not told against ordinary, nor only added up.
inline constexpr auto state_stores = [] {
    std::array<bool, state_count> stores{};
    for (std::size_t i = 0; i < state_count; ++i)
        stores[i] = !state_tallies[i] && i != at::bicarbonate;
    return stores;
}();

/// What lies in the gut or is being broken down is on its way, and hardly there after some hours.
inline constexpr auto state_passing = [] {
    std::array<bool, state_count> passing{};
    for (std::size_t const i : {at::gut_calcium, at::gut_magnesium, at::gut_phosphate, at::gut_potassium,
                                at::gut_carbohydrate, at::caffeine, at::alcohol})
        passing[i] = true;
    return passing;
}();

/// Where a rate is written together with its negative slopes, in the packed places of the plan.
template <class Real>
struct SlopeSlot {
    template <std::size_t I>
    struct At {
        Real* f;
        Real* a;
        template <engine::StateSet S>
        RHEOBASE_INLINE constexpr void operator=(engine::Diff<Real, S> const& rate) {
            f[I] = rate.value;
            engine::diff::each<engine::Diff<Real, S>::count>([&](auto k) __attribute__((always_inline)) {
                constexpr std::size_t state = engine::state_at(S, decltype(k)::value);
                a[body_plan.where[I][state]] = -rate.slope[k];
            });
        }
        RHEOBASE_INLINE constexpr void operator=(Real const& rate) { f[I] = rate; }
    };
};

template <class Real>
struct BodySystem {
    static constexpr std::size_t size = state_count;
    static constexpr auto const& plan = body_plan;
    static constexpr auto const& usual = state_sizes;
    static constexpr auto const& tallies = state_tallies;
    static constexpr auto const& stores = state_stores;
    static constexpr auto const& passing = state_passing;

    Physiology<Real> const& physiology;
    Forcing<Real> const& forcing;

    RHEOBASE_INLINE void rates(Real const* y, Real* f) const {
        auto const s = values_of(y);
        auto d = slots<RateSlot<Real>::template At>(f);
        ions::rates(s, d, physiology, forcing);
    }
    RHEOBASE_INLINE void rates_and_slopes(Real const* y, Real* f, Real* a) const {
        for (std::size_t i = 0; i < plan.blank_count; ++i)
            a[plan.blanks[i]] = Real(0.0);
        auto const s = diffs_of(y);
        auto d = slots<SlopeSlot<Real>::template At>(f, a);
        ions::rates(s, d, physiology, forcing);
    }
};

} // namespace rheobase::ions
