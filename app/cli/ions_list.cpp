// What an experiment may name, told from the tables that read it.
#include "app/cli/verbs.hpp"
#include "app/report/ions_words.hpp"
#include "base/number.hpp"
#include "model/ions/names.hpp"

#include <fmt/core.h>
#include <span>

namespace rheobase::cli {

namespace {

using namespace ions;

constexpr std::size_t line_width = 100;

std::string number(double value) {
    return fmt::format("{:.6g}", value);
}

/// Words in lines of one width, the first behind a heading.
std::string wrapped(std::string_view heading, std::vector<std::string> const& words) {
    constexpr std::size_t indent = 11;
    std::string out, line = fmt::format("{:<{}}", heading, indent);
    for (auto const& word : words) {
        if (line.size() + 1 + word.size() > line_width) {
            out += line + "\n";
            line = std::string(indent, ' ');
        }
        line += (line.size() > indent ? " " : "") + word;
    }
    return out + line + "\n";
}

template <class Names>
std::vector<std::string> words(Names const& names) {
    return {names.begin(), names.end()};
}

std::string line(std::string_view key, std::string_view meaning) {
    return fmt::format("  {:<24} {}\n", key, meaning);
}

std::string bounds(ExperimentLimitsRow const& limit) {
    return fmt::format("{} to {} {}", number(limit.low), number(limit.high),
                       limit.unit == "1" ? "" : limit.unit);
}

std::string eaten() {
    std::string out =
        "intake, a day, and meals, each time (what is not named is eaten as adults usually do)\n";
    for (auto const& row : ingested_rows)
        out += line(row.key, fmt::format("{:<5}{:<18} usually {}", row.unit,
                                         row.mmol_key.empty() ? "" : fmt::format("or {}", row.mmol_key),
                                         number(row.usual_mean)));
    return out;
}

std::string given() {
    std::string out = "drugs: {\"class\": …, \"dose\": 1}; dose 1 is an ordinary daily dose\n";
    for (std::size_t i = 0; i < drug_names.size(); ++i)
        out += line(drug_names[i], report::drug_words(static_cast<DrugClass>(i)));
    out += "infusion: {\"what\": …, \"mmol_per_hour\": 3, \"from_hour\": 0, \"hours\": 2}\n";
    for (auto const name : infused_names)
        out += line(name, bounds(limit_called("infusion_" + std::string(name))) +
                              (name == "saline" ? ", in sodium (154 mmol is a litre)" : ""));
    out += "clamp: {\"what\": …, \"value\": 1.05, \"from_hour\": 0, \"hours\": 2}\n";
    for (auto const name : clamped_names)
        out += line(name, bounds(limit_called("clamp_" + std::string(name))));
    return out;
}

std::string lost_and_else() {
    return "loss\n" + line("sweat_l_per_day", bounds(limit_of("sweat_l_per_day"))) +
           line("vomiting_l_per_day", bounds(limit_of("vomiting_l_per_day"))) +
           line("stool", "normal or diarrhoea") + "else in a phase\n" +
           line("alcohol_g", "g a day; with from_hour and hours_drinking, in one drinking") +
           line("sun", "none, winter or summer") + line("drinks_to_thirst", "true or false");
}

std::string reported() {
    std::string out = "report: {\"what\": …, \"every_hours\": 24}\n";
    for (auto const& row : observables_rows)
        out += line(row.key, fmt::format("{:<9}{}", row.unit == "1" ? "" : row.unit, row.name));
    return out;
}

} // namespace

std::string ions_names() {
    std::vector<std::string> reports, nutrients;
    for (auto const& row : observables_rows)
        reports.emplace_back(row.key);
    for (auto const& row : ingested_rows)
        nutrients.emplace_back(row.key);
    return "What an experiment may name (rheobase ions --list: with units and bounds):\n" +
           wrapped("top",
                   {"people", "seed", "person", "baseline", "phases", "report", "per_person", "lab_noise"}) +
           wrapped("person", {"age_years", "sex", "weight_kg", "egfr", "albumin_g_l", "stage"}) +
           wrapped("phase", {"days", "hours", "intake", "meals", "drugs", "infusion", "clamp", "loss",
                             "alcohol_g", "sun", "drinks_to_thirst"}) +
           wrapped("intake", nutrients) + wrapped("drugs", words(drug_names)) +
           wrapped("infusion", words(infused_names)) + wrapped("clamp", words(clamped_names)) +
           wrapped("loss", {"sweat_l_per_day", "vomiting_l_per_day", "stool"}) + wrapped("report", reports);
}

std::string ions_list() {
    return "An experiment is a JSON object: people, seed, person, baseline, phases, report, per_person,\n"
           "lab_noise. The baseline is phase 0; a phase lasts days or hours and keeps what it does not "
           "name.\n"
           "One number, or [mean, SD] where people differ.\n\n"
           "person\n" +
           line("age_years", bounds(limit_of("age_years")) + "s, or [youngest, oldest]") +
           line("sex", "any, female or male") + line("weight_kg", bounds(limit_of("weight_kg"))) +
           line("egfr", bounds(limit_of("egfr"))) + line("albumin_g_l", bounds(limit_of("albumin_g_l"))) +
           line("stage", "none, pregnant or lactating") + eaten() + given() + lost_and_else() + reported() +
           "\nAn example, as it runs:\n"
           "  echo '{\"people\": 40, \"baseline\": {\"days\": 10, \"intake\": {\"potassium_mg\": 3000}},\n"
           "         \"phases\": [{\"days\": 7, \"drugs\": [{\"class\": \"thiazide\"}]}],\n"
           "         \"report\": [{\"what\": \"potassium_serum\", \"every_hours\": 24}]}' | rheobase ions "
           "-\n";
}

} // namespace rheobase::cli
