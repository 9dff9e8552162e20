#include "model/why/compare.hpp"

#include "model/diet/focus_nutrients.rows.hpp"
#include "model/diet/nutrients.hpp"
#include "model/why/build.hpp"

namespace rheobase::why {

std::vector<Compared> comparison() {
    auto const first = [](std::string_view code, std::string_view part) {
        auto statements = statements_of(code, part);
        return statements.empty() ? Statement{} : std::move(statements.front());
    };
    std::vector<Compared> out;
    for (auto const& row : diet::focus_nutrients_rows) {
        auto const nutrient = diet::nutrient_called(row.nutrient);
        out.push_back({std::string(row.nutrient),
                       nutrient ? std::string(diet::about(*nutrient).name) : std::string(row.nutrient),
                       first(row.nutrient, "role"), first(row.nutrient, "lack"),
                       first(row.nutrient, "excess"), first(row.nutrient, "reason"),
                       first(row.nutrient, "test"), first(row.nutrient, "food")});
    }
    return out;
}

} // namespace rheobase::why
