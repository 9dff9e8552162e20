// A body experiment as a value: who takes part, what each phase does to them, what is to be reported.
// The JSON form is read by app/read; nothing here knows of files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::ions {

/// What reaches the gut, in the order of ingested.csv. Amounts in an experiment are in that table's units a day.
enum class Ingested : std::size_t {
    calcium,
    magnesium,
    phosphorus,
    potassium,
    sodium,
    water,
    vitamin_d,
    b12,
    caffeine,
    carbohydrate,
    phytate,
    oxalate,
    count
};
inline constexpr std::size_t ingested_count = static_cast<std::size_t>(Ingested::count);

/// A quantity that differs between people: arithmetic mean and standard deviation (sd 0: everyone the same).
struct Spread {
    double mean = 0;
    double sd = 0;
    bool operator==(Spread const&) const = default;
};

enum class Sex { any, female, male };
enum class Stage { none, pregnant, lactating };

struct Participants {
    double age_low = 20, age_high = 60; ///< years, drawn evenly
    Sex sex = Sex::any;
    Spread weight_kg{75, 12};
    std::optional<Spread> egfr;        ///< mL/min/1.73 m²; else what is usual for the age
    std::optional<Spread> albumin_g_l; ///< else the usual spread
    Stage stage = Stage::none;
};

enum class DrugClass : std::size_t {
    thiazide,
    loop,
    k_sparing,
    acei,
    arb,
    ppi,
    steroid,
    beta_agonist,
    lithium,
    cisplatin,
    denosumab,
    bisphosphonate,
    calcineurin_inhibitor,
    metformin,
    laxative,
    insulin,
    count
};

struct DrugTaken {
    DrugClass drug;
    double dose = 1; ///< 1 is an ordinary daily dose
    bool operator==(DrugTaken const&) const = default;
};

enum class Infused : std::size_t { calcium, magnesium, potassium, citrate, saline, count };

struct Infusion {
    Infused what;
    double mmol_per_hour = 0;
    double from_hour = 0, hours = 0; ///< from the start of the phase
    bool operator==(Infusion const&) const = default;
};

enum class Clamped : std::size_t { ionised_calcium, magnesium_serum, potassium_serum, count };

struct Clamp {
    Clamped what;
    double value = 0; ///< mmol/L
    double from_hour = 0, hours = 0;
    bool operator==(Clamp const&) const = default;
};

/// Eaten in one go, on top of the phase's intake. A nutrient whose intake nobody named and that daily meals hold comes
/// with them alone.
struct Meal {
    double hour = 0; ///< from the start of the phase, or of each day when repeated
    bool daily = false;
    std::array<double, ingested_count> amount{}; ///< in the units of ingested.csv; 0 = none
    std::array<bool, ingested_count> named{};
    bool operator==(Meal const&) const = default;
};

/// Alcohol: spread over the day, or one drinking.
struct Drinking {
    double grams = 0; ///< a day, or in the one drinking
    bool once = false;
    double from_hour = 0, hours = 0;
    bool operator==(Drinking const&) const = default;
};

enum class Stool { normal, diarrhoea };
enum class Sun { none, winter, summer };

struct Loss {
    double sweat_l_per_day = 0;    ///< on top of what evaporates unnoticed
    double vomiting_l_per_day = 0; ///< stomach juice
    Stool stool = Stool::normal;
    bool operator==(Loss const&) const = default;
};

struct Phase {
    double hours = 24;
    std::array<std::optional<Spread>, ingested_count> intake{}; ///< a day; nothing: as in the baseline
    std::vector<DrugTaken> drugs;
    std::vector<Infusion> infusions;
    std::vector<Clamp> clamps;
    std::vector<Meal> meals;
    std::optional<Loss> loss;         ///< nothing: as in the baseline
    std::optional<Drinking> drinking; ///< nothing: as in the baseline
    std::optional<Sun> sun;           ///< nothing: as in the baseline
    bool drinks_to_thirst = true;     ///< false: exactly the water named, whatever the thirst
    std::optional<bool> keeps_drugs;  ///< unset or true: a phase without `drugs` keeps the baseline's
};

/// What can be reported. Names in the files are those of `observables.csv`, in this order.
enum class Observable : std::size_t {
    calcium_serum,
    calcium_ionised,
    magnesium_serum,
    magnesium_cell,
    phosphate_serum,
    potassium_serum,
    sodium_serum,
    osmolality,
    pth,
    calcitriol,
    fgf23,
    vitamin_d_25oh,
    b12_store,
    b12_serum,
    aldosterone,
    body_water,
    bicarbonate,
    urine_calcium,
    urine_magnesium,
    urine_potassium,
    urine_sodium,
    urine_phosphate,
    urine_volume,
    balance_calcium,
    balance_magnesium,
    balance_potassium,
    balance_sodium,
    balance_phosphate,
    absorption_calcium,
    absorption_magnesium,
    intake_calcium_mg,
    intake_magnesium_mg,
    intake_phosphorus_mg,
    intake_potassium_mg,
    intake_sodium_mg,
    intake_vitamin_d_ug,
    intake_b12_ug,
    fires_alone, ///< of a moment, but not of the body alone: RunOptions::fires_alone reads it
    count
};
inline constexpr std::size_t observable_count = static_cast<std::size_t>(Observable::count);

struct Report {
    Observable what;
    double every_hours = 24;
};

struct Experiment {
    int people = 300;
    std::uint64_t seed = 1;
    Participants who;
    std::vector<Phase> phases; ///< the first is the baseline; people begin at their own steady state of it
    std::vector<Report> reports;
    bool per_person = false;
    bool lab_noise = false;
};

} // namespace rheobase::ions
