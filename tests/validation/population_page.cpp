// The survey's blood values on the page: one line a laboratory value and sex, and every band that is off.
#include "tests/validation/page.hpp"
#include "tests/validation/population.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::validation {

namespace {

struct Tally {
    int within = 0, all = 0;
    std::string worst; ///< the largest departure, in percent
};

std::string bands(std::string const& sex, std::string const& lab, Tally& tally) {
    std::string text;
    double largest = 0;
    for (auto const& line : recorded_population(sex)) {
        if (line.lab != lab)
            continue;
        ++tally.all;
        tally.within += line.verdict == Verdict::pass;
        if (std::abs(std::stod(line.off_percent)) >= largest) {
            largest = std::abs(std::stod(line.off_percent));
            tally.worst = fmt::format("{} % ({} at {})", line.off_percent, line.percentile, line.age_from);
        }
        if (line.percentile == std::string("p10"))
            text += fmt::format("\n| {} {} |", sex, line.age_from);
        text +=
            fmt::format(" {} | {}{} |", line.survey, line.model, line.verdict == Verdict::pass ? "" : " ✗");
    }
    return text;
}

} // namespace

std::string population_part() {
    std::string summary =
        "| blood value | allowed | sex | percentiles within | farthest off |\n|---|---|---|---|---|\n";
    std::string details;
    std::vector<std::string> labs;
    for (auto const& row : surveyed_labs())
        if (std::ranges::find(labs, row.lab) == labs.end())
            labs.push_back(row.lab);
    for (auto const& lab : labs) {
        auto const about = *std::ranges::find(surveyed_labs(), lab, &Surveyed::lab);
        details += fmt::format("\n**{}** ({}; survey and model at the 10th, 50th and 90th percentile)\n\n"
                               "| from age | 10th | | 50th | | 90th | |\n|---|---|---|---|---|---|---|",
                               lab, about.unit);
        for (auto const* const sex : {"female", "male"}) {
            Tally tally;
            details += bands(sex, lab, tally);
            summary += fmt::format("| {} | {} % | {} | {} of {} | {} |\n", lab, about.tolerance, sex,
                                   tally.within, tally.all, tally.worst);
        }
        details += "\n";
        if (auto const why = mechanism_of("population", lab); !why.empty())
            details += "\nWhy it is off: " + why + "\n";
    }
    return "## A virtual population beside a survey\n"
           "Adults drawn with the weights and the intakes of NHANES (two-day means, going together as "
           "surveyed), pills and "
           "the season\nincluded, at their own steady state, with what the laboratory and the day add. "
           "The ordinary "
           "levels of the tables were moved towards the survey; what age, sex, food and season make of them "
           "was "
           "not.\n\n" +
           summary + details + "\n";
}

} // namespace rheobase::validation
