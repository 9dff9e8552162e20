// How easily a nerve fires, in words: said the same way by every report.
#pragma once

#include "base/result.hpp"
#include "model/nerve/measured.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rheobase::report {

/// All that the reports tell of.
struct NerveTold {
    nerve::Excitability model;
    double myelin = 1; ///< 1 is healthy
    std::uint64_t seed = 1;
    std::optional<nerve::ThresholdRecording> recording;
    std::vector<Problem> unread;    ///< of the recording
    std::vector<std::string> notes; ///< of the recording and of the concentrations
};

/// An index with as many digits as it deserves.
std::string index_figure(std::size_t index, double value);
/// "0.29 to 0.67", or a dash.
std::string index_range(std::size_t index, double low, double high);
/// Its short name, with a minus that is a minus.
std::string index_words(std::size_t index);
/// "time constant, ms"; a pure number stands alone.
std::string index_name(std::size_t index);

/// Which of the four measurements an index is read from.
enum class Measurement { duration, recovery, electrotonus, current };
inline constexpr std::array measurements{Measurement::electrotonus, Measurement::recovery,
                                         Measurement::current, Measurement::duration};
Measurement measurement_of(std::string_view index_key);
std::string_view measurement_name(Measurement measurement);

/// What differs from ordinary blood: "ionised calcium 0.90 mmol/L (ordinary 1.20)". Empty where nothing does.
std::vector<std::string> changes_in_words(NerveTold const& told);

/// Whether and how axons fire with nobody stimulating.
std::string firing_in_words(nerve::Excitability const& model);

/// How the threshold stands against ordinary blood; empty where it is unknown.
std::string threshold_in_words(NerveTold const& told);

/// Axons that no stimulus fires; empty where there are none.
std::string silent_in_words(nerve::Excitability const& model);

/// How many axons the curves and indices are of; empty where it is all of them.
std::string tracked_in_words(nerve::Excitability const& model);

/// The four above, without those that have nothing to say.
std::vector<std::string> findings(NerveTold const& told);

/// Whether at least half of the axons are at rest and answer a stimulus. What fewer show is chance.
bool enough_tracked(nerve::Excitability const& model);
/// Whether there are so many that 5 to 95 % of them is a band: a twentieth of fewer is not even one.
bool enough_for_a_band(nerve::Excitability const& model);

/// What may be shown: without the model's curves and indices where too few axons could be tracked or too few of
/// those give one, without their 5 to 95 % where that would be a handful. What stays is how they fire.
NerveTold shown_of(NerveTold told);

/// What the model's figures in this medium must not be taken for.
std::vector<std::string> medium_cautions(NerveTold const& told);

/// Whether there is any index to show, of the model or of a recording.
bool any_index(NerveTold const& told);

/// Where the indices of the recording stand against the healthy: one sentence. Empty without a recording.
std::string recording_in_words(NerveTold const& told);

/// Where the list of the recording's own program says something else than its curves; empty where they agree.
std::string disagreement_in_words(nerve::ThresholdRecording const& recording);

/// Whether a recording's temperature can be that of a skin; what cannot is compared with nothing.
bool skin_known(nerve::ThresholdRecording const& recording);

/// Which indices come from the list of the recording's own program, since no curve of it gives them; empty
/// where none do.
std::string listed_in_words(nerve::ThresholdRecording const& recording);

/// "below", "above", or nothing to say.
std::string_view standing_word(nerve::Standing standing);

/// What a reader should know before comparing: another nerve, another temperature, a polarising current.
std::vector<std::string> cautions(NerveTold const& told);

/// What it is and what it must not be used for.
std::vector<std::string> nerve_limits();

} // namespace rheobase::report
