// What a careful cook would say of a food by its name, kept apart from the rules that are tested with it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::week {

struct Speaks {
    std::string_view allergen;
    std::vector<std::string_view> parts;  ///< letters that tell of it wherever they stand
    std::vector<std::string_view> struck; ///< what is struck from the name before: these mean something else
};

inline std::vector<Speaks> const& allergen_words() {
    static std::vector<Speaks> const all{
        {"milk",
         {"milk", "cheese", "yogurt", "butter", "cream", "whey", "casein", "ghee", "kefir", "custard",
          "cheddar", "parmesan", "mozzarella", "ricotta", "eggnog", "gelato", "paneer"},
         {"yogurt, coconut milk",
          "yogurt, almond milk",
          "soy milk",
          "almond milk",
          "rice milk",
          "oat milk",
          "coconut milk",
          "non-dairy milk",
          "soymilk",
          "milkfish",
          "custard-apple",
          "peanut butter",
          "almond butter",
          "cashew butter",
          "seed butter",
          "sesame butter",
          "soy nut butter",
          "cocoa butter",
          "nutmeg butter",
          "butternut",
          "buttercup",
          "butterbur",
          "butterhead",
          "butterfish",
          "coconut cream",
          "cream of tartar",
          "cream of wheat",
          "cream of rice",
          "yogurt, soy",
          "soy yogurt",
          "soya yogurt",
          "no butter added",
          "headcheese",
          "soybean curd cheese",
          "soybean, curd cheese",
          "almond yogurt"}},
        {"egg",
         {"egg", "omelet", "mayonnaise", "meringue", "quiche", "souffle", "pancake", "waffle", "hollandaise"},
         {"eggplant", "veggie", "nutmeg", "dinosaur eggs"}},
        {"tree_nut",
         {"almond", "cashew", "walnut", "hazelnut", "pecan", "pistachio", "brazilnut", "macadamia", "praline",
          "marzipan", "pesto", "nutella", "baklava"},
         {}},
        {"peanut", {"peanut", "snickers", "satay"}, {}},
        {"fish",
         {"salmon", "tuna", "sardine", "mackerel", "trout", "herring", "haddock", "anchov", "tilapia",
          "halibut", "flounder", "swordfish", "surimi", "caviar", "shark"},
         {"salmonberries"}},
        {"shellfish",
         {"shrimp", "prawn", "lobster", "mussel", "oyster", "squid", "octopus", "crayfish", "abalone",
          "cuttlefish", "calamari", "crab "},
         {}},
        {"soy", {"soy", "tofu", "tempeh", "edamame", "teriyaki"}, {}},
        {"gluten",
         {"wheat",  "barley",  "pasta",     "noodle",  "macaroni", "spaghetti", "couscous", "bulgur",
          "seitan", "cracker", "bagel",     "muffin",  "pizza",    "tortilla",  "sandwich", "pancake",
          "waffle", "burrito", "croissant", "pretzel", "ravioli",  "lasagna"},
         {"buckwheat", "rice noodles", "noodleo"}},
        {"sesame", {"sesame", "tahini", "hummus", "falafel"}, {}}};
    return all;
}

/// Whether a cook would be sure that it holds this allergen.
inline bool surely_holds(std::string_view name, std::string_view allergen) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    small += ' ';
    for (auto const& row : allergen_words()) {
        if (row.allergen != allergen)
            continue;
        if (allergen == "gluten" &&
            (small.find("gluten free") != small.npos || small.find("gluten-") != small.npos))
            return false;
        for (auto const struck : row.struck)
            for (auto at = small.find(struck); at != small.npos; at = small.find(struck))
                small.replace(at, struck.size(), " / ");
        return std::any_of(row.parts.begin(), row.parts.end(),
                           [&](auto const part) { return small.find(part) != small.npos; });
    }
    return false;
}

} // namespace rheobase::week
