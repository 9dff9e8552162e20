#include "model/ions/adults.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "model/ions/adults.rows.hpp"
#include "model/ions/adult_intake.rows.hpp"
#include "model/ions/going_together.hpp"
#include "model/ions/ingested.rows.hpp"
#include "model/ions/percentiles.hpp"
#include "model/ions/supplement_contents.rows.hpp"
#include "model/ions/supplement_use.rows.hpp"

#include <algorithm>

namespace rheobase::ions {

namespace {

/// Random numbers of one adult, each with a name of its own, so that a new question changes no old answer.
class Draws {
  public:
    Draws(std::uint64_t seed, std::uint32_t person) : seed_(seed), person_(person) {}

    double normal(std::string_view first, std::string_view second = {}) const {
        return engine::standard_normal(seed_, person_,
                                       engine::fact_key("adult_" + std::string(first) + std::string(second)));
    }
    double share(std::string_view name) const { return engine::normal_below(normal(name)); }

  private:
    std::uint64_t seed_;
    std::uint32_t person_;
};

std::string_view word_for(Sex sex) {
    return sex == Sex::male ? "male" : "female";
}

template <class Row>
bool is_about(Row const& row, Adult const& adult) {
    return row.sex == word_for(adult.sex) && adult.age_years >= row.age_from && adult.age_years < row.age_to;
}

double surveyed_value(std::string_view quantity, Adult const& adult, double z) {
    double const far = usual_adults.farthest_from_median;
    for (auto const& row : adult_intake_rows)
        if (row.quantity == quantity && is_about(row, adult))
            return value_at({row.p10, row.p25, row.p50, row.p75, row.p90}, std::clamp(z, -far, far));
    RHEOBASE_EXPECTS(false); // the table has a row for every adult
    return 0;
}

/// What this adult takes of one substance in pills.
struct Pills {
    double calcium = 0, magnesium = 0, vitamin_d = 0, b12 = 0;

    void add(std::string_view quantity, double amount) {
        double& sum = quantity == "calcium"     ? calcium
                      : quantity == "magnesium" ? magnesium
                      : quantity == "vitamin_d" ? vitamin_d
                                                : b12;
        sum += amount;
    }
};

Pills pills_of(Adult const& adult, Draws const& draws) {
    Pills taken;
    double const tie = usual_adults.supplement_habit;
    double const habit = draws.normal("takes_pills");
    for (auto const& use : supplement_use_rows) {
        if (!is_about(use, adult))
            continue;
        double const liking =
            engine::sqrt(tie) * habit + engine::sqrt(1 - tie) * draws.normal("takes_", use.product);
        if (engine::normal_below(liking) < 1 - use.fraction)
            continue;
        double const strength = draws.normal("strength_of_", use.product);
        for (auto const& content : supplement_contents_rows)
            if (content.product == use.product)
                taken.add(content.quantity, content.p50 * engine::exp(content.log_sd * strength));
    }
    return taken;
}

} // namespace

Adult adult(std::uint64_t seed, std::uint32_t person, AgeBand band, Sex sex) {
    Draws const draws(seed, person);
    Adult one;
    one.age_years = band.from + (band.to - band.from) * draws.share("age");
    one.sex = sex != Sex::any ? sex : (draws.share("sex") < 0.5 ? Sex::female : Sex::male);

    PerSurveyed independent{};
    for (std::size_t i = 0; i < surveyed_count; ++i)
        independent[i] = draws.normal(surveyed[i]);
    PerSurveyed const z = going_together(independent);
    PerSurveyed value{};
    for (std::size_t i = 0; i < surveyed_count; ++i)
        value[i] = surveyed_value(surveyed[i], one, z[i]);
    auto const of = [&](std::string_view quantity) {
        return value[static_cast<std::size_t>(std::ranges::find(surveyed, quantity) - surveyed.begin())];
    };

    Pills const pills = pills_of(one, draws);
    one.vitamin_d_pills_ug = pills.vitamin_d;
    one.b12_pills_ug = pills.b12;
    one.calcium_pills_mg = pills.calcium;
    one.magnesium_pills_mg = pills.magnesium;

    one.weight_kg = of("weight");
    one.height_cm = of("height");
    one.alcohol_g = of("alcohol");
    for (std::size_t i = 0; i < ingested_count; ++i)
        one.eaten[i] = ingested_rows[i].usual_mean;
    auto const eats = [&](Ingested what, double amount) {
        one.eaten[static_cast<std::size_t>(what)] = amount;
    };
    eats(Ingested::calcium, of("calcium") + pills.calcium);
    eats(Ingested::magnesium, of("magnesium") + pills.magnesium);
    eats(Ingested::phosphorus, of("phosphorus"));
    eats(Ingested::potassium, of("potassium"));
    eats(Ingested::sodium, of("sodium"));
    eats(Ingested::water, of("water"));
    eats(Ingested::vitamin_d, of("vitamin_d") + pills.vitamin_d);
    eats(Ingested::b12, of("b12") + pills.b12);
    eats(Ingested::caffeine, of("caffeine"));
    eats(Ingested::carbohydrate,
         of("energy") * usual_adults.energy_from_carbohydrate / usual_adults.carbohydrate_energy);
    return one;
}

Individual living_as_usual(Adult const& adult) {
    Individual one;
    one.who.age = adult.age_years;
    one.who.woman = adult.sex == Sex::female;
    one.who.weight = adult.weight_kg;
    one.who.height = adult.height_cm;
    one.eaten = adult.eaten;
    return one;
}

} // namespace rheobase::ions
