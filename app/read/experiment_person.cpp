#include "app/read/experiment_parts.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

/// One age, or the youngest and the oldest.
void read_age(Fields& fields, ions::Participants& who, ExperimentReading& reading) {
    constexpr auto const& limit = ions::limit_of("age_years");
    auto const* found = fields.find("age_years");
    if (!found)
        return;
    auto const path = fields.at("age_years");
    if (found->is_number()) {
        if (within(limit, found->get<double>(), path, reading.faults))
            who.age_low = who.age_high = found->get<double>();
        return;
    }
    if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number() || !(*found)[1].is_number()) {
        reading.faults.add(path,
                           found->is_string()
                               ? fmt::format("\"{:.60}\" is a text, and a number or a pair is needed here",
                                             found->get<std::string>())
                               : "this is neither a number nor a pair",
                           "Write one age, or [youngest, oldest], without quotes.");
        return;
    }
    double const low = (*found)[0].get<double>(), high = (*found)[1].get<double>();
    if (low > high) {
        reading.faults.add(
            path, fmt::format("the youngest ({}) is older than the oldest ({})", plain(low), plain(high)),
            "Write [youngest, oldest].");
        return;
    }
    if (within(limit, low, path, reading.faults) && within(limit, high, path, reading.faults)) {
        who.age_low = low;
        who.age_high = high;
    }
}

/// Pregnant and lactating people are women of an age to be it.
void settle_stage(Fields& fields, ions::Participants& who, bool sex_said, ExperimentReading& reading) {
    if (who.stage == ions::Stage::none)
        return;
    constexpr auto const& limit = ions::limit_of("childbearing_age");
    auto const stage = std::string(ions::name_of(who.stage));
    if (who.sex == ions::Sex::male)
        reading.faults.add(fields.at("stage"), fmt::format("men are not {}", stage),
                           "Leave stage out, or write \"sex\": \"female\".");
    else if (who.sex == ions::Sex::any) {
        who.sex = ions::Sex::female;
        if (sex_said)
            reading.notes.push_back(fmt::format("The people are {}, so all of them are women.", stage));
    }
    if (fields.find("age_years")) {
        if (who.age_low < limit.low || who.age_high > limit.high)
            reading.faults.add(
                fields.at("age_years"),
                fmt::format("people who are {} are not aged {} to {}", stage, plain(who.age_low),
                            plain(who.age_high)),
                fmt::format("Stay between {} and {} years.", plain(limit.low), plain(limit.high)));
    } else
        who.age_high = std::min(who.age_high, limit.high);
}

} // namespace

ions::Participants read_person(nlohmann::json const& value, ExperimentReading& reading) {
    ions::Participants who;
    Fields fields(value, "person", reading.faults);
    read_age(fields, who, reading);
    auto const sex = fields.one_of("sex", ions::sex_names);
    if (sex)
        who.sex = static_cast<ions::Sex>(*sex);
    if (auto const weight = limited_spread(fields, "weight_kg", ions::limit_of("weight_kg")))
        who.weight_kg = *weight;
    who.egfr = limited_spread(fields, "egfr", ions::limit_of("egfr"));
    who.albumin_g_l = limited_spread(fields, "albumin_g_l", ions::limit_of("albumin_g_l"));
    if (auto const stage = fields.one_of("stage", ions::stage_names))
        who.stage = static_cast<ions::Stage>(*stage);
    settle_stage(fields, who, sex.has_value(), reading);
    fields.finish();
    return who;
}

} // namespace rheobase::read
