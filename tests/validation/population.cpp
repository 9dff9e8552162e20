#include "tests/validation/population.hpp"

#include "engine/draw.hpp"
#include "model/diet/within_person.rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/core.h>
#include <map>
#include <stdexcept>

namespace rheobase::validation {

namespace {

struct Lab {
    char const* name;
    Observable what;
    double tolerance; ///< percent
};

constexpr std::array labs{Lab{"calcium_serum", Observable::calcium_serum, 3},
                          Lab{"sodium_serum", Observable::sodium_serum, 3},
                          Lab{"potassium_serum", Observable::potassium_serum, 8},
                          Lab{"phosphate_serum", Observable::phosphate_serum, 8},
                          Lab{"vitamin_d_25oh", Observable::vitamin_d_25oh, 25},
                          Lab{"b12_serum", Observable::b12_serum, 25},
                          Lab{"pth", Observable::pth, 25}};

Lab const& lab_named(std::string const& name) {
    for (auto const& lab : labs)
        if (name == lab.name)
            return lab;
    throw std::runtime_error("lab_percentiles.csv: '" + name + "' is not compared");
}

constexpr double half_year = 182.5;
constexpr std::uint64_t seed_of_survey = 901;
constexpr double days_between_reports = 18.25; ///< a tenth of half a year

std::string file_of(std::string const& sex) {
    return "recorded/population_" + sex + ".csv";
}

std::string digits(double value) {
    return fmt::format("{:.4g}", value);
}

/// On which day of the year someone comes to give blood: spread evenly over a group of any size.
double day_for(std::size_t person) {
    constexpr double golden = 0.6180339887498949;
    double const turns = golden * (static_cast<double>(person) + 1);
    return 2 * half_year * (turns - std::floor(turns));
}

} // namespace

std::vector<Surveyed> const& surveyed_labs() {
    static std::vector<Surveyed> const all = [] {
        std::vector<Surveyed> list;
        for (auto const& row : table("lab_percentiles.csv"))
            list.push_back({row.at("lab"), row.at("sex"), std::stoi(row.at("age_from")),
                            std::stoi(row.at("age_to")), row.at("unit"), std::stod(row.at("p10")),
                            std::stod(row.at("p50")), std::stod(row.at("p90")),
                            lab_named(row.at("lab")).tolerance});
        return list;
    }();
    return all;
}

std::map<Observable, double> bled(Person const& person, double day) {
    bool const summer = day < half_year;
    std::map<Observable, double> results;
    for (auto const& lab : labs)
        results[lab.what] = person.at(summer ? 3 : 4, lab.what, 24 * (summer ? day : day - half_year));
    return results;
}

Crowd living_as_usual(std::vector<ions::Adult> const& adults, std::uint64_t seed) {
    Experiment experiment;
    experiment.people = static_cast<int>(adults.size());
    experiment.seed = seed;
    experiment.lab_noise = true;
    experiment.phases.emplace_back();
    // A year of both seasons first, so that vitamin D stands where the season and the one before have left
    // it.
    for (int half = 0; half < 4; ++half)
        then_days(experiment, half_year).sun = half % 2 == 0 ? ions::Sun::summer : ions::Sun::winter;
    for (auto const& lab : labs)
        experiment.reports.push_back({lab.what, 24 * days_between_reports});
    ions::RunOptions options;
    options.individual = [&](std::uint32_t person) { return ions::living_as_usual(adults[person]); };
    return crowd_of(experiment, options);
}

std::vector<Compared> compared(std::string const& sex, int people) {
    std::map<std::pair<std::string, int>, std::vector<double>> values;
    auto const which = sex == "male" ? ions::Sex::male : ions::Sex::female;
    for (int from = 20; from < 85; from += 5) {
        std::vector<ions::Adult> adults;
        for (int i = 0; i < people; ++i)
            adults.push_back(ions::adult(seed_of_survey, static_cast<std::uint32_t>(1000 * from + i),
                                         {double(from), double(from + 5)}, which));
        auto const crowd = living_as_usual(adults, seed_of_survey + static_cast<std::uint64_t>(from));
        for (std::size_t i = 0; i < crowd.size(); ++i) {
            auto const results = bled(crowd[i], day_for(i));
            for (auto const& lab : labs)
                values[{lab.name, from}].push_back(results.at(lab.what));
        }
    }
    std::vector<Compared> lines;
    for (auto const& row : surveyed_labs()) {
        if (row.sex != sex)
            continue;
        auto const& found = values.at({row.lab, row.age_from});
        for (auto const& [name, share, survey] :
             {std::tuple{"p10", 0.1, row.p10}, std::tuple{"p50", 0.5, row.p50},
              std::tuple{"p90", 0.9, row.p90}}) {
            double const model = quantile(found, share);
            double const off = 100 * (model / survey - 1);
            lines.push_back({row.lab, std::to_string(row.age_from), name, digits(survey), digits(model),
                             fmt::format("{:.1f}", off),
                             std::abs(off) <= row.tolerance ? Verdict::pass : Verdict::miss});
        }
    }
    return lines;
}

std::vector<Compared> recorded_population(std::string const& sex) {
    std::vector<Compared> lines;
    if (!exists(file_of(sex)))
        return lines;
    for (auto const& row : table(file_of(sex)))
        lines.push_back({row.at("lab"), row.at("age_from"), row.at("percentile"), row.at("survey"),
                         row.at("model"), row.at("off_percent"),
                         row.at("verdict") == "pass" ? Verdict::pass : Verdict::miss});
    return lines;
}

void write_population(std::string const& sex, std::vector<Compared> const& lines) {
    std::string text = "lab,age_from,percentile,survey,model,off_percent,verdict\n";
    for (auto const& line : lines)
        text += fmt::format("{},{},{},{},{},{},{}\n", line.lab, line.age_from, line.percentile, line.survey,
                            line.model, line.off_percent, word_for(line.verdict));
    write("tests/validation/" + file_of(sex), text);
}

namespace {

Measured diet_and_serum(int study_size) {
    int const people = 8 * study_size; // a weak correlation needs many
    std::vector<ions::Adult> adults;
    for (int i = 0; i < people; ++i)
        adults.push_back(ions::adult(seed_of_survey + 1, static_cast<std::uint32_t>(i)));
    auto const crowd = living_as_usual(adults, seed_of_survey + 1);
    std::vector<double> potassium_eaten, potassium, calcium_eaten, calcium;
    // A survey records two days of a life, and serum answers the life.
    auto const recorded = [](ions::Adult const& adult, Ingested what, std::string_view key, std::size_t who) {
        double cv = 0;
        for (auto const& row : diet::within_person_rows)
            if (row.nutrient == key && row.sex == (adult.sex == ions::Sex::female ? "female" : "male"))
                cv = row.within_cv;
        double const sigma = engine::lognormal_sigma(cv) / std::sqrt(2.0);
        return adult.eaten[static_cast<std::size_t>(what)] *
               std::exp(sigma * engine::standard_normal(seed_of_survey, static_cast<std::uint32_t>(who),
                                                        engine::fact_key(key)));
    };
    for (auto const& person : crowd) {
        std::size_t const who = person.number;
        auto const results = bled(person, day_for(who));
        potassium_eaten.push_back(recorded(adults[who], Ingested::potassium, "potassium_mg", who));
        calcium_eaten.push_back(recorded(adults[who], Ingested::calcium, "calcium_mg", who));
        potassium.push_back(results.at(Observable::potassium_serum));
        calcium.push_back(results.at(Observable::calcium_serum));
    }
    double const error = 1 / std::sqrt(static_cast<double>(people));
    return {{"potassium", single(correlation(potassium_eaten, potassium), error)},
            {"calcium", single(correlation(calcium_eaten, calcium), error)}};
}

constexpr std::array studies{Study{"P1", diet_and_serum}};

} // namespace

std::span<Study const> population_studies() {
    return studies;
}

} // namespace rheobase::validation
