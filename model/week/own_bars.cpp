#include "model/week/own_bars.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/week/allergens.hpp"
#include "model/week/made_of_many.rows.hpp"
#include "model/week/off_diet.hpp"

#include <algorithm>
#include <array>

namespace rheobase::week {

namespace {

using verdict::parts_of;

constexpr std::string_view not_judged = "no table tells what is in it";

bool one_of(std::string_view list, std::string_view word) {
    auto const all = parts_of(list);
    return std::find(all.begin(), all.end(), word) != all.end();
}

bool made_of_many(diet::Food food, diet::Foods const& table) {
    return !judged_by_menu(food, table) &&
           std::any_of(made_of_many_rows.begin(), made_of_many_rows.end(), [&](auto const& row) {
               return one_of(row.families, table.family(food)) && !called(table.name(food), row.excludes, {});
           });
}

void bar_by_stops(Item& item, std::vector<verdict::HardStop> const& stops, diet::Foods const& table) {
    for (auto const* kind : verdict::forbidden_by(stops)) {
        bool const by_name = stop_names(*kind, item.food, {}, table, item.said);
        bool much = false;
        if (auto const n = diet::nutrient_called(kind->nutrient))
            much = 2 * item.held[*n] > kind->most_a_portion;
        if (!by_name && !much)
            continue;
        item.why_barred = kind->text;
        item.may_grow = false;
        if (!kind->steady.empty())
            item.may_shrink = false;
        else if (by_name || kind->code == "alcohol")
            item.must_go = true;
    }
}

/// Small letters, without "the" and "my" before a food and each word in the singular where asked.
std::string plain(std::string_view wish, bool singular) {
    static constexpr std::array<std::string_view, 6> before{"the", "my", "our", "a", "an", "some"};
    std::string out, word;
    auto const end_word = [&] {
        bool const plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's';
        if (singular && plural)
            word.pop_back();
        if (!word.empty() && std::find(before.begin(), before.end(), word) == before.end())
            out += (out.empty() ? "" : " ") + word;
        word.clear();
    };
    for (char const c : wish)
        if (c == ' ' || c == ',' || c == '_' || c == ';')
            end_word();
        else
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    end_word();
    return out;
}

/// Words for a wish to keep it: its name up to the first comma, else the diary's own.
std::string words_to_keep(Item const& item, diet::Foods const& table) {
    auto const name = plain(std::string_view(item.name).substr(0, item.name.find(',')), false);
    return wish_names(item, name, table) || item.said.empty() ? name : plain(item.said.front(), false);
}

void add_to(std::vector<OwnBarred::Group>& groups, std::string const& why, std::string const& food) {
    auto const found =
        std::find_if(groups.begin(), groups.end(), [&](auto const& one) { return one.why == why; });
    if (found == groups.end())
        groups.push_back({why, {food}});
    else
        found->foods.push_back(food);
}

} // namespace

bool wish_names(Item const& item, std::string_view wish, diet::Foods const& table) {
    auto const names = std::string(table.name(item.food)) + " " + std::string(table.synonyms(item.food));
    for (bool const singular : {false, true}) {
        auto const words = plain(wish, singular);
        if (words.empty())
            continue;
        if (diet::fits(names, words) ||
            std::any_of(item.said.begin(), item.said.end(),
                        [&](auto const& said) { return diet::fits(said, words); }))
            return true;
    }
    return false;
}

OwnBarred bar_own(std::vector<Item>& items, PlanBans const& bans, std::vector<verdict::HardStop> const& stops,
                  Wishes const& wishes, diet::Foods const& table) {
    OwnBarred out;
    std::vector<std::string> found;
    for (auto& item : items) {
        if (!item.own)
            continue;
        std::vector<std::string> kept_by;
        for (auto const& wish : wishes.keep)
            if (wish_names(item, wish, table))
                kept_by.push_back(wish);
        found.insert(found.end(), kept_by.begin(), kept_by.end());
        if (!kept_by.empty())
            item.may_shrink = false;
        bar_by_stops(item, stops, table);
        // What the name found in the table does not tell, the diary's words may: then they are named.
        auto const by_words = [&](bool by_name, auto const& alone) {
            if (by_name || item.said.empty())
                return std::string();
            auto const telling =
                std::find_if(item.said.begin(), item.said.end(),
                             [&](std::string const& words) { return alone(std::span(&words, 1)); });
            return ", by your words '" + (telling == item.said.end() ? item.said.front() : *telling) + "'";
        };
        auto const avoided = [&](std::span<std::string const> said) {
            return bans.avoids({item.food, item.grams, {}, {}, {}, said}, table);
        };
        if (avoided(item.said)) {
            item.must_go = true;
            item.why_barred = "what you avoid" + by_words(avoided({}), avoided);
        }
        bool kept_to = false; // off a diet that is more than a wish
        for (auto const& kept : bans.diets())
            if (off_diet(kept.code, item.food, item.grams, table, item.said)) {
                auto diet = kept.code;
                std::replace(diet.begin(), diet.end(), '_', ' ');
                item.must_go = true;
                auto const off = [&](std::span<std::string const> said) {
                    return off_diet(kept.code, item.food, item.grams, table, said);
                };
                item.why_barred = "not " + diet + by_words(off({}), off);
                kept_to = !kept.wished;
                if (kept_to)
                    add_to(out.off_diet, diet, item.name);
                break;
            }
        // What its name would bar and the diary's words make safe is called by those words, also when it is
        // bought.
        bool const safe_by_words =
            !item.must_go && !item.said.empty() &&
            (avoided({}) || std::any_of(bans.diets().begin(), bans.diets().end(), [&](auto const& kept) {
                 return off_diet(kept.code, item.food, item.grams, table, {});
             }));
        if (safe_by_words) {
            item.name += " (" + item.said.front() + ")";
            item.may_grow = false;
        }
        if (!item.must_go && bans.food_allergic() && made_of_many(item.food, table) &&
            !bans.said_safe(item.food, table, item.said)) {
            item.may_grow = false;
            item.why_barred = not_judged;
            item.must_go = kept_by.empty();
            (item.must_go ? out.not_judged : out.kept_not_judged).push_back(item.name);
            if (item.must_go && out.keep_example.empty())
                out.keep_example = words_to_keep(item, table);
        } else if (item.must_go) {
            for (auto const& wish : kept_by)
                out.keep_barred.push_back({wish, item.name, item.why_barred});
            if (!kept_to)
                add_to(out.taken_out, item.why_barred, item.name);
        }
    }
    for (auto const& wish : wishes.keep)
        if (std::find(found.begin(), found.end(), wish) == found.end())
            out.keep_not_in_diary.push_back(wish);
    return out;
}

} // namespace rheobase::week
