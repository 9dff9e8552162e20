#include "model/diet/intake.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/plain_name.hpp"

#include <algorithm>
#include <map>

namespace rheobase::diet {

namespace {

constexpr Nutrient energy = nutrient("energy_kcal");
constexpr double per_hundred_grams = 100;

/// How much a line weighs in the coverage: its grams, or what its energy would weigh in an ordinary diet.
double weight_of(Eaten const& eaten) {
    return known(eaten.grams.mid) ? eaten.grams.mid
                                  : eaten.stated[energy] / intake_facts.typical_energy_density;
}

/// What a line weighs that tells neither grams nor energy: as much as the others do on average. Counted as
/// nothing, its unknown nutrients would pass for known.
double weight_of_the_weightless(Diary const& diary) {
    double sum = 0, lines = 0;
    for (auto const& eaten : diary.eaten)
        if (double const weight = weight_of(eaten); eaten.part != Part::supplement && known(weight)) {
            sum += weight;
            ++lines;
        }
    return sum > 0 ? sum / lines : 1;
}

/// Sums one nutrient over a diary. Portions are wrong independently of each other, so their errors add as
/// squares; what nobody measured is bounded food by food, so those bounds add plainly.
struct Sum {
    double known_mid = 0, below_squared = 0, above_squared = 0;
    double imputed_mid = 0, imputed_high = 0;
    double grams_known = 0, grams_all = 0;
    double food = 0, fortified = 0, stated = 0;
    Range supplements = Range::exactly(0);
    bool imputed = false, without_donors = false, products_unread = false;
    std::map<std::string_view, double> by_food;
    std::map<std::string_view, double> by_product; ///< a day
};

struct DonorCache {
    Foods const& table;
    std::map<std::pair<std::string_view, Nutrient>, Donors> found;

