#include "app/store/ageing.hpp"

#include "app/store/kept.rows.hpp"

#include <array>
#include <cmath>

namespace rheobase::store {

namespace {

void grow(Json& in, char const* key, double by) {
    if (auto const found = in.find(key); found != in.end() && found->is_number()) {
        double const grown = found->get<double>() + by;
        if (found->is_number_float() || std::floor(grown) != grown)
            *found = grown;
        else
            *found = static_cast<std::int64_t>(grown);
    }
}

/// A whole number of years stays one: nobody is 34.02 on a form.
void grow_age(Json& person, long days) {
    auto const found = person.find("age_years");
    if (found == person.end() || !found->is_number())
        return;
    double const grown = found->get<double>() + static_cast<double>(days) / kept.year_days;
    if (found->is_number_float())
        *found = grown;
    else
        *found = static_cast<std::int64_t>(std::floor(grown));
}

void grow_pregnancy(Json& person, long days, std::vector<std::string>& said) {
    auto const found = person.find("pregnancy");
    if (found == person.end() || !found->is_object())
        return;
    grow(*found, "weeks", static_cast<double>(days) / kept.week_days);
    auto const weeks = found->find("weeks");
    if (weeks == found->end() || !weeks->is_number() || weeks->get<double>() <= kept.pregnancy_ends_weeks)
        return;
    person.erase("pregnancy");
    said.emplace_back("The pregnancy that was entered must be over by now. Please say what holds today.");
}

} // namespace

Json aged_item(Json item, long days) {
    if (!item.is_object() || days == 0)
        return item;
    for (auto const* key :
         {"since_days", "days_ago", "started_days_ago", "dose_changed_days_ago", "stopped_days_ago"})
        grow(item, key, static_cast<double>(days));
    // The last dose of a medicine that is still taken is not the one of the day on which this was entered.
    auto const status = item.find("status");
    bool const stopped = item.contains("stopped_days_ago") || (status != item.end() && *status == "stopped");
    if (stopped)
        grow(item, "last_dose_days_ago", static_cast<double>(days));
    else
        item.erase("last_dose_days_ago");
    return item;
}

Json aged_case(Json document, long days, std::vector<std::string>& said) {
    if (!document.is_object() || days == 0)
        return document;
    grow(document, "duration_days", static_cast<double>(days));
    for (auto const* list : {"conditions", "investigations", "exposures", "events", "family", "allergies"})
        if (auto const found = document.find(list); found != document.end() && found->is_array())
            for (auto& item : *found)
                item = aged_item(std::move(item), days);
    if (auto const vitals = document.find("vitals"); vitals != document.end() && vitals->is_object())
        grow(*vitals, "days_ago", static_cast<double>(days));
    if (auto const person = document.find("person"); person != document.end() && person->is_object()) {
        grow_age(*person, days);
        grow(*person, "postpartum_days", static_cast<double>(days));
        grow_pregnancy(*person, days, said);
    }
    if (auto const life = document.find("lifestyle"); life != document.end() && life->is_object())
        life->erase("fluid_l_today");
    return document;
}

} // namespace rheobase::store
