#include "model/week/bounds.hpp"

#include "model/verdict/hard_stops.hpp"
#include "model/week/menu.rows.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

/// What a limit counts of food: everything, what was added to it, or nothing that a menu decides.
enum class Counts { all, added, nothing };
Counts counts(diet::Limit const& limit) {
    if (limit.kind == "guidance_single_dose" || limit.kind == "ul_nicotinic_acid")
        return Counts::nothing;
    if (limit.scope == "total" || limit.scope == "folic_acid")
        return Counts::all;
    return limit.scope == "supplements_and_fortified" ? Counts::added : Counts::nothing;
}

void set_ceiling(Bound& bound, double value, std::string_view kind, std::string_view scope,
                 std::string_view source) {
    if (known(bound.ceiling) && bound.ceiling <= value)
        return;
    bound.ceiling = value;
    bound.ceiling_kind = kind;
    bound.ceiling_scope = scope;
    bound.source = source;
    bound.added_only = scope == "supplements_and_fortified";
}

/// Whether a stop forbids more of it, other than by wanting it kept as it is.
bool forbidden(std::vector<verdict::HardStop> const& stops, std::string_view key) {
    auto const kinds = verdict::forbidden_by(stops);
    return std::any_of(kinds.begin(), kinds.end(), [&](auto const* kind) {
        return kind->nutrient == "all" || (kind->nutrient == key && kind->steady.empty());
    });
}

void keep(Bound& bound, double now, std::string_view why) {
    bound.floor = now * (1 - menu.steady_share);
    bound.aim = unknown;
    bound.ceiling = unknown;
    set_ceiling(bound, now * (1 + menu.steady_share), why, "total", "clinical_facts");
    if (!known(bound.never_above))
        bound.never_above = bound.ceiling;
}

} // namespace

std::vector<Bound> bounds(diet::Person const& person, std::string_view authority, diet::Nutrients const& now,
                          std::vector<verdict::HardStop> const& stops, bool much_sun) {
    std::vector<Bound> out;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        Bound bound;
        bound.nutrient = n;
        auto const key = diet::about(n).key;
        if (auto const need = diet::needed(person, n, authority)) {
            bound.floor = known(need->ear) ? need->ear * menu.floor_margin : need->ai * menu.ai_floor;
            bound.aim = known(need->rda) ? need->rda : need->ai;
            if (known(bound.floor) && bound.floor > bound.aim)
                bound.floor = bound.aim;
            bound.source = need->source;
            for (auto const& limit : need->limits)
                if (limit.kind != "cdrr" && counts(limit) != Counts::nothing)
                    set_ceiling(bound, limit.value, limit.kind, limit.scope, limit.source);
            if (known(need->cdrr) && !(bound.ceiling <= need->cdrr))
                set_ceiling(bound, need->cdrr, "cdrr", "total", need->source);
        }
        // Needs of vitamin D are set for people without sun.
        if (much_sun && key == "vitamin_d_ug")
            bound.floor = unknown;
        // Sodium and energy-bearing nutrients are not sought; water comes by thirst.
        if (key == "sodium_mg" || key == "water_g" || key == "energy_kcal" || key == "carbohydrate_g" ||
            key == "fat_g")
            bound.floor = bound.aim = unknown;
        if (forbidden(stops, key)) {
            bound.floor = bound.aim = unknown;
            bound.never_above = now[n];
            // A limit that counts what was added alone says nothing of the whole.
            if (known(now[n]) && bound.added_only)
                bound.ceiling = unknown;
            if (known(now[n]))
                set_ceiling(bound, now[n], "stop", "total", "clinical_facts");
        }
        for (auto const* kind : verdict::forbidden_by(stops))
            if (kind->steady == key && known(now[n]))
                keep(bound, now[n], "stop");
        if (known(bound.floor) || known(bound.aim) || known(bound.ceiling))
            out.push_back(bound);
    }
    return out;
}

} // namespace rheobase::week
