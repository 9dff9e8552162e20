// What the blood that a person likely has would do to a motor axon, and what of that the person would notice.
// Every virtual person is asked three times of the nerve's response surface, with an axon of their own from
// the ensemble; so the width holds both the people and the axons.
#pragma once

#include "model/blood/blood.hpp"
#include "model/felt/habits.hpp"
#include "model/nerve/response.hpp"
#include "model/twitch/twitching.hpp"

namespace rheobase::felt {

/// nerve::response, or what a test puts in its place.
using Surface = nerve::Response (*)(nerve::Medium<double> const&);

enum class Noticed {
    nothing, ///< not even at the far end of what the model leaves open
    perhaps, ///< at the far end
    likely   ///< in the middle
};

/// A sign that the blood alone would bring, as a chance within a month beyond what ordinary blood brings.
struct Brought {
    std::string_view sign; ///< as twitch::Sign
    twitch::Interval chance;
    Noticed noticed = Noticed::nothing;
};

/// Intervals are the 5th, 50th and 95th percentile over people and axons. All unknown or empty where nothing
/// can be said.
struct Felt {
    bool asked = false;  ///< a crowd was asked for
    std::string why_not; ///< why nothing can be said, in a sentence; empty where something is, or nobody
                         ///< asked
    nerve::Medium<double> medium{unknown, unknown, unknown, unknown, unknown, unknown}; ///< medians
    twitch::Interval
        threshold_change_percent; ///< against nerve::ordinary_medium; below zero is easier to fire
    twitch::Interval beyond_ordinary_percent;   ///< against the same axon in the nearest ordinary blood
    twitch::Interval without_potassium_percent; ///< of that, without potassium's part: what twitches go by
    double fires_alone = unknown;               ///< mean share of fine branches
    bool rough = false; ///< the median blood lies outside of the surface's ordinary box, where it errs more
    double surface_error_percent = unknown; ///< of threshold_change_percent.mid: root mean square of the fit
    double surface_error_ends_percent = unknown; ///< of its low and high, likewise: the larger of the two
    double surface_error_share = unknown;        ///< of fires_alone, likewise
    bool beyond = false; ///< part of the crowd lies outside the surface's box and was read at its edge
    Noticed twitches = Noticed::nothing;
    std::array<Brought, 4> signs;
    twitch::Habits habits;
    twitch::Twitching twitching;

    bool said() const { return asked && why_not.empty(); }
    /// The most that any of it would be noticed.
    Noticed noticed() const;
};

/// Pure, and the same for any number of threads.
Felt felt(blood::Prediction const& blood, verdict::Chart const& chart, Surface surface = nerve::response);

/// The medium at the nerve whose ions stand to nerve::ordinary_medium as these of the blood (ionised calcium,
/// and serum magnesium, potassium and sodium, mmol/L) stand to the body's ordinary ones. Acidity and warmth
/// are ordinary.
nerve::Medium<double> medium_of(std::array<double, blood::ion_count> const& levels);

/// By how many percent the threshold must fall for twitches to come so much more often that people notice, by
/// the median of the rival curves.
double noticed_fall_percent();

} // namespace rheobase::felt
