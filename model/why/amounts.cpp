// Needs and limits in words, straight from their tables: "Men (US): 400 mg from 19, 420 mg from 31."

#include "model/diet/limits.rows.hpp"
#include "model/diet/needs.rows.hpp"
#include "model/diet/nutrients.hpp"
#include "model/why/build.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace rheobase::why {

std::string plain_number(double value) {
    std::array<char, 32> text;
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

namespace {

struct Step {
    double from, value;
    bool only_enough; ///< an adequate intake, not a need that was measured
    bool operator==(Step const&) const = default;
};

/// The steps of one group of people by age, and where they come from.
struct Steps {
    std::vector<Step> steps;
    std::vector<std::string> sources;
};

std::string unit_of(std::string_view nutrient_key) {
    auto const nutrient = diet::nutrient_called(nutrient_key);
    return nutrient ? std::string(diet::about(*nutrient).unit) : "";
}

std::string age_in_words(double years) {
    constexpr double months_a_year = 12;
    if (years == 0)
        return "birth";
    if (years < 1)
        return plain_number(static_cast<int>(years * months_a_year + 0.5)) + " months";
    return "age " + plain_number(years);
}

std::string country(std::string_view authority) {
    return authority == "us" ? "US" : "EU";
}

std::string group_in_words(std::string_view sex, std::string_view stage) {
    if (stage == "pregnant")
        return "In pregnancy";
    if (stage == "lactating")
        return "While breastfeeding";
    return sex == "male" ? "Men and boys" : sex == "female" ? "Women and girls" : "Everyone";
}

void add(Steps& to, Step step, std::string_view sources) {
    to.steps.push_back(step);
    for (auto& key : keys_of(sources))
        if (std::find(to.sources.begin(), to.sources.end(), key) == to.sources.end())
            to.sources.push_back(std::move(key));
}

/// In order of age, and only where the amount changes.
std::vector<Step> changes(std::vector<Step> steps) {
    std::stable_sort(steps.begin(), steps.end(),
                     [](auto const& a, auto const& b) { return a.from < b.from; });
    auto const same = [](Step const& a, Step const& b) {
        return a.value == b.value && a.only_enough == b.only_enough;
    };
    steps.erase(std::unique(steps.begin(), steps.end(), same), steps.end());
    return steps;
}

std::string steps_in_words(std::vector<Step> const& steps, std::string const& unit) {
    std::string out;
    for (auto const& step : changes(steps))
        out += (out.empty() ? "" : ", ") + std::string(step.only_enough ? "about " : "") +
               plain_number(step.value) + " " + unit + " from " + age_in_words(step.from);
    return out + ".";
}

/// Whether a group (pregnancy, say) has just the values that everyone of that age has.
bool says_nothing_new(Steps const& group, Steps const& everyone) {
    return std::all_of(group.steps.begin(), group.steps.end(), [&](Step const& step) {
        double value = -1;
        for (auto const& other : changes(everyone.steps))
            if (other.from <= step.from)
                value = other.value;
        return value == step.value;
    });
}

} // namespace

std::vector<Statement> needs_in_words(std::string_view nutrient_key) {
    auto const unit = unit_of(nutrient_key);
    std::vector<Statement> out;
    for (std::string_view const authority : {"us", "eu"})
        for (std::string_view const stage : {"none", "pregnant", "lactating"}) {
            std::map<std::string_view, Steps> by_sex;
            for (auto const& row : diet::needs_rows) {
                bool const only_enough = row.rda != row.rda;
                double const value = only_enough ? row.ai : row.rda;
                if (row.nutrient == nutrient_key && row.authority == authority && row.stage == stage &&
                    value == value)
                    add(by_sex[row.sex], {row.age_from, value, only_enough}, row.source);
            }
            if (by_sex.contains("male") && by_sex.contains("female") &&
                by_sex["male"].steps == by_sex["female"].steps) {
                auto& everyone = by_sex["any"];
                for (auto const& step : by_sex["male"].steps)
                    everyone.steps.push_back(step);
                for (auto const& source : by_sex["male"].sources)
                    if (std::find(everyone.sources.begin(), everyone.sources.end(), source) ==
                        everyone.sources.end())
                        everyone.sources.push_back(source);
                by_sex.erase("male");
                by_sex.erase("female");
            }
            for (std::string_view const sex : {"any", "female", "male"})
                if (by_sex.contains(sex)) {
                    auto const& group = by_sex[sex];
                    bool const children = sex == "any" && by_sex.contains("male");
                    out.push_back({(children ? "Children" : group_in_words(sex, stage)) + " (" +
                                       country(authority) + "): " + steps_in_words(group.steps, unit),
                                   group.sources});
                }
        }
    return out;
}

std::vector<Statement> limits_in_words(std::string_view nutrient_key) {
    std::vector<Statement> out;
    auto const said = [](std::string_view kind) -> std::string {
        return kind == "cdrr"                   ? "Less is better above"
               : kind == "guidance_single_dose" ? "At most in one go"
               : kind == "ul_nicotinic_acid"    ? "Limit for nicotinic acid"
               : kind == "ul_nicotinamide"      ? "Limit for nicotinamide"
               : kind == "safe_level"           ? "Safe up to"
               : kind == "guidance"             ? "Advised at most"
                                                : "Limit";
    };
    auto const counted = [](std::string_view scope) -> std::string {
        return scope == "supplements"                 ? ", from products alone"
               : scope == "supplements_and_fortified" ? ", from products and fortified food"
               : scope == "preformed"                 ? ", animal forms alone"
               : scope == "folic_acid"                ? ", folic acid alone"
                                                      : "";
    };
    struct Group {
        std::string_view kind, scope, stage;
        Steps limits;
    };
    for (std::string_view const authority : {"us", "eu"}) {
        std::vector<Group> groups;
        auto const of = [&](std::string_view kind, std::string_view scope, std::string_view stage) {
            return std::find_if(groups.begin(), groups.end(), [&](Group const& group) {
                return group.kind == kind && group.scope == scope && group.stage == stage;
            });
        };
        for (auto const& row : diet::limits_rows) {
            if (row.nutrient != nutrient_key || row.authority != authority)
                continue;
            auto group = of(row.kind, row.scope, row.stage);
            if (group == groups.end())
                group = groups.insert(groups.end(), {row.kind, row.scope, row.stage, {}});
            add(group->limits, {row.age_from, row.value, false}, row.source);
        }
        for (auto const& group : groups) {
            auto const everyone = of(group.kind, group.scope, "none");
            if (group.stage != "none" && everyone != groups.end() &&
                says_nothing_new(group.limits, everyone->limits))
                continue;
            out.push_back({said(group.kind) +
                               (group.stage == "pregnant"    ? " in pregnancy"
                                : group.stage == "lactating" ? " while breastfeeding"
                                                             : "") +
                               " (" + country(authority) + ")" + counted(group.scope) + ": " +
                               steps_in_words(group.limits.steps, unit_of(nutrient_key)),
                           group.limits.sources});
        }
    }
    return out;
}

} // namespace rheobase::why
