#include "model/week/measure.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::week {

namespace {

/// Measures that say nothing to someone in a kitchen.
bool in_a_kitchen(std::string_view measure) {
    return !measure.empty() && measure.find("specified") == measure.npos &&
           measure.find("Guideline") == measure.npos && measure.find("yields") == measure.npos &&
           measure.find(" inch") == measure.npos;
}

bool begins_with_number(std::string_view words) {
    return !words.empty() && words.front() >= '0' && words.front() <= '9';
}

/// "2", "1 1/2", "1/2"; to the nearest half, but never none.
std::string in_halves(double halves) {
    int const all = std::max(1, static_cast<int>(halves + 0.5));
    std::string out = all >= 2 ? std::to_string(all / 2) : "";
    if (all % 2 == 1)
        out += out.empty() ? "1/2" : " 1/2";
    return out;
}

bool is_piece(std::string_view measure) {
    return (measure.find("slice") != measure.npos || measure.find("egg") != measure.npos) &&
           measure.find("Guideline") == measure.npos && measure.find("cup") == measure.npos;
}

/// Bread comes by the slice and an egg by the egg; nobody has a cup of them.
bool comes_in_pieces(diet::Foods const& table, diet::Food food) {
    for (int i = 0; i < table.portion_count(food); ++i)
        if (is_piece(table.portion(food, i).measure))
            return true;
    return false;
}

} // namespace

HouseholdMeasure nearest_measure(diet::Foods const& table, diet::Food food, double usual_grams) {
    HouseholdMeasure out{"", usual_grams};
    double nearest = menu.measure_ratio;
    bool const in_pieces = comes_in_pieces(table, food);
    // A helping is one of something; where no such thing is near, some slices or eggs.
    for (int times = 1; times <= (out.words.empty() ? static_cast<int>(menu.pieces_most) : 1); ++times)
        for (int i = 0; i < table.portion_count(food); ++i) {
            auto const portion = table.portion(food, i);
            double const grams = times * portion.grams;
            double const ratio = std::max(grams, usual_grams) / std::min(grams, usual_grams);
            bool const a_cup_of_pieces = in_pieces && portion.measure.find("cup") != portion.measure.npos;
            if (!in_a_kitchen(portion.measure) || a_cup_of_pieces || !(ratio < nearest) ||
                (times > 1 && !is_piece(portion.measure)))
                continue;
            nearest = ratio;
            out.grams = grams;
            out.words = begins_with_number(portion.measure)
                            ? std::string(portion.measure)
                            : in_halves(portion.amount * 2) + " " + std::string(portion.measure);
            if (times > 1)
                out.words = times_in_words(out.words, times);
        }
    return out;
}

} // namespace rheobase::week
