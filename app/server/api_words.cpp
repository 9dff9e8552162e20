// What forms need: every code with the name people read, and what is meant while it is typed.
#include "app/read/case.hpp"
#include "app/report/html/body_parts.rows.hpp"
#include "app/server/api.hpp"
#include "model/diet/nutrients.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/lab_units.rows.hpp"
#include "model/verdict/medicines.rows.hpp"
#include "model/verdict/red_flag_groups.rows.hpp"

#include <algorithm>
#include <set>

namespace rheobase::server {

namespace {

Json named(std::string_view kind) {
    auto list = Json::array();
    for (auto const& row : verdict::codes_rows)
        if (row.kind == kind)
            list.push_back({{"code", row.code}, {"name", row.name}});
    return list;
}

std::string spaced(std::string_view code) {
    std::string out(code);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

Json symptoms() {
    std::set<std::string_view> red;
    for (auto const& group : verdict::red_flag_groups_rows)
        for (auto const code : verdict::parts_of(group.codes, ' '))
            red.insert(code);
    auto list = Json::array();
    for (auto const& row : verdict::codes_rows)
        if (row.kind == "symptom")
            list.push_back({{"code", row.code}, {"name", row.name}, {"red_flag", red.contains(row.code)}});
    return list;
}

/// The two units that reports are printed in first, then the other spellings that are understood.
Json units_of(std::string_view analyte) {
    std::vector<std::string> units;
    std::set<std::string> met;
    auto const add = [&](std::string_view unit) {
        if (!unit.empty() && met.insert(verdict::unit_spelling(unit)).second)
            units.emplace_back(unit);
    };
    if (auto const* row = verdict::lab_row(analyte)) {
        add(row->unit);
        add(row->unit_us);
    }
    for (auto const& row : verdict::lab_units_rows)
        if (row.analyte == analyte)
            add(row.spelling);
    return units;
}

Json labs() {
    auto list = Json::array();
    for (auto const& row : verdict::codes_rows)
        if (row.kind == "analyte")
            list.push_back({{"code", row.code}, {"name", row.name}, {"units", units_of(row.code)}});
    return list;
}

/// The values and bounds of the case's fields, as its schema has them, so that a form and the reader agree.
void walk(Json const& schema, std::string const& place, Json& choices, Json& bounds) {
    if (auto const values = schema.find("x-values"); values != schema.end())
        choices[place] = *values;
    if (auto const possible = schema.find("x-possible"); possible != schema.end())
        bounds[place] = *possible;
    if (auto const parts = schema.find("properties"); parts != schema.end())
        for (auto const& [key, part] : parts->items())
            walk(part, place.empty() ? key : place + "." + key, choices, bounds);
    if (auto const items = schema.find("items"); items != schema.end())
        walk(*items, place, choices, bounds);
    if (auto const forms = schema.find("anyOf"); forms != schema.end())
        for (auto const& form : *forms)
            walk(form, place, choices, bounds);
}

Json all_words() {
    Json choices = Json::object(), bounds = Json::object();
    walk(Json::parse(read::case_schema()), "", choices, bounds);
    auto allergens = Json::array();
    for (auto const& row : verdict::allergens_rows)
        allergens.push_back({{"code", row.code}, {"name", spaced(row.code)}});
    auto nutrients = Json::array();
    for (auto const& row : diet::nutrients_rows)
        nutrients.push_back({{"key", row.key}, {"name", row.name}, {"unit", row.unit}});
    auto body = Json::array();
    for (auto const& row : html::body_parts_rows)
        body.push_back({{"code", row.part}, {"name", spaced(row.part)}, {"view", row.view}});
    return {{"symptoms", symptoms()},
            {"labs", labs()},
            {"conditions", named("condition")},
            {"investigations", named("investigation")},
            {"exposures", named("exposure")},
            {"events", named("event")},
            {"family", named("family")},
            {"diets", named("diet")},
            {"allergens", std::move(allergens)},
            {"nutrients", std::move(nutrients)},
            {"body", std::move(body)},
            {"choices", std::move(choices)},
            {"bounds", std::move(bounds)}};
}

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '_' || c == '-' ? ' ' : c;
    return out;
}

constexpr int not_in_it = 3;

/// How well what is being typed fits a name: 0 begins it, 1 begins one of its words, 2 stands in it, 3 not.
int distance(std::string const& typed, std::string_view name) {
    auto const in = small(name);
    auto const at = in.find(typed);
    return at == in.npos ? not_in_it : at == 0 ? 0 : in.find(" " + typed) != in.npos ? 1 : 2;
}

struct Fit {
    int distance;
    std::string_view name, also, code;
};

/// The best of a name and its synonyms.
Fit fit(std::string const& typed, std::string_view name, std::string_view synonyms, std::string_view code) {
    Fit best{distance(typed, name), name, "", code};
    for (auto const synonym : verdict::parts_of(synonyms))
        if (int const by = distance(typed, synonym); by < best.distance)
            best = {by, name, synonym, code};
    if (best.distance >= not_in_it && distance(typed, code) == 0)
        best.distance = 2;
    return best;
}

std::vector<Fit> best(std::vector<Fit> fits, int limit) {
    std::erase_if(fits, [](auto const& one) { return one.distance >= not_in_it; });
    std::stable_sort(fits.begin(), fits.end(), [](auto const& a, auto const& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.name < b.name;
    });
    if (fits.size() > static_cast<std::size_t>(limit))
        fits.resize(static_cast<std::size_t>(limit));
    return fits;
}

constexpr int usual_limit = 12;

std::string typed_in(Asked const& asked) {
    constexpr std::size_t longest = 200;
    auto const written = asked.request.asked("q");
    if (written.size() > longest)
        refuse(400, "this is longer than any name", "q");
    auto const begin = written.find_first_not_of(" \t\r\n");
    if (begin == written.npos)
        refuse(400, "there is nothing to look for", "q");
    return small(written.substr(begin, written.find_last_not_of(" \t\r\n") - begin + 1));
}

} // namespace

Response words(Asked const&) {
    static Response const all = json_response(all_words());
    return all;
}

Response word_medicines(Asked const& asked) {
    auto const typed = typed_in(asked);
    std::vector<Fit> fits;
    for (auto const& row : verdict::medicines_rows)
        fits.push_back(fit(typed, row.name, row.synonyms, row.atc));
    auto list = Json::array();
    for (auto const& one : best(std::move(fits), limit_of(asked, usual_limit)))
        list.push_back({{"code", one.code}, {"name", one.name}, {"also", one.also}});
    return json_response({{"medicines", std::move(list)}});
}

Response word_conditions(Asked const& asked) {
    auto const typed = typed_in(asked);
    std::vector<Fit> fits;
    for (auto const& row : verdict::codes_rows)
        if (row.kind == "condition")
            fits.push_back(fit(typed, row.name, row.synonyms, row.code));
    auto list = Json::array();
    for (auto const& one : best(std::move(fits), limit_of(asked, usual_limit)))
        list.push_back({{"code", one.code}, {"name", one.name}});
    return json_response({{"conditions", std::move(list)}});
}

} // namespace rheobase::server
