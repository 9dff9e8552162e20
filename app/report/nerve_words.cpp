#include "app/report/nerve_words.hpp"

#include "app/report/figures.hpp"
#include "app/report/phrases.hpp"
#include "model/nerve/medium_parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace nerve;

std::string counted_axons(int count, int of) {
    return fmt::format("{} of {} axons", count, of);
}

/// "12 % less", "3 % more", "as much".
std::string more_or_less(double percent) {
    auto const rounded = std::round(percent);
    return rounded == 0 ? std::string("as much")
                        : fmt::format("{:.0f}\u00a0% {}", std::abs(rounded), rounded < 0 ? "less" : "more");
}

constexpr int fewest_for_a_band = 20;

bool at_least_half(int some, int of) {
    constexpr int halves = 2;
    return some > 0 && halves * some >= of;
}

bool at_least_a_tenth(int some, int of) {
    constexpr int tenths = 10;
    return tenths * some >= of;
}

/// Two figures: 0.42, 3.1, 120.
std::string about(double value) {
    constexpr double whole = 10;
    return std::abs(value) < whole ? fmt::format("{:.2g}", value) : fmt::format("{:.0f}", value);
}

} // namespace

std::string index_figure(std::size_t index, double value) {
    return with_decimals(value, static_cast<int>(indices_rows[index].decimals));
}

std::string index_range(std::size_t index, double low, double high) {
    return known(low) && known(high) ? index_figure(index, low) + " to " + index_figure(index, high) : "–";
}

std::string index_words(std::size_t index) {
    std::string out(indices_rows[index].short_name);
    if (auto const at = out.find("-40"); at != out.npos)
        out.replace(at, 1, "−");
    return out;
}

std::string index_name(std::size_t index) {
    auto const unit = indices_rows[index].unit;
    return index_words(index) + (unit == "1" ? std::string() : fmt::format(", {}", unit));
}

Measurement measurement_of(std::string_view key) {
    if (key.starts_with("iv_"))
        return Measurement::current;
    if (key.starts_with("te_") || key == "s2_accommodation" || key == "accommodation_half_time_ms")
        return Measurement::electrotonus;
    return key == "sdtc_ms" || key == "rheobase_relative" ? Measurement::duration : Measurement::recovery;
}

std::string_view measurement_name(Measurement measurement) {
    return measurement == Measurement::duration       ? "Charge and duration"
           : measurement == Measurement::recovery     ? "Recovery cycle"
           : measurement == Measurement::electrotonus ? "Threshold electrotonus"
                                                      : "Current and threshold";
}

std::vector<std::string> changes_in_words(NerveTold const& told) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < medium_parts.size(); ++i) {
        auto const& part = medium_parts[i];
        double const value = told.model.medium.*part.at, ordinary = ordinary_medium.*part.at;
        if (value != ordinary)
            out.push_back(fmt::format("{} {:.6g}{} (ordinary {:.6g})", part.words, value,
                                      medium_limits_rows[i].unit == "1"
                                          ? std::string()
                                          : "\u00a0" + std::string(medium_limits_rows[i].unit),
                                      ordinary));
    }
    if (told.myelin != 1)
        out.push_back(fmt::format("myelin {:.6g} of the healthy", told.myelin));
    return out;
}

std::string firing_in_words(Excitability const& model) {
    auto const& fires = model.fires_alone;
    if (model.people == 0 || !known(fires.share))
        return "Whether axons fire on their own was not watched.";
    int const count = static_cast<int>(std::lround(fires.share * model.people));
    auto const watched = fmt::format("{:.3g} seconds", fires.seconds);
    // That none fires is no finding about people: calm in ordinary fluids is how the axons were chosen.
    if (count == 0)
        return fmt::format("No axon of {} fires on its own within {}. The axons were chosen for being calm "
                           "in ordinary fluids.",
                           model.people, watched);
    auto out = count == 1 ? fmt::format("{} fires on its own", counted_axons(count, model.people))
                          : fmt::format("{} fire on their own", counted_axons(count, model.people));
    out += fmt::format(" within {} ({}\u00a0%)", watched, about(100 * fires.share));
    if (known(fires.rate.p50))
        out += fmt::format(", the median one at {} Hz and hardly any above {} Hz", about(fires.rate.p50),
                           about(fires.rate.p95));
    if (known(fires.isi_cv)) {
        constexpr double steady = 0.3, irregular = 0.7;
        out += fires.isi_cv < steady      ? ", steadily"
               : fires.isi_cv > irregular ? ", irregularly"
                                          : ", somewhat irregularly";
        out += fmt::format(" (intervals vary by {:.0f}\u00a0%)", 100 * fires.isi_cv);
    }
    return out + ".";
}

