#include "app/read/wish.hpp"

#include "base/spelling.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>
#include <array>

namespace rheobase::read {

namespace {

constexpr std::array<std::string_view, 5> before_a_food{"no ", "without ", "avoid ", "not ", "dislike "};
constexpr std::array<std::string_view, 7> manners{
    "cheap", "low cost", "no cooking", "without cooking", "little cooking", "few changes", "little change"};

std::string plain(std::string_view words) {
    std::string out;
    for (char const c : words) {
        char const letter = c == '_' || c == '-'   ? ' '
                            : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20)
                                                   : c;
        if (letter != ' ' || (!out.empty() && out.back() != ' '))
            out += letter;
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

Result<week::Wishes> without(std::string_view food, std::string_view words) {
    if (!verdict::avoided_for_wish(food).understood)
        return fault("wish '" + std::string(words) + "'", "no food of this name is known",
                     "Name a food or a kind of food, as in 'no nuts' or 'no broccoli'");
    week::Wishes out;
    out.without.emplace_back(food);
    return out;
}

} // namespace

Result<week::Wishes> read_wish(std::string_view words) {
    auto const said = plain(words);
    week::Wishes out;
    if (said == "cheap" || said == "low cost") {
        out.cheap = true;
        return out;
    }
    if (said == "no cooking" || said == "without cooking" || said == "little cooking") {
        out.cooking = said == "little cooking" ? "little" : "none";
        return out;
    }
    if (said == "few changes" || said == "little change") {
        out.few_changes = true;
        return out;
    }
    if (said.starts_with("keep ")) {
        out.keep.push_back(said.substr(5));
        return out;
    }
    if (auto const diet = verdict::diet_meant(said); !diet.code.empty()) {
        out.diet = diet.code;
        for (auto const code : diet.leaves_out)
            out.without.emplace_back(code);
        return out;
    }
    for (auto const start : before_a_food)
        if (said.starts_with(start))
            return without(said.substr(start.size()), words);
    constexpr std::string_view free = " free";
    if (said.ends_with(free))
        return without(said.substr(0, said.size() - free.size()), words);
    auto const near = nearest(said, {manners.begin(), manners.end()});
    auto const diet = verdict::nearest_code("diet", said);
    auto const meant = near.empty() ? std::string_view(diet) : near;
    return fault("wish '" + std::string(words) + "'", "this wish is not known",
                 meant.empty()
                     ? "Known are diets (vegan, halal, …), 'no FOOD', 'keep FOOD', cheap, no cooking, "
                       "little cooking and few changes"
                     : "Did you mean '" + std::string(meant) + "'?");
}

} // namespace rheobase::read
