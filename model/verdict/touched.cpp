#include "model/verdict/touched.hpp"

#include "model/verdict/causes.hpp"
#include "model/verdict/medicine.hpp"
#include "model/verdict/rules.hpp"

namespace rheobase::verdict {

namespace {

/// "symptom.twitch.since_days" is asked of symptom.twitch; a person is asked as a whole.
std::string key_of(std::string_view path) {
    auto const first = path.find('.');
    if (path.starts_with("person."))
        return "person";
    return std::string(path.substr(0, first == path.npos ? path.npos : path.find('.', first + 1)));
}

using Places = std::map<std::string, std::set<std::size_t>, std::less<>>;

void add_patterns(Places& map, std::string const& key) {
    std::set<std::size_t> more;
    for (auto const& [other, places] : map)
        if (other.ends_with('*') && key.starts_with(std::string_view(other).substr(0, other.size() - 1)))
            more.insert(places.begin(), places.end());
    if (!more.empty())
        map[key].insert(more.begin(), more.end());
}

Index whole_index() {
    Index out;
    for (std::size_t i = 0; i < rules().size(); ++i) {
        out.rule_called.emplace(rules()[i].row->rule, i);
        for (auto const& term : rules()[i].when.terms)
            out.rules[key_of(term.path)].insert(i);
    }
    for (std::size_t i = 0; i < number_of_causes(); ++i)
        for (auto const& term : terms_of_cause(i))
            out.causes[term.path.starts_with("urgency.") ? "urgency" : key_of(term.path)].insert(i);
    // A pattern ("condition.ckd_*") is met by every code that begins so.
    for (auto* map : {&out.rules, &out.causes})
        for (auto const& form : question_forms())
            for (auto const& choice : form.choices)
                for (auto const& setting : choice.sets)
                    add_patterns(*map, key_of(setting.path));
    return out;
}

} // namespace

Index const& index() {
    static Index const one = whole_index();
    return one;
}

void take(std::set<std::size_t>& into, std::map<std::string, std::set<std::size_t>, std::less<>> const& from,
          std::string_view key) {
    if (auto const found = from.find(key); found != from.end())
        into.insert(found->second.begin(), found->second.end());
}

std::set<std::string> keys_of(std::vector<Setting> const& settings, Evidence const& evidence) {
    std::set<std::string> keys;
    for (auto const& setting : settings) {
        std::string_view const path = setting.path;
        if (path.starts_with("medicine.")) {
            for (auto const& one : evidence.medicines)
                if (path.substr(9).starts_with(one.name))
                    for (auto const* row : understood(one).classes)
                        keys.insert("drug." + std::string(row->drug_class));
            continue;
        }
        keys.insert(key_of(path));
        if (path.starts_with("symptom.") || path.starts_with("investigation."))
            keys.insert({"complaint.since_days", "assessed.twitch", "answered.symptoms"});
        if (path.starts_with("lifestyle."))
            keys.insert("answered.lifestyle");
        if (path.starts_with("drug."))
            keys.insert("answered.medications");
    }
    return keys;
}

} // namespace rheobase::verdict
