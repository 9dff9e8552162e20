#include "model/diet/need.hpp"

#include "model/diet/limits.rows.hpp"
#include "model/diet/needs.rows.hpp"

#include <algorithm>
#include <utility>

namespace rheobase::diet {

namespace {

std::string_view stage_key(Person const& person) {
    if (person.pregnant.value_or(false) || person.pregnancy_weeks)
        return "pregnant";
    return person.lactating.value_or(false) ? "lactating" : "none";
}

template <class Row>
bool is_for(Row const& row, Person const& person) {
    if (!person.age_years || *person.age_years < row.age_from || *person.age_years >= row.age_to)
        return false;
    if (row.stage != stage_key(person))
        return false;
    if (row.sex == "any")
        return true;
    return person.sex && row.sex == word_for(*person.sex);
}

std::string years(double value) {
    auto const whole = static_cast<int>(value);
    return std::to_string(whole);
}

} // namespace

Stage stage_of(Person const& person) {
    if (!person.age_years)
        return {"", "What you need depends on your age, and the case does not give it."};
    double const age = *person.age_years;
    // Tables part the sexes from nine years on.
    auto const parted = std::find_if(needs_rows.begin(), needs_rows.end(), [&](auto const& row) {
        return age >= row.age_from && age < row.age_to && row.sex != "any" && row.stage == "none";
    });
    if (!person.sex && parted != needs_rows.end())
        return {"", "What you need depends on your sex, and the case does not give it."};
    for (auto const& row : needs_rows) {
        if (row.authority != "us" || !is_for(row, person))
            continue;
        std::string name = row.sex == "any" ? "" : (row.sex == "female" ? "F " : "M ");
        bool const last = row.age_to > 100;
        name += last ? years(row.age_from) + "+" : years(row.age_from) + "-" + years(row.age_to - 1);
        if (row.age_to <= 1)
            name = row.age_from < row.age_to / 2 && row.age_from == 0 ? "0-6 months" : "7-12 months";
        if (row.stage != "none")
            name += " " + std::string(row.stage);
        return {name, ""};
    }
    return {"", "The tables name no needs for someone of this age and stage."};
}

std::optional<Need> needed(Person const& person, Nutrient n, std::string_view authority) {
    auto const key = about(n).key;
    // Some values are set for each kg of weight; they win where the weight is known.
    auto const per_kg = std::string(key) + "_per_kg";
    double const kg = person.weight_kg.value_or(unknown);
    Need need;
    need.authority = authority;
    bool found = false;
    for (auto const& row : needs_rows) {
        bool const by_weight = row.nutrient == per_kg && known(kg);
        if ((row.nutrient != key && !by_weight) || row.authority != authority || !is_for(row, person))
            continue;
        double const times = by_weight ? kg : 1;
        for (auto const& [value, printed] : {std::pair(&need.ear, row.ear), std::pair(&need.rda, row.rda),
                                             std::pair(&need.ai, row.ai), std::pair(&need.cdrr, row.cdrr)})
            if (known(printed) && (by_weight || !known(*value)))
                *value = printed * times;
        need.source = row.source;
        found = true;
    }
    for (auto const& row : limits_rows) {
        bool const by_weight = row.nutrient == per_kg && known(kg);
        // A reduction target is part of the need; what may be taken in one go says nothing of a day.
        bool const of_a_day = row.kind != "cdrr" && row.kind != "guidance_single_dose";
        if ((row.nutrient != key && !by_weight) || !of_a_day || !is_for(row, person))
            continue;
        need.limits.push_back(
            {row.authority, row.kind, row.scope, by_weight ? row.value * kg : row.value, row.source});
        found = true;
    }
    if (!found)
        return std::nullopt;
    need.stage = stage_of(person).name;
    return need;
}

} // namespace rheobase::diet
