#include "model/blood/reasons.hpp"

#include "model/blood/judging.rows.hpp"
#include "model/blood/weigh.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::blood {

void find_reasons(std::vector<Line>& lines, std::vector<std::size_t> const& test_of, Crowd const& crowd,
                  std::vector<Part> const& parts, Levels const& reference, int people) {
    struct Reason {
        std::string name;
        double change;
    };
    std::vector<std::vector<Reason>> reasons(lines.size());
    std::vector<bool> only_food(lines.size(), true);
    std::vector<double> const of_those(reference.front().begin(), reference.front().begin() + people);
    Weights const equal(of_those);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::vector<bool> alone(parts.size(), false);
        alone[p] = true;
        Levels const levels = crowd.live(alone, people);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            double const change =
                equal.percentile(differences(levels[test_of[l]], reference[test_of[l]]), 1.0 / 2);
            bool const counts = change * lines[l].change > 0 &&
                                std::abs(change) >= judging.part_of_change * std::abs(lines[l].change);
            if (!lines[l].worth_a_word || !counts)
                continue;
            reasons[l].push_back({parts[p].name, std::abs(change)});
            only_food[l] = only_food[l] && parts[p].kind == Part::Kind::food;
        }
    }
    for (std::size_t l = 0; l < lines.size(); ++l) {
        std::stable_sort(reasons[l].begin(), reasons[l].end(),
                         [](Reason const& a, Reason const& b) { return a.change > b.change; });
        for (auto const& reason : reasons[l])
            if (std::find(lines[l].because.begin(), lines[l].because.end(), reason.name) ==
                lines[l].because.end())
                lines[l].because.push_back(reason.name);
        // Food that is better than it need be, by less than a test can see, is nothing to tell.
        if (only_food[l] && lines[l].change > 0 && !lines[l].detectable)
            lines[l].worth_a_word = false;
    }
}

} // namespace rheobase::blood
