// What happens at set hours of a phase.
#include "app/read/experiment_parts.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

using ions::limit_called;

constexpr double last_bits = 1e-9; ///< a third of an hour three times is an hour
constexpr double day_hours = 24;

std::string item(std::string const& path, std::size_t place) {
    return fmt::format("{}[{}]", path, place);
}

/// The members of a list, when they are no more than a phase holds.
std::vector<nlohmann::json const*> entries(Fields& fields, std::string_view key) {
    auto list = fields.list(key);
    if (!within(ions::limit_of("entries"), static_cast<double>(list.size()), fields.at(key), fields.faults()))
        list.clear();
    return list;
}

void read_infusions(Fields& fields, std::optional<double> hours, ions::Phase& phase,
                    ExperimentReading& reading) {
    auto const list = entries(fields, "infusion");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields one(*list[i], item(fields.at("infusion"), i), reading.faults, "what");
        one.demand("what", "Name what runs in: calcium, magnesium, potassium, citrate or saline.");
        auto const what = one.one_of("what", ions::infused_names);
        one.demand("mmol_per_hour", "Say how fast it runs.");
        auto const rate = what ? limited(one, "mmol_per_hour",
                                         limit_called("infusion_" + std::string(ions::infused_names[*what])))
                               : one.number("mmol_per_hour");
        auto const window = read_window(one, "hours", hours, -1);
        one.finish();
        if (what && rate && window)
            phase.infusions.push_back(
                {static_cast<ions::Infused>(*what), *rate, window->from_hour, window->hours});
    }
}

/// Two clamps cannot hold one level at the same time.
void refuse_overlaps(std::vector<ions::Clamp> clamps, std::string const& path, Faults& faults) {
    std::stable_sort(clamps.begin(), clamps.end(), [](ions::Clamp const& a, ions::Clamp const& b) {
        return a.what != b.what ? a.what < b.what : a.from_hour < b.from_hour;
    });
    for (std::size_t i = 1; i < clamps.size(); ++i)
        if (clamps[i].what == clamps[i - 1].what &&
            clamps[i].from_hour < clamps[i - 1].from_hour + clamps[i - 1].hours - last_bits) {
            faults.add(path,
                       fmt::format("{} is held at two values in hour {}", name_of(clamps[i].what),
                                   plain(clamps[i].from_hour)),
                       "Let one clamp end before the next begins.");
            return;
        }
}

void read_clamps(Fields& fields, std::optional<double> hours, ions::Phase& phase,
                 ExperimentReading& reading) {
    auto const list = entries(fields, "clamp");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields one(*list[i], item(fields.at("clamp"), i), reading.faults, "what");
        one.demand("what", "Name what is held: ionised_calcium, magnesium_serum or potassium_serum.");
        auto const what = one.one_of("what", ions::clamped_names);
        one.demand("value", "Give the level it is held at, in mmol/L.");
        auto const value =
            what ? limited(one, "value", limit_called("clamp_" + std::string(ions::clamped_names[*what])))
                 : one.number("value");
        auto const window = read_window(one, "hours", hours, -1);
        one.finish();
        if (what && value && window)
            phase.clamps.push_back(
                {static_cast<ions::Clamped>(*what), *value, window->from_hour, window->hours});
    }
    refuse_overlaps(phase.clamps, fields.at("clamp"), reading.faults);
}

/// A level that is held and the same ion run in: allowed, but only one of them is seen.
void note_clamped_infusions(ions::Phase const& phase, std::string const& where, ExperimentReading& reading) {
    for (auto const& clamp : phase.clamps)
        for (auto const& infusion : phase.infusions) {
            bool const same =
                clamp.what == ions::Clamped::ionised_calcium   ? infusion.what == ions::Infused::calcium
                : clamp.what == ions::Clamped::magnesium_serum ? infusion.what == ions::Infused::magnesium
                                                               : infusion.what == ions::Infused::potassium;
            double const from = std::max(clamp.from_hour, infusion.from_hour);
            double const to = std::min(clamp.from_hour + clamp.hours, infusion.from_hour + infusion.hours);
            if (same && infusion.mmol_per_hour > 0 && from < to - last_bits)
                reading.notes.push_back(fmt::format(
                    "{}: from hour {} to {} {} runs in while {} is held at {} mmol/L. The clamp takes out "
                    "what the infusion brings, so the infusion does not show in that level.",
                    sentence_begin(where), plain(from), plain(to), name_of(infusion.what),
                    name_of(clamp.what), plain(clamp.value)));
        }
}

