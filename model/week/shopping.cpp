#include "model/week/shopping.hpp"

#include "model/week/aisles.rows.hpp"
#include "model/week/bought.rows.hpp"
#include "model/week/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase::week {

namespace {

bool any_part(std::string_view list, auto const& fits) {
    while (!list.empty()) {
        auto const end = list.find(';');
        if (fits(list.substr(0, end)))
            return true;
        list = end == list.npos ? std::string_view{} : list.substr(end + 1);
    }
    return false;
}

/// Of what is bought otherwise than eaten; null where the name tells nothing of the kind.
BoughtRow const* bought_as(std::string_view name) {
    for (auto const& row : bought_rows)
        if (any_part(row.patterns,
                     [&](auto part) { return name.starts_with(part) || std::string(name) + ", " == part; }) &&
            !any_part(row.excludes, [&](auto part) { return name.find(part) != name.npos; }))
            return &row;
    return nullptr;
}

constexpr std::array<std::string_view, 9> cookings{"cooked",  "boiled",  "roasted", "baked", "grilled",
                                                   "steamed", "broiled", "toasted", "mashed"};

/// How it was cooked, where the name or the measure says so in a part of its own ("Potato, roasted"); that
/// part and what it says of fat are taken off the name. A dish and what a restaurant made are bought as they
/// are.
std::string_view cooked(Item const& item, std::string& name) {
    if (item.aisle == "dishes" || item.name.find("fast food") != std::string::npos ||
        item.name.find("restaurant") != std::string::npos || item.name.find("coated") != std::string::npos)
        return {};
    std::string left;
    std::string_view how;
    for (std::string_view words = item.name; !words.empty();) {
        auto const comma = words.find(", ");
        auto const part = words.substr(0, comma);
        words = comma == words.npos ? std::string_view{} : words.substr(comma + 2);
        auto const way = std::find_if(cookings.begin(), cookings.end(), [&](auto one) {
            return part == one || part.starts_with(std::string(one) + " ");
        });
        if (way != cookings.end()) {
            how = *way;
            // "cooked spinach" is bought as spinach: what the word stands before is the food itself.
            if (left.empty() && part.size() > way->size())
                left = part.substr(way->size() + 1);
        } else if (how.empty() ||
                 (part != "fat added" && part != "no added fat" && !part.starts_with("fat not ")))
            left += (left.empty() ? "" : ", ") + std::string(part);
    }
    if (how.empty() && item.measure.ends_with(", cooked"))
        how = "cooked";
    if (!how.empty())
        name = left;
    return how;
}

struct Amount {
    std::string name, words;
    BoughtRow const* row = nullptr; ///< counted in pieces, so that like joins like
};

std::string pieces_in_words(BoughtRow const& row, double grams) {
    auto const number = std::ceil(grams / row.grams);
    return std::to_string(static_cast<long>(number)) + " " + std::string(row.measure) +
           (number > 1 ? "s" : "") + " (" + weight_in_words(grams) + ")";
}

/// What of an item is bought, and how much.
Amount amount_of(Item const& item, double halves) {
    Amount out{item.name, portion_in_words(item.measure, item.grams, halves), nullptr};
    double const grams = item.grams * halves / 2;
    auto const* row = item.own ? bought_as(item.name) : nullptr;
    if (row && known(row->grams)) {
        out = {std::string(row->name), pieces_in_words(*row, grams), row};
    } else if (row) {
        out.name = row->name;
        out.words = "for " + out.words;
    } else if (auto const how = cooked(item, out.name); !how.empty())
        out.words = weight_in_words(grams) + " when " + std::string(how);
    return out;
}

} // namespace

std::string_view aisle_of(std::string_view family) {
    for (auto const& row : aisles_rows)
        if (any_part(row.families, [&](auto part) { return part == family; }))
            return row.aisle;
    return "other";
}

std::vector<Shelf> shopping_list(std::vector<Item> const& items, std::vector<double> const& halves) {
    std::vector<Shelf> shelves;
    for (auto const& row : aisles_rows) {
        Shelf shelf{std::string(row.name), {}};
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const& item = items[i];
            if (!(halves[i] > 1e-9) || item.aisle != row.aisle || item.kind == "water")
                continue;
            double const grams = item.grams * halves[i] / 2;
            auto const amount = amount_of(item, halves[i]);
            auto const same = std::find_if(shelf.lines.begin(), shelf.lines.end(), [&](auto const& line) {
                return amount.row && line.name == amount.name;
            });
            if (same != shelf.lines.end()) {
                same->grams += grams;
                same->amount = pieces_in_words(*amount.row, same->grams);
            } else
                shelf.lines.push_back({amount.name, grams, amount.words, item.now == 0});
        }
        std::stable_sort(shelf.lines.begin(), shelf.lines.end(),
                         [](auto const& a, auto const& b) { return a.grams > b.grams; });
        if (!shelf.lines.empty())
            shelves.push_back(std::move(shelf));
    }
    return shelves;
}

} // namespace rheobase::week
