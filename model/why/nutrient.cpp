#include "model/diet/nutrients.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/why/build.hpp"

namespace rheobase::why {

namespace {

constexpr std::size_t foods_shown = 6;

/// "magnesium_mg" to "magnesium": how causes and laboratories name it.
std::string_view stem_of(std::string_view key) {
    auto const cut = key.rfind('_');
    return cut == key.npos ? key : key.substr(0, cut);
}

/// The causes and tests that carry the nutrient's name: "deficiency.magnesium", "excess.magnesium",
/// "magnesium".
void see_also(Card& card) {
    auto stem = stem_of(card.code);
    if (stem == "phosphorus")
        stem = "phosphate";
    else if (stem == "vitamin_b6")
        stem = "b6";
    else if (stem == "thiamin")
        stem = "thiamine";
    for (auto const& row : verdict::causes_rows) {
        auto const dot = row.code.find('.');
        auto const kind = row.code.substr(0, dot);
        auto const what = dot == row.code.npos ? std::string_view{} : row.code.substr(dot + 1);
        if ((kind == "deficiency" || kind == "excess" || kind == "lifestyle") &&
            (what == stem || what == std::string(stem) + "_intake"))
            card.see.emplace_back(row.code);
    }
    for (auto const& row : verdict::labs_rows)
        if (row.analyte == stem || row.analyte.starts_with(std::string(stem) + "_") ||
            row.analyte == "25oh_" + std::string(stem))
            card.see.push_back("lab." + std::string(row.analyte));
}

} // namespace

Card nutrient_card(std::string_view code, std::string name) {
    Card card{Kind::nutrient, std::string(code), std::move(name), {}, {}, {}};
    add_part(card, "What it does", statements_of(code, "role"));
    add_part(card, "How too little shows", statements_of(code, "lack"));
    add_part(card, "How too much shows", statements_of(code, "excess"));
    add_part(card, "What usually causes it", statements_of(code, "reason"));
    add_part(card, "How it is tested", statements_of(code, "test"));
    add_part(card, "What the evidence says", statements_of(code, "evidence"));
    auto food = statements_of(code, "food");
    for (auto& helping : foods_in_words(code, foods_shown))
        food.push_back(std::move(helping));
    add_part(card, "Where it is in food", std::move(food));
    add_part(card, "How much is enough a day", needs_in_words(code));
    auto limits = statements_of(code, "limits");
    for (auto& limit : limits_in_words(code))
        limits.push_back(std::move(limit));
    add_part(card, "How much is too much a day", std::move(limits));
    add_part(card, "What those are told who should not add to it", stops_for(code));
    add_part(card, "To read on", statements_of(code, "more"));
    see_also(card);
    return card;
}

} // namespace rheobase::why
