#include "bench/week/diaries.hpp"

#include "app/read/wish.hpp"
#include "engine/random.hpp"
#include "model/week/bans.hpp"
#include "model/week/own_bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <span>

namespace rheobase::bench {

namespace {

constexpr std::uint64_t seed = 6;
constexpr double least_kcal = 1400, most_kcal = 3200;

/// Part of a plate: a food of one of these groups of FNDDS, in so many of such plates.
struct Part {
    std::string_view groups;
    double chance = 1;
};
struct Plate {
    double weight;
    std::vector<Part> parts;
};

std::vector<Plate> const breakfasts{
    {3,
     {{"Ready-to-eat cereal, lower sugar (=<21.2g/100g)|Ready-to-eat cereal, higher sugar (>21.2g/100g)"},
      {"Milk, reduced fat|Milk, lowfat|Milk, whole|Plant-based milk"},
      {"Bananas|Blueberries and other berries|Strawberries", 0.5}}},
    {3,
     {{"Yeast breads|Bagels and English muffins"},
      {"Butter and animal fats|Margarine|Jams, syrups, toppings|Cream cheese, sour cream, whipped cream"},
      {"Eggs and omelets", 0.5},
      {"Bacon|Sausages", 0.2}}},
    {2,
     {{"Oatmeal"},
      {"Bananas|Apples|Dried fruits|Blueberries and other berries", 0.7},
      {"Nuts and seeds", 0.2}}},
    {1.5,
     {{"Yogurt, regular|Yogurt, Greek"},
      {"Strawberries|Peaches and nectarines|Bananas"},
      {"Cereal bars", 0.3}}},
    {1, {{"Egg/breakfast sandwiches|Doughnuts, sweet rolls, pastries|Biscuits, muffins, quick breads"}}},
    {0.7, {{"Pancakes, waffles, French toast"}, {"Jams, syrups, toppings"}, {"Sausages|Bacon", 0.4}}}};
std::vector<Plate> const lunches{
    {3,
     {{"Deli and cured meat sandwiches|Cheese sandwiches|Vegetable sandwiches/burgers|Seafood sandwiches"},
      {"Potato chips|Pretzels/snack mix|Tortilla, corn, other chips", 0.4},
      {"Apples|Grapes|Citrus fruits", 0.4}}},
    {2,
     {{"Soups, broth-based|Soups, cream-based|Bean, pea, legume dishes"}, {"Rolls and buns|Yeast breads"}}},
    {2,
     {{"Lettuce and lettuce salads"},
      {"Chicken, whole pieces|Fish|Cheese|Beans, peas, legumes"},
      {"Salad dressings and vegetable oils"},
      {"Tomatoes", 0.5},
      {"Rolls and buns", 0.5}}},
    {2,
     {{"Pasta mixed dishes, excludes macaroni and cheese|Rice mixed dishes|Stir-fry and soy-based sauce "
       "mixtures"}}},
    {1.5,
     {{"Burgers|Pizza|Chicken fillet sandwiches|Burritos and tacos"},
      {"French fries and other fried white potatoes", 0.5},
      {"Soft drinks|Diet soft drinks", 0.6}}}};
std::vector<Plate> const dinners{
    {4,
     {{"Chicken, whole pieces|Beef, excludes ground|Pork|Fish|Ground beef|Soy and meat-alternative products"},
      {"White potatoes, baked or boiled|Rice|Mashed potatoes and white potato mixtures|Pasta, noodles, "
       "cooked grains"},
      {"Broccoli|Carrots|String beans|Other vegetables and combinations|Spinach|Corn"},
      {"Dips, gravies, other sauces", 0.2}}},
    {2,
     {{"Pasta mixed dishes, excludes macaroni and cheese|Macaroni and cheese"},
      {"Lettuce and lettuce salads", 0.6},
      {"Salad dressings and vegetable oils", 0.5}}},
    {2,
     {{"Meat mixed dishes|Poultry mixed dishes|Seafood mixed dishes|Rice mixed dishes"},
      {"Rice|Yeast breads|Tortillas", 0.6},
      {"Other dark green vegetables|Cabbage|Other red and orange vegetables", 0.5}}},
    {1.5,
     {{"Beans, peas, legumes|Bean, pea, legume dishes"},
      {"Rice|Tortillas"},
      {"Tomatoes|Onions", 0.6},
      {"Cheese", 0.3}}},
    {1.5, {{"Pizza|Burritos and tacos|Other Mexican mixed dishes|Fried rice and lo/chow mein"}}}};
std::vector<Plate> const snacks{{3, {{"Apples|Bananas|Citrus fruits|Pears|Grapes|Melons"}}},
                                {1.5, {{"Nuts and seeds"}}},
                                {1.5, {{"Yogurt, regular|Pudding"}}},
                                {2, {{"Cookies and brownies|Cakes and pies"}}},
                                {1.5, {{"Candy containing chocolate"}}},
                                {1.5, {{"Potato chips|Popcorn|Pretzels/snack mix"}}},
                                {1, {{"Ice cream and frozen dairy desserts"}}},
                                {1, {{"Cheese"}, {"Crackers, excludes saltines|Saltine crackers"}}},
                                {0.7, {{"Cereal bars|Nutrition bars"}}}};
std::vector<Plate> const morning_drinks{
    {4, {{"Coffee"}, {"Cream and cream substitutes|Milk, reduced fat", 0.4}}},
    {2, {{"Tea"}}},
    {1, {{"Citrus juice|Apple juice"}}}};
std::vector<Plate> const drinks{{5, {{"Tap water|Bottled water"}}},
                                {1.2, {{"Soft drinks"}}},
                                {0.8, {{"Diet soft drinks"}}},
                                {1, {{"Tea"}}},
                                {0.5, {{"Fruit drinks|Other fruit juice"}}}};
std::vector<Plate> const evening_drinks{
    {1, {{"Beer"}}}, {1, {{"Wine"}}}, {3, {{"Tea"}}}, {4, {{"Tap water"}}}};

struct WishWords {
    std::string_view said;
    std::vector<std::string_view> words;
};
std::vector<WishWords> const wishes{{"none", {}},
                                    {"vegetarian", {"vegetarian"}},
                                    {"none", {}},
                                    {"vegan", {"vegan"}},
                                    {"no milk", {"no milk"}},
                                    {"none", {}},
                                    {"gluten free", {"gluten free"}},
                                    {"cheap", {"cheap"}},
                                    {"no cooking", {"no cooking"}},
                                    {"few changes", {"few changes"}},
                                    {"no nuts", {"no nuts"}},
                                    {"none", {}},
                                    {"halal", {"halal"}},
                                    {"pescatarian", {"pescatarian"}},
                                    {"cheap, no cooking", {"cheap", "no cooking"}},
                                    {"vegan, few changes", {"vegan", "few changes"}},
                                    {"kosher", {"kosher"}},
                                    {"no fish, no eggs", {"no fish", "no eggs"}},
                                    {"vegetarian, no nuts, cheap", {"vegetarian", "no nuts", "cheap"}},
                                    {"few changes, no cooking", {"few changes", "no cooking"}}};

std::vector<std::string_view> split(std::string_view groups) {
    std::vector<std::string_view> out;
    while (!groups.empty()) {
        auto const bar = groups.find('|');
        out.push_back(groups.substr(0, bar));
        groups = bar == groups.npos ? std::string_view{} : groups.substr(bar + 1);
    }
    return out;
}

/// Foods of FNDDS by their groups, without what nobody eats as it is.
std::map<std::string_view, std::vector<diet::Food>> const& by_group(diet::Foods const& table) {
    static auto const groups = [&] {
        std::map<std::string_view, std::vector<diet::Food>> out;
        for (diet::Food food = 0; food < table.size(); ++food) {
            auto const name = table.name(food);
            bool const odd = std::ranges::any_of(
                std::array{"baby", "infant", "powder", "dry mix", "not reconstituted", "toddler"},
                [&](char const* word) { return name.find(word) != name.npos; });
            if (table.id(food).starts_with("FNDDS:") && !odd)
                out[table.group(food)].push_back(food);
        }
        return out;
    }();
    return groups;
}

/// What people eat who do not say how much.
double usual_portion(diet::Foods const& table, diet::Food food) {
    for (int i = 0; i < table.portion_count(food); ++i)
        if (table.portion(food, i).measure.find("not specified") != std::string_view::npos)
            return table.portion(food, i).grams;
    return unknown;
}

class Table {
  public:
    Table(unsigned number, diet::Foods const& foods, week::Wishes const* kept)
        : number_(number), foods_(foods), kept_(kept) {}

