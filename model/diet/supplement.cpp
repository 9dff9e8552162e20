#include "model/diet/supplement.hpp"

#include "model/diet/dose.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/name_rules.hpp"
#include "model/diet/supplement_bounds.rows.hpp"
#include "model/diet/supplement_substances.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '/' || c == '+' ? ' ' : c;
    });
    return out;
}

std::vector<SupplementSubstancesRow const*> substances_in(std::string const& words) {
    std::vector<SupplementSubstancesRow const*> found;
    for (auto const& row : supplement_substances_rows)
        if (fits(words, row.pattern))
            found.push_back(&row);
    return found;
}

/// The salts of one metal that the words leave open ("magnesium oxide/citrate"): from the poorest to the
/// metal itself.
Range elemental(std::vector<SupplementSubstancesRow const*> const& named, std::string_view nutrient,
                double as_nutrient) {
    double least = 1;
    bool salt = false;
    for (auto const* row : named)
        if (row->nutrient == nutrient && row->fraction < 1) {
            least = std::min(least, row->fraction);
            salt = true;
        }
    double const low = salt ? as_nutrient * least : as_nutrient;
    return {low, (low + as_nutrient) / 2, as_nutrient};
}

/// A tablet of folic acid counts as folate, and for more than its weight (dietary folate equivalents).
void count_folic_acid_as_folate(Supplement& product) {
    auto const& acid = product.each[static_cast<std::size_t>(nutrient("folic_acid_ug"))];
    auto& folate = product.each[static_cast<std::size_t>(nutrient("folate_ug"))];
    if (!known(acid.mid) || known(folate.mid))
        return;
    double const with_food = intake_facts.folate_of_folic_acid_with_food;
    folate = {acid.low * with_food, acid.mid * with_food,
              acid.high * intake_facts.folate_of_folic_acid_fasting};
}

/// Takes out what nobody takes in a day, and names it.
void refuse_absurd(Supplement& product, std::vector<std::string>& said) {
    for (auto const& row : supplement_bounds_rows) {
        auto const n = static_cast<std::size_t>(*nutrient_called(row.nutrient));
        if (!(product.each[n].low * product.per_day > row.most_a_day))
            continue;
        product.each[n] = {};
        product.uncounted[n] = true;
        said.push_back("Its " + std::string(nutrients_rows[n].name) +
                       " is not counted: nobody takes so much. Check the figure and its unit");
    }
}

void read_contents(Supplement& product, Dose const& dose, std::vector<std::string>& said) {
    auto const named = substances_in(lower(product.name + " " + product.dose));
    if (named.empty()) {
        product.contents_unknown = true;
        said.push_back("What one of it holds is not known; its label says (\"each\" in a case file)");
        return;
    }
    auto const& first = *named.front();
    auto const n = static_cast<std::size_t>(*nutrient_called(first.nutrient));
    bool const several = std::any_of(named.begin(), named.end(),
                                     [&](auto const* row) { return row->nutrient != first.nutrient; });
    auto const give_up = [&](char const* why) {
        for (auto const* row : named)
            product.uncounted[static_cast<std::size_t>(*nutrient_called(row->nutrient))] = true;
        said.emplace_back(why);
    };
    if (!known(dose.amount))
        return give_up("Not counted: how much it holds could not be read");
    if (several)
        return give_up(
            "Not counted: several substances are named, but only one amount. Give them in \"each\"");
    constexpr double micro = 1e-6;
    double const grams =
        dose.international_units ? dose.amount * first.micrograms_per_iu * micro : dose.amount;
    double const as_nutrient = grams / about(static_cast<Nutrient>(n)).grams_per_unit;
    if (!known(as_nutrient))
        return give_up("Not counted: the unit of the dose does not fit");
    product.each[n] = elemental(named, first.nutrient, as_nutrient);
}

} // namespace

std::vector<std::string> understand(Supplement& product) {
    std::vector<std::string> said;
    auto dose = dose_in(product.dose);
    if (!known(dose.amount)) {
        auto const in_name = dose_in(product.name);
        dose.amount = in_name.amount;
        dose.international_units = in_name.international_units;
    }
    if (!known(product.per_day)) {
        product.per_day = dose.units_at_a_time * dose.times_a_day;
        if (product.dose.empty()) {
            product.per_day = 1;
            said.emplace_back("Counted as one a day, because the case does not say how many");
        } else if (!known(product.per_day)) {
            product.per_day = 1;
            said.emplace_back("Taken only when needed: counted as if it were taken each day");
        }
    }
    if (!holds_anything_known(product))
        read_contents(product, dose, said);
    count_folic_acid_as_folate(product);
    refuse_absurd(product, said);
    return said;
}

bool holds_anything_known(Supplement const& product) {
    return std::any_of(product.each.begin(), product.each.end(),
                       [](Range const& range) { return known(range.mid); });
}

} // namespace rheobase::diet