std::string threshold_in_words(NerveTold const& told) {
    auto const& change = told.model.threshold_change;
    if (!known(change.p50))
        return {};
    if (changes_in_words(told).empty())
        return "This is ordinary blood and healthy myelin: the thresholds that others are compared with.";
    constexpr double nothing = 0.5;
    bool const same = std::abs(change.p50) < nothing;
    bool const all = told.model.tracked >= told.model.people;
    auto out = fmt::format("{} stimulus of 1 ms needs {} current{} in ordinary blood",
                           all ? "A" : "In the axons that can be tracked a", more_or_less(change.p50),
                           same ? " as" : " than");
    if (known(change.p5) && known(change.p95))
        out += fmt::format(" (5 to 95\u00a0% of axons: {} to {})", more_or_less(change.p5),
                           more_or_less(change.p95));
    if (same)
        return out + ".";
    // Where many are blocked, those that are left do not speak for the nerve.
    if (at_least_a_tenth(told.model.silent_to_stimuli, told.model.people))
        return out + ". The nerve as a whole is on its way into block.";
    return out + fmt::format(": {} {} easily.", all ? "the nerve fires" : "they fire",
                             change.p50 < 0 ? "more" : "less");
}

std::string silent_in_words(Excitability const& model) {
    if (model.silent_to_stimuli <= 0)
        return {};
    return model.silent_to_stimuli >= model.people
               ? "No stimulus fires any of the axons here, so that there are no indices."
               : fmt::format("{} cannot be fired by any stimulus here.",
                             counted_axons(model.silent_to_stimuli, model.people));
}

bool enough_tracked(Excitability const& model) {
    return at_least_half(model.tracked, model.people);
}

bool enough_for_a_band(Excitability const& model) {
    return model.tracked >= fewest_for_a_band;
}

std::string tracked_in_words(Excitability const& model) {
    if (model.tracked >= model.people || model.silent_to_stimuli >= model.people)
        return {};
    return enough_tracked(model)
               ? fmt::format(
                     "A threshold is tracked in a nerve at rest: curves and indices are of the {} axons "
                     "that are, and that a stimulus fires.",
                     model.tracked)
               : fmt::format("A threshold is tracked in a nerve at rest: {} at rest and fired by a stimulus, "
                             "fewer than half, so that curves and indices are left out.",
                             model.tracked == 0   ? std::string("no axon is")
                             : model.tracked == 1 ? "1 axon is"
                                                  : fmt::format("{} axons are", model.tracked));
}

std::vector<std::string> findings(NerveTold const& told) {
    std::vector<std::string> out;
    for (auto& words : {silent_in_words(told.model), firing_in_words(told.model), threshold_in_words(told),
                        tracked_in_words(told.model)})
        if (!words.empty())
            out.push_back(words);
    return out;
}

NerveTold shown_of(NerveTold told) {
    auto& model = told.model;
    bool const any = enough_tracked(model), band = enough_for_a_band(model);
    auto const keep = [&](Spread& of) {
        // Some axons are tracked and still do not give it: they are refractory, or never superexcitable.
        if (!any || !at_least_half(of.count, model.people))
            of = {};
        if (!band || of.count < fewest_for_a_band)
            of.p5 = of.p95 = unknown;
    };
    for (auto& index : model.indices)
        keep(index);
    for (auto& curve : model.curves)
        for (auto& at : curve.at)
            keep(at);
    keep(model.threshold_change);
    return told;
}

bool any_index(NerveTold const& told) {
    return told.recording || std::any_of(told.model.indices.begin(), told.model.indices.end(),
                                         [](Spread const& index) { return known(index.p50); });
}

std::string_view standing_word(Standing standing) {
    return standing == Standing::below ? "below" : standing == Standing::above ? "above" : "";
}

std::vector<std::string> nerve_limits() {
    return {
        "This is a model of single motor axons of the median nerve, not of a person.",
        "It shows what these concentrations alone would do. Blood does not tell what bathes a nerve at its "
        "ends.",
        "Bands show how axons differ in the model (90 % of them) and how healthy people differ (95 %, wider "
        "by a fifth for that alone), not how sure the model is.",
        "It must not be used to diagnose, to choose a treatment, or to call a blood value harmless.",
    };
}

} // namespace rheobase::report
