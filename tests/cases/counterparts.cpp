#include "tests/cases/counterparts.hpp"

#include "base/number.hpp"
#include "tests/cases/labels.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace rheobase::cases {

namespace {

bool holds(Json const& told, char const* list) {
    return told.contains(list) && !told[list].empty();
}

/// One letter goes missing from the middle of the longest word, as in a hurried note.
std::string misspelt(std::string name) {
    constexpr std::size_t shortest = 6;
    auto const blank = name.find(' ');
    auto const length = blank == std::string::npos ? name.size() : blank;
    if (length >= shortest)
        name.erase(length / 2, 1);
    return name;
}

/// Results whose range, or causes whose likelihood, differ between the sexes.
bool depends_on_sex(Json const& told) {
    constexpr std::string_view results[] = {"ferritin", "ck", "haemoglobin", "creatinine", "egfr"};
    if (!told.contains("labs"))
        return false;
    return std::any_of(told["labs"].begin(), told["labs"].end(), [&](Json const& lab) {
        return std::find(std::begin(results), std::end(results), lab.value("analyte", "")) !=
               std::end(results);
    });
}

} // namespace

std::optional<Json> units_swapped(Json const& told) {
    static auto const units = table("units.csv");
    if (!holds(told, "labs"))
        return std::nullopt;
    auto turned = told;
    bool any = false;
    for (auto& lab : turned["labs"])
        for (auto const& row : units) {
            // A LOINC code names its unit, so such a result stays as it is.
            if (lab.value("analyte", "") != row.at("analyte") || lab.contains("loinc") ||
                !lab.contains("unit"))
                continue;
            auto const factor = number(row.at("us_per_si")).value();
            bool const from_si = lab["unit"] == row.at("si");
            if (!from_si && lab["unit"] != row.at("us"))
                continue;
            for (auto const* figure : {"value", "ref_low", "ref_high"})
                if (lab.contains(figure))
                    lab[figure] = lab[figure].get<double>() * (from_si ? factor : 1 / factor);
            lab["unit"] = from_si ? row.at("us") : row.at("si");
            any = true;
            break;
        }
    return any ? std::optional(turned) : std::nullopt;
}

std::optional<Json> labs_removed(Json const& told) {
    if (!holds(told, "labs"))
        return std::nullopt;
    auto turned = told;
    turned.erase("labs");
    return turned;
}

std::optional<Json> medicines_removed(Json const& told) {
    if (!holds(told, "medications"))
        return std::nullopt;
    auto turned = told;
    turned.erase("medications");
    return turned;
}

std::optional<Json> red_flags_denied(Json const& told) {
    static auto const flags = table("denied.csv");
    auto turned = told;
    std::set<std::string> asked;
    for (auto const& symptom : told.value("symptoms", Json::array()))
        asked.insert(symptom.value("code", ""));
    for (auto const& row : flags)
        if (!asked.contains(row.at("code")))
            turned["symptoms"].push_back({{"code", row.at("code")}, {"present", false}});
    return turned;
}

std::optional<Json> sex_swapped(Json const& told) {
    auto const& person = told.at("person");
    for (auto const* hers : {"pregnancy", "lactating", "postpartum_days", "menopause"})
        if (person.contains(hers))
            return std::nullopt;
    if (!person.contains("sex") || depends_on_sex(told))
        return std::nullopt;
    auto turned = told;
    turned["person"]["sex"] = person["sex"] == "female" ? "male" : "female";
    return turned;
}

std::optional<Json> medicine_misspelt(Json const& told) {
    if (!holds(told, "medications"))
        return std::nullopt;
    auto turned = told;
    bool any = false;
    for (auto& medicine : turned["medications"]) {
        auto const name = medicine.value("name", "");
        auto const slip = misspelt(name);
        if (slip == name)
            continue;
        medicine["name"] = slip;
        // Without its codes: the name alone has to be understood.
        medicine.erase("atc");
        medicine.erase("rxnorm");
        any = true;
    }
    return any ? std::optional(turned) : std::nullopt;
}

std::optional<Json> lists_reversed(Json const& told) {
    auto turned = told;
    for (auto& [key, part] : turned.items())
        if (part.is_array())
            std::reverse(part.begin(), part.end());
    return turned;
}

std::optional<Json> idle_facts_added(Json const& told) {
    auto turned = told;
    if (!turned["lifestyle"].contains("screen_h"))
        turned["lifestyle"]["screen_h"] = 2;
    if (!turned["lifestyle"].contains("occupation"))
        turned["lifestyle"]["occupation"] = "librarian";
    turned["words"] = turned.value("words", "") + " We keep two cats and a parrot, and it rained all week.";
    return turned;
}

} // namespace rheobase::cases