    Donors const& of(Food food, Nutrient n) {
        auto const key = std::pair(table.family(food), n);
        auto const place = found.find(key);
        return place != found.end() ? place->second
                                    : found.emplace(key, donors(table, food, n)).first->second;
    }
};

void add(Sum& sum, Eaten const& eaten, Nutrient n, double weightless, Foods const& table, DonorCache& cache) {
    double const stated = eaten.stated[n];
    double const per_100_g = eaten.food == no_food ? unknown : table.per_100_g(eaten.food, n);
    double const mid = known(stated) ? stated : per_100_g * eaten.grams.mid / per_hundred_grams;
    if (eaten.part == Part::supplement) {
        if (known(mid)) {
            sum.supplements.low += mid;
            sum.supplements.mid += mid;
            sum.supplements.high += mid;
        }
        return;
    }
    double const told = weight_of(eaten);
    double const weight = known(told) ? told : weightless;
    sum.grams_all += weight;
    if (known(mid)) {
        sum.grams_known += weight;
        sum.known_mid += mid;
        if (known(stated))
            sum.stated += mid;
        else if (known(eaten.grams.low) && known(eaten.grams.high)) {
            double const below = per_100_g * (eaten.grams.mid - eaten.grams.low) / per_hundred_grams;
            double const above = per_100_g * (eaten.grams.high - eaten.grams.mid) / per_hundred_grams;
            sum.below_squared += below * below;
            sum.above_squared += above * above;
        }
        bool const added = eaten.part == Part::fortified ||
                           (eaten.food != no_food && part_of(table, eaten.food, n) == Part::fortified);
        (added ? sum.fortified : sum.food) += mid;
        if (mid > 0)
            sum.by_food[eaten.food == no_food ? std::string_view(eaten.text) : table.name(eaten.food)] += mid;
        return;
    }
    Donors const donor = eaten.food != no_food && known(eaten.grams.mid) ? cache.of(eaten.food, n) : Donors{};
    if (donor.foods == 0) {
        sum.without_donors = true;
        return;
    }
    double const most = known(eaten.grams.high) ? eaten.grams.high : eaten.grams.mid;
    sum.imputed = true;
    sum.imputed_mid += donor.median * eaten.grams.mid / per_hundred_grams;
    sum.imputed_high += donor.p95 * most / per_hundred_grams;
}

/// A product's range for one nutrient, a day. What a label does not name is taken to be absent from a
/// product; what it names without an amount leaves the total open.
void add(Sum& sum, Supplement const& product, Nutrient n) {
    if (product.uncounted[static_cast<std::size_t>(n)])
        sum.supplements.mid = sum.supplements.high = unknown;
    sum.products_unread |= product.contents_unknown;
    Range const& each = product.each[static_cast<std::size_t>(n)];
    if (!known(each.mid) || !known(product.per_day))
        return;
    sum.supplements.low += each.low * product.per_day;
    sum.supplements.mid += each.mid * product.per_day;
    sum.supplements.high += each.high * product.per_day;
    if (each.mid > 0)
        sum.by_product[product.name] += each.mid * product.per_day;
}

std::vector<MainFood> main_foods(Sum const& sum, double days) {
    std::vector<MainFood> list;
    for (auto const& [name, amount] : sum.by_food)
        list.push_back({plain_name(name), amount / days});
    for (auto const& [name, amount] : sum.by_product)
        list.push_back({name.empty() ? "a supplement" : std::string(name), amount});
    std::stable_sort(list.begin(), list.end(),
                     [](auto const& a, auto const& b) { return a.per_day > b.per_day; });
    list.resize(std::min(list.size(), static_cast<std::size_t>(intake_facts.main_foods_shown)));
    return list;
}

NutrientIntake per_day(Sum const& sum, double days, double supplement_days) {
    NutrientIntake out;
    // Supplements of the diary are counted over its days, products of the case are a day's worth already.
    out.from_supplements = {sum.supplements.low / supplement_days, sum.supplements.mid / supplement_days,
                            sum.supplements.high / supplement_days};
    if (days <= 0) {
        // Nothing is known of food; what products hold is still a lower bound of the whole.
        out.per_day.low = 0;
        return out;
    }
    out.coverage = sum.grams_all > 0 ? sum.grams_known / sum.grams_all : unknown;
    out.from_food = sum.food / days;
    out.from_fortified = sum.fortified / days;
    out.imputed = sum.imputed;
    out.stated_share = sum.known_mid > 0 ? sum.stated / sum.known_mid : 0;
    double const least = std::max(0.0, sum.known_mid - engine::sqrt(sum.below_squared));
    out.per_day.low = least / days;
    if (!sum.without_donors) {
        out.per_day.mid = (sum.known_mid + sum.imputed_mid) / days;
        out.per_day.high = (sum.known_mid + engine::sqrt(sum.above_squared) + sum.imputed_high) / days;
    }
    out.main_foods = main_foods(sum, days);
    return out;
}

Range plus(Range a, Range b) {
    return {a.low + b.low, a.mid + b.mid, a.high + b.high};
}

} // namespace

Nutrients amounts_in(Eaten const& eaten, Foods const& table) {
    Nutrients amounts = eaten.stated;
    if (eaten.food == no_food)
        return amounts;
    for (Nutrient n = 0; n < nutrient_count; ++n)
        if (!known(amounts[n]))
            amounts[n] = table.per_100_g(eaten.food, n) * eaten.grams.mid / per_hundred_grams;
    return amounts;
}

Intake eaten_per_day(Diary const& diary, std::vector<Supplement> const& supplements, Foods const& table,
                     double days_logged) {
    Intake intake;
    // What was eaten on no named day is a day of its own: it must not swell one that is named.
    auto days = days_of(diary);
    if (std::any_of(diary.eaten.begin(), diary.eaten.end(),
                    [](auto const& eaten) { return eaten.day.empty(); }))
        days.insert(days.begin(), "");
    auto const counted = static_cast<double>(days.size());
    intake.days = diary.eaten.empty() ? 0.0 : (known(days_logged) && days_logged > 0 ? days_logged : counted);

    DonorCache cache{table, {}};
    double const weightless = weight_of_the_weightless(diary);
    for (Nutrient n = 0; n < nutrient_count; ++n) {
        Sum sum;
        for (auto const& eaten : diary.eaten)
            add(sum, eaten, n, weightless, table, cache);
        Sum products;
        for (auto const& product : supplements)
            add(products, product, n);
        auto& out = intake[n] = per_day(sum, intake.days, std::max(1.0, intake.days));
        out.from_supplements = plus(out.from_supplements, products.supplements);
        out.products_unread = products.products_unread;
        out.per_day = plus(out.per_day, out.from_supplements);
        if (intake.days > 0)
            intake.grams_per_day = sum.grams_all / intake.days;
    }

    std::map<std::string_view, std::size_t> place;
    for (auto const& day : days) {
        place.emplace(day, intake.day_totals.size());
        intake.day_totals.push_back({day, {}});
        intake.day_totals.back().known.amount.fill(0);
    }
    for (auto const& eaten : diary.eaten) {
        auto& total = intake.day_totals[place.at(eaten.day)];
        auto const amounts = amounts_in(eaten, table);
        for (Nutrient n = 0; n < nutrient_count; ++n)
            total.known[n] += known(amounts[n]) ? amounts[n] : 0;
    }
    return intake;
}

} // namespace rheobase::diet
