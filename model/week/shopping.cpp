#include "model/week/shopping.hpp"

#include "model/week/aisles.rows.hpp"
#include "model/week/measure.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

bool holds(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        auto const end = list.find(';');
        if (list.substr(0, end) == word)
            return true;
        list = end == list.npos ? std::string_view{} : list.substr(end + 1);
    }
    return false;
}

} // namespace

std::string_view aisle_of(std::string_view family) {
    for (auto const& row : aisles_rows)
        if (holds(row.families, family))
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
            shelf.lines.push_back(
                {item.name, grams, portion_in_words(item.measure, item.grams, halves[i]), item.now == 0});
        }
        std::stable_sort(shelf.lines.begin(), shelf.lines.end(),
                         [](auto const& a, auto const& b) { return a.grams > b.grams; });
        if (!shelf.lines.empty())
            shelves.push_back(std::move(shelf));
    }
    return shelves;
}

} // namespace rheobase::week