    double chance() { return engine::uniform(seed, number_, engine::fact_key("diary"), turn_++); }
    std::size_t one_of(std::size_t many) {
        return static_cast<std::size_t>(chance() * static_cast<double>(many));
    }

    void serve(std::vector<diet::Eaten>& day, std::string_view meal, std::vector<Plate> const& plates) {
        double sum = 0;
        for (auto const& plate : plates)
            sum += plate.weight;
        double left = chance() * sum;
        auto const* chosen = &plates.back();
        for (auto const& plate : plates)
            if ((left -= plate.weight) < 0) {
                chosen = &plate;
                break;
            }
        for (auto const& part : chosen->parts)
            if (chance() < part.chance)
                add(day, meal, part.groups);
    }

    /// Four to six meals.
    std::vector<diet::Eaten> day() {
        std::vector<diet::Eaten> out;
        serve(out, "Breakfast", breakfasts);
        serve(out, "Breakfast", morning_drinks);
        auto const between = 1 + one_of(3);
        serve(out, "Morning snack", snacks);
        serve(out, "Lunch", lunches);
        serve(out, "Lunch", drinks);
        if (between > 1)
            serve(out, "Afternoon snack", snacks);
        serve(out, "Dinner", dinners);
        serve(out, "Dinner", drinks);
        if (between > 2) {
            serve(out, "Evening", snacks);
            serve(out, "Evening", evening_drinks);
        }
        return out;
    }

