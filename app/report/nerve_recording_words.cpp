// A recording in words: where it stands against the healthy and the model, and what to know before comparing.
#include "app/report/nerve_words.hpp"
#include "app/report/phrases.hpp"
#include "model/nerve/medium_limits.rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

using namespace nerve;

namespace {

std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace

std::string recording_in_words(NerveTold const& told) {
    if (!told.recording)
        return {};
    auto const found = measured(*told.recording);
    int known_ones = 0, within = 0, compared = 0, like_model = 0;
    std::vector<std::string> outside;
    for (std::size_t i = 0; i < index_count; ++i) {
        auto const where = standing(found[i].value, indices_rows[i].norm_low, indices_rows[i].norm_high);
        known_ones += where != Standing::unknown;
        within += where == Standing::within;
        auto const& model = told.model.indices[i];
        auto const against_model = standing(found[i].value, model.p5, model.p95);
        compared += against_model != Standing::unknown;
        like_model += against_model == Standing::within;
        if (where == Standing::below || where == Standing::above)
            outside.push_back(fmt::format("{} ({})", index_words(i), standing_word(where)));
    }
    if (known_ones == 0)
        return "The recording holds none of the indices.";
    auto const beside = compared == 0 ? std::string()
                                      : fmt::format(" {} of {} lie where 90\u00a0% of the model's axons do.",
                                                    like_model, compared);
    if (outside.empty())
        return fmt::format(
            "All {} indices of the recording lie within the range of 95\u00a0% of healthy people.{}",
            known_ones, beside);
    // One in twenty lies outside in anybody.
    double const expected = std::round(0.05 * known_ones);
    auto const by_chance = expected < 1 ? std::string("none or one") : fmt::format("about {:.0f}", expected);
    return fmt::format(
        "Of {} indices of the recording {} lie within the range of 95\u00a0% of healthy people. Outside: {}. "
        "In a healthy person {} would.{}",
        known_ones, within, listed(outside), by_chance, beside);
}

std::string listed_in_words(ThresholdRecording const& recording) {
    auto const found = measured(recording);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < index_count; ++i)
        if (found[i].origin == Origin::list)
            names.push_back(index_words(i));
    return names.empty() ? std::string()
                         : "From the recording's own list, since its curves are not in the file or do not "
                           "reach so far: " +
                               listed(names) + ".";
}

std::string disagreement_in_words(ThresholdRecording const& recording) {
    constexpr double a_few_percent = 0.05;
    auto const found = measured(recording);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < index_count; ++i) {
        auto const& [value, origin, listed] = found[i];
        auto const curve = index_figure(i, value), list = index_figure(i, listed);
        // What is rounded differs by its last digit.
        double last_digit = 1;
        for (int k = 0; k < static_cast<int>(indices_rows[i].decimals); ++k)
            last_digit /= 10;
        if (origin == Origin::curves && known(listed) &&
            std::abs(value - listed) >
                std::max(last_digit, a_few_percent * std::max(std::abs(value), std::abs(listed))))
            parts.push_back(
                fmt::format("{} is {} by the curve and {} in the list", index_words(i), curve, list));
    }
    return parts.empty() ? std::string()
                         : "The recording's own list says something else than its curves, which are what is "
                           "used here: " +
                               listed(parts) + ".";
}

bool skin_known(ThresholdRecording const& recording) {
    auto const part = std::find_if(medium_limits_rows.begin(), medium_limits_rows.end(),
                                   [](auto const& row) { return row.what == "temperature"; });
    return recording.temperature >= part->low && recording.temperature <= part->high;
}

std::vector<std::string> cautions(NerveTold const& told) {
    std::vector<std::string> out;
    if (!told.recording)
        return out;
    auto const& r = *told.recording;
    auto const sites = small(r.sites);
    bool const median = sites.find("median") != sites.npos, thumb = sites.find("apb") != sites.npos;
    if (sites.empty())
        out.emplace_back("The file does not say which nerve it is of. The norms are of the motor median "
                         "nerve at the wrist.");
    else if (!median || !thumb)
        out.push_back(fmt::format(
            "The file says \"{}\". The norms are of the motor median nerve at the wrist (to APB), so "
            "that standing outside them says little.",
            r.sites));
    constexpr double near = 1.5; // °C
    if (!known(r.temperature))
        out.emplace_back(
            "The file tells no temperature. Refractoriness and the time constant change with it.");
    else if (!skin_known(r))
        out.push_back(fmt::format("The file tells a temperature of {:.6g} °C, which is none of a skin. "
                                  "Refractoriness and the time constant change with it.",
                                  r.temperature));
    else if (std::abs(r.temperature - ordinary_medium.temperature) > near)
        out.push_back(fmt::format(
            "The skin was at {:.3g} °C and the norms are of {:.3g} °C: refractoriness and the time "
            "constant differ for that alone.",
            r.temperature, ordinary_medium.temperature));
    if (known(r.polarising_current) && r.polarising_current != 0)
        out.push_back(fmt::format(
            "A polarising current of {:.3g}\u00a0% of threshold was applied; the model and the norms are "
            "without.",
            r.polarising_current));
    if (auto words = disagreement_in_words(r); !words.empty())
        out.push_back(std::move(words));
    return out;
}

} // namespace rheobase::report
