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

std::string rounded_grams(double grams) {
    double const to = grams >= 100 ? 10 : grams >= 20 ? 5 : 1;
    return std::to_string(static_cast<long>(std::floor(grams / to + 0.5) * to)) + " g";
}

} // namespace

HouseholdMeasure nearest_measure(diet::Foods const& table, diet::Food food, double usual_grams) {
    HouseholdMeasure out{"", usual_grams};
    double nearest = menu.measure_ratio;
    for (int i = 0; i < table.portion_count(food); ++i) {
        auto const portion = table.portion(food, i);
        double const ratio = std::max(portion.grams, usual_grams) / std::min(portion.grams, usual_grams);
        if (!in_a_kitchen(portion.measure) || !(ratio < nearest))
            continue;
        nearest = ratio;
        out.grams = portion.grams;
        out.words = begins_with_number(portion.measure)
                        ? std::string(portion.measure)
                        : in_halves(portion.amount * 2) + " " + std::string(portion.measure);
    }
    return out;
}

std::string kitchen_name(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        auto const comma = name.find(", ");
        auto const part = name.substr(0, comma);
        if (!part.starts_with("NS as to") && part != "NFS")
            out += (out.empty() ? "" : ", ") + std::string(part);
        name = comma == name.npos ? std::string_view{} : name.substr(comma + 2);
    }
    return out;
}

std::string portion_in_words(std::string_view words, double grams, double halves) {
    auto const weight = rounded_grams(grams * halves / 2);
    if (words.empty())
        return weight;
    if (halves > 1.5 && halves < 2.5)
        return std::string(words) + " (" + weight + ")";
    if (halves > 0.5 && halves < 1.5 && !words.starts_with("1/2"))
        return "half of " + std::string(words) + " (" + weight + ")";
    return in_halves(halves) + " × " + std::string(words) + " (" + weight + ")";
}

} // namespace rheobase::week