    double kcal(std::vector<diet::Eaten> const& day) const {
        constexpr auto energy = diet::nutrient("energy_kcal");
        double sum = 0;
        for (auto const& line : day)
            sum += foods_.per_100_g(line.food, energy) * line.grams.mid / 100;
        return sum;
    }

  private:
    bool eats(diet::Food food) {
        if (!kept_)
            return true;
        auto const known_already = eats_.find(food);
        if (known_already != eats_.end())
            return known_already->second;
        verdict::Evidence evidence;
        evidence.wished_diet = kept_->diet;
        evidence.dislikes = kept_->without;
        std::vector<verdict::HardStop> const no_stops;
        week::PlanBans const bans(evidence, no_stops);
        week::Item item;
        item.food = food;
        item.own = true;
        item.held.amount.fill(0);
        std::vector<week::Item> items{item};
        week::bar_own(items, bans, no_stops, *kept_, foods_);
        return eats_[food] = !items[0].must_go;
    }

    void add(std::vector<diet::Eaten>& day, std::string_view meal, std::string_view groups) {
        auto& usual = usual_.try_emplace(groups, diet::no_food).first->second;
        constexpr double as_ever = 0.6;
        diet::Food food = usual;
        if (usual == diet::no_food || chance() > as_ever) {
            auto const names = split(groups);
            for (int tries = 0; tries < 20; ++tries) {
                auto const found = by_group(foods_).find(names[one_of(names.size())]);
                if (found == by_group(foods_).end())
                    std::abort(); // a group of this file that the table does not have
                food = found->second[one_of(found->second.size())];
                if (usual_portion(foods_, food) > 0 && eats(food))
                    break;
                food = diet::no_food;
            }
            if (usual == diet::no_food)
                usual = food;
        }
        if (food == diet::no_food)
            return;
        double const size = chance();
        double const portions = size < 0.1 ? 0.5 : size < 0.75 ? 1 : size < 0.9 ? 1.5 : 2;
        diet::Eaten line;
        line.meal = meal;
        line.text = foods_.name(food);
        line.food = food;
        line.grams = diet::Range::exactly(portions * usual_portion(foods_, food));
        line.sure = 1;
        day.push_back(std::move(line));
    }

    std::uint32_t number_, turn_ = 0;
    diet::Foods const& foods_;
    week::Wishes const* kept_;
    std::map<std::string_view, diet::Food> usual_;
    std::map<diet::Food, bool> eats_;
};

} // namespace

Eater eater(unsigned number, diet::Foods const& foods) {
    Eater out;
    auto const& wish = wishes[number % wishes.size()];
    out.wish = wish.said;
    for (auto const words : wish.words)
        out.wishes = week::joined(out.wishes, *read::read_wish(words));
    bool const keeps_already = number / wishes.size() % 2 == 1;
    Table table(number, foods, keeps_already ? &out.wishes : nullptr);

    auto& person = out.evidence.person;
    person.sex = table.chance() < 0.5 ? diet::Sex::female : diet::Sex::male;
    person.age_years = 18 + std::floor(table.chance() * 65);
    bool const woman = *person.sex == diet::Sex::female;
    person.weight_kg = (woman ? 55 : 68) + std::floor(table.chance() * 25);
    person.height_cm = (woman ? 157 : 170) + std::floor(table.chance() * 15);
    double const usual = (woman ? 1900 : 2400) + 800 * (table.chance() - 0.5);

    out.days = static_cast<double>(3 + table.one_of(5));
    out.least_kcal = most_kcal;
    for (int d = 0; d < static_cast<int>(out.days); ++d) {
        std::vector<diet::Eaten> nearest;
        // The nearest of several to what such a person eats, and more of them until one is within bounds.
        for (int tries = 0; tries < 200; ++tries) {
            auto day = table.day();
            if (nearest.empty() || std::abs(table.kcal(day) - usual) < std::abs(table.kcal(nearest) - usual))
                nearest = std::move(day);
            double const kcal = table.kcal(nearest);
            if (tries >= 5 && kcal > least_kcal && kcal < most_kcal)
                break;
        }
        out.least_kcal = std::min(out.least_kcal, table.kcal(nearest));
        out.most_kcal = std::max(out.most_kcal, table.kcal(nearest));
        for (auto& line : nearest) {
            line.day = "Day " + std::to_string(d + 1);
            line.line = ++out.diary.lines;
            out.diary.eaten.push_back(std::move(line));
        }
    }
    out.plan.status = "offered";
    out.plan.row = "short";
    if (number % 10 == 7)
        out.plan.stops.push_back(
            {"kept", {number % 20 == 7 ? "vitamin_k_change" : "potassium_more"}, "", ""});
    return out;
}

} // namespace rheobase::bench