void read_meals(Fields& fields, std::optional<double> hours, ions::Phase& phase, ExperimentReading& reading) {
    if (!fields.find("meals"))
        return;
    phase.meals.clear();
    auto const list = entries(fields, "meals");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields one(*list[i], item(fields.at("meals"), i), reading.faults);
        auto const faults_before = reading.faults.list.size();
        ions::Meal meal;
        meal.daily = one.truth("daily").value_or(false);
        one.demand("hour", "Say when it is eaten, in hours from the start of the phase.");
        if (auto const hour = one.number("hour")) {
            meal.hour = *hour;
            auto const end = meal.daily ? day_hours : hours.value_or(*hour + 1);
            if (meal.hour < 0 || meal.hour >= end)
                reading.faults.add(
                    one.at("hour"),
                    fmt::format("hour {} is outside the {}", plain(meal.hour), meal.daily ? "day" : "phase"),
                    meal.daily ? "A meal of every day has an hour from 0 to less than 24."
                               : fmt::format("The phase runs from hour 0 to hour {}.", plain(end)));
        }
        bool const any = read_amounts(one, false, reading, [&](ions::Ingested what, ions::Spread amount) {
            meal.amount[static_cast<std::size_t>(what)] = amount.mean;
            meal.named[static_cast<std::size_t>(what)] = true;
        });
        if (!any && one.sound() && reading.faults.list.size() == faults_before)
            reading.faults.add(one.path(), "this meal holds nothing",
                               "Name what is eaten, such as \"potassium_mmol\": 35.");
        phase.meals.push_back(meal);
    }
    auto const daily = std::count_if(phase.meals.begin(), phase.meals.end(),
                                     [](ions::Meal const& meal) { return meal.daily; });
    within(ions::limit_of("daily_meals"), static_cast<double>(daily), fields.at("meals"), reading.faults,
           fmt::format("{} meals every day", daily));
}

void read_drinking(Fields& fields, std::optional<double> hours, ions::Phase& phase,
                   ExperimentReading& reading) {
    auto const grams = limited(fields, "alcohol_g", ions::limit_of("alcohol_g"));
    bool const at = fields.find("from_hour"), lasting = fields.find("hours_drinking");
    if (!at && !lasting) {
        if (grams)
            phase.drinking = ions::Drinking{*grams, false, 0, 0};
        return;
    }
    if (!fields.sound())
        return;
    if (!fields.find("alcohol_g"))
        reading.faults.add(fields.at(at ? "from_hour" : "hours_drinking"), "there is nothing to drink",
                           "Write alcohol_g beside it, or leave it out.");
    if (!lasting)
        reading.faults.add(fields.path(), "'hours_drinking' is missing beside from_hour",
                           "Say for how many hours the alcohol is drunk.");
    auto const length = limited(fields, "hours_drinking", ions::limit_of("hours_drinking"));
    auto const window = read_window(fields, "hours_drinking", hours, length.value_or(0));
    if (grams && length && window)
        phase.drinking = ions::Drinking{*grams, true, window->from_hour, *length};
}

} // namespace

std::optional<Window> read_window(Fields& fields, std::string_view length_key,
                                  std::optional<double> phase_hours, double fallback) {
    Window window;
    bool const length_said = fields.find(length_key);
    auto const from = fields.number("from_hour");
    if (fields.find("from_hour") && !from)
        return std::nullopt;
    window.from_hour = from.value_or(0);
    if (window.from_hour < 0) {
        fields.faults().add(fields.at("from_hour"),
                            fmt::format("hour {} is before the phase begins", plain(window.from_hour)),
                            "Hours count from the start of the phase.");
        return std::nullopt;
    }
    if (phase_hours && window.from_hour >= *phase_hours) {
        fields.faults().add(fields.at("from_hour"),
                            fmt::format("hour {} is after the phase ends (hour {})", plain(window.from_hour),
                                        plain(*phase_hours)),
                            "Begin earlier, or let the phase last longer.");
        return std::nullopt;
    }
    auto const length = length_said     ? fields.number(length_key)
                        : fallback >= 0 ? std::optional(fallback)
                        : phase_hours   ? std::optional(*phase_hours - window.from_hour)
                                        : std::nullopt;
    if (!length)
        return std::nullopt;
    window.hours = *length;
    if (window.hours <= 0 && length_said) {
        fields.faults().add(fields.at(length_key),
                            fmt::format("{} hours is no time at all", plain(window.hours)),
                            "Give more than 0.");
        return std::nullopt;
    }
    if (phase_hours && window.from_hour + window.hours > *phase_hours + last_bits) {
        fields.faults().add(fields.at(length_key),
                            fmt::format("this would last until hour {}, and the phase ends at hour {}",
                                        plain(window.from_hour + window.hours), plain(*phase_hours)),
                            "Shorten it, or let the phase last longer.");
        return std::nullopt;
    }
    return window;
}

void read_windows(Fields& fields, std::optional<double> hours, ions::Phase& phase,
                  ExperimentReading& reading) {
    read_infusions(fields, hours, phase, reading);
    read_clamps(fields, hours, phase, reading);
    note_clamped_infusions(phase, place_in_words(fields.path()), reading);
    read_meals(fields, hours, phase, reading);
    read_drinking(fields, hours, phase, reading);
}

} // namespace rheobase::read
