// The words that an experiment's file uses for what the body model knows, in both directions.
#pragma once

#include "model/ions/experiment.hpp"
#include "model/ions/experiment_limits.rows.hpp"
#include "model/ions/ingested.rows.hpp"
#include "model/ions/observables.rows.hpp"

namespace rheobase::ions {

static_assert(ingested_rows.size() == ingested_count,
              "ingested.csv has a row for each of Ingested, in its order");
static_assert(observables_rows.size() == observable_count,
              "observables.csv has a row for each of Observable, in its order");

inline constexpr std::array<std::string_view, static_cast<std::size_t>(DrugClass::count)> drug_names{
    "thiazide",
    "loop",
    "k_sparing",
    "acei",
    "arb",
    "ppi",
    "steroid",
    "beta_agonist",
    "lithium",
    "cisplatin",
    "denosumab",
    "bisphosphonate",
    "calcineurin_inhibitor",
    "metformin",
    "laxative",
    "insulin"};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Infused::count)> infused_names{
    "calcium", "magnesium", "potassium", "citrate", "saline"};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Clamped::count)> clamped_names{
    "ionised_calcium", "magnesium_serum", "potassium_serum"};
inline constexpr std::array<std::string_view, 3> sex_names{"any", "female", "male"};
inline constexpr std::array<std::string_view, 3> stage_names{"none", "pregnant", "lactating"};
inline constexpr std::array<std::string_view, 2> stool_names{"normal", "diarrhoea"};
inline constexpr std::array<std::string_view, 3> sun_names{"none", "winter", "summer"};

constexpr std::string_view name_of(DrugClass drug) {
    return drug_names[static_cast<std::size_t>(drug)];
}
constexpr std::string_view name_of(Infused what) {
    return infused_names[static_cast<std::size_t>(what)];
}
constexpr std::string_view name_of(Clamped what) {
    return clamped_names[static_cast<std::size_t>(what)];
}
constexpr std::string_view name_of(Sex sex) {
    return sex_names[static_cast<std::size_t>(sex)];
}
constexpr std::string_view name_of(Stage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}
constexpr std::string_view name_of(Stool stool) {
    return stool_names[static_cast<std::size_t>(stool)];
}
constexpr std::string_view name_of(Sun sun) {
    return sun_names[static_cast<std::size_t>(sun)];
}

constexpr IngestedRow const& about(Ingested what) {
    return ingested_rows[static_cast<std::size_t>(what)];
}
constexpr ObservablesRow const& about(Observable what) {
    return observables_rows[static_cast<std::size_t>(what)];
}
constexpr std::string_view name_of(Ingested what) {
    return about(what).key;
}
constexpr std::string_view name_of(Observable what) {
    return about(what).key;
}

/// The limit of an experiment, known when the program is compiled: limit_of("sweat_l_per_day").
consteval ExperimentLimitsRow const& limit_of(std::string_view what) {
    for (auto const& row : experiment_limits_rows)
        if (row.what == what)
            return row;
    throw "no such row in experiment_limits.csv";
}

/// The limit whose name is put together while reading, such as that of one kind of infusion.
ExperimentLimitsRow const& limit_called(std::string_view what);

/// When a report is due: hour 0 and every so many hours, the end of the phase included where it falls on one.
std::size_t moments(double phase_hours, double every_hours);

} // namespace rheobase::ions
