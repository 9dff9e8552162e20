#include "model/why/explain.hpp"

#include "base/spelling.hpp"
#include "model/ledger.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/verdict/medicine.hpp"
#include "model/why/build.hpp"
#include "model/why/questions.hpp"
#include "model/why/questions.rows.hpp"
#include "model/why/topics.rows.hpp"

#include <algorithm>

namespace rheobase::why {

namespace {

using verdict::code_spelling;

void also(Named& thing, std::string_view spelling) {
    if (auto spelled = code_spelling(spelling); !spelled.empty())
        thing.spellings.push_back(std::move(spelled));
}

void also_codes(Named& thing, std::string_view kind) {
    if (auto const* row = verdict::code_row(kind, thing.code)) {
        also(thing, row->name);
        for (auto const synonym : verdict::parts_of(row->synonyms))
            also(thing, synonym);
    }
}

Named named(Kind kind, std::string_view code, std::string name) {
    Named thing{kind, std::string(code), std::move(name), {}};
    also(thing, code);
    also(thing, thing.name);
    return thing;
}

void add_topics(std::vector<Named>& all, std::string_view kind_word, Kind kind) {
    for (auto const& row : topics_rows) {
        if (row.kind != kind_word)
            continue;
        auto thing = named(kind, row.code, std::string(row.name));
        if (auto const cut = row.code.rfind('_'); kind == Kind::nutrient && cut != row.code.npos)
            also(thing, row.code.substr(0, cut));
        for (auto const synonym : verdict::parts_of(row.synonyms))
            also(thing, synonym);
        all.push_back(std::move(thing));
    }
}

void add_signs(std::vector<Named>& all) {
    for (auto const& row : verdict::codes_rows)
        if (row.kind == "symptom") {
            auto thing = named(Kind::sign, row.code, std::string(row.name));
            also(thing, "symptom." + std::string(row.code));
            also_codes(thing, "symptom");
            all.push_back(std::move(thing));
        }
}

void add_causes(std::vector<Named>& all) {
    for (auto const& row : verdict::causes_rows) {
        auto thing = named(Kind::cause, row.code, verdict::name_of(row.code));
        if (auto const dot = row.code.find('.'); dot != row.code.npos)
            also(thing, row.code.substr(dot + 1));
        also_codes(thing, "cause");
        all.push_back(std::move(thing));
    }
}

void add_tests(std::vector<Named>& all) {
    for (auto const& row : verdict::labs_rows) {
        auto thing = named(Kind::test, row.analyte, verdict::name_of(row.analyte));
        also(thing, "lab." + std::string(row.analyte));
        also_codes(thing, "analyte");
        all.push_back(std::move(thing));
    }
}

template <class Rows>
void add_rows(std::vector<Named>& all, Kind kind, Rows const& rows, auto const& code_of, auto const& name_of) {
    for (auto const& row : rows) {
        auto thing = named(kind, code_of(row), name_of(row));
        also(thing, std::string(in_words(kind)) + "." + thing.code);
        all.push_back(std::move(thing));
    }
}

/// One entry a question, although it has a row for each sentence of its answer.
void add_questions(std::vector<Named>& all) {
    for (auto const& row : questions_rows)
        if (!row.question.empty())
            all.push_back(named(Kind::question, row.code, std::string(row.question)));
}

void add_sources(std::vector<Named>& all) {
    for (auto const& row : ledger_rows("sources"))
        if (row.path == "model/sources.csv")
            all.push_back(named(Kind::source, row.cells[0].second, row.cells[0].second));
}

std::string spoken(std::string_view code) {
    std::string out(code);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

/// How a card is named where another could answer to the same word.
std::string path_of(Named const& thing) {
    switch (thing.kind) {
    case Kind::sign:
        return verdict::code_row("symptom", thing.code) ? "symptom." + thing.code : thing.code;
    case Kind::test:
        return "lab." + thing.code;
    case Kind::medicine:
        return "class." + thing.code;
    case Kind::rule:
    case Kind::pattern:
        return std::string(in_words(thing.kind)) + "." + thing.code;
    default:
        return thing.code;
    }
}

Card card_of(Named const& thing) {
    switch (thing.kind) {
    case Kind::nutrient:
        return nutrient_card(thing.code, thing.name);
    case Kind::sign:
        return sign_card(thing.code, thing.name);
    case Kind::cause:
        return cause_card(thing.code, thing.name);
    case Kind::medicine:
        return medicine_card(thing.code, thing.name);
    case Kind::test:
        return test_card(thing.code, thing.name);
    case Kind::rule:
        return rule_card(thing.code, thing.name);
    case Kind::pattern:
        return pattern_card(thing.code, thing.name);
    case Kind::question:
        return question_card(thing.code, thing.name);
    case Kind::source:
        return source_card(thing.code, thing.name);
    }
    return {};
}

bool answers_to(Named const& thing, std::string_view spelling) {
    return std::find(thing.spellings.begin(), thing.spellings.end(), spelling) != thing.spellings.end();
}

std::string spelled(std::string_view wanted) {
    auto out = code_spelling(wanted);
    while (out.ends_with('?') || out.ends_with('.'))
        out.pop_back();
    return out;
}

} // namespace

std::vector<Named> const& all_named() {
    static auto const all = [] {
        std::vector<Named> out;
        add_topics(out, "nutrient", Kind::nutrient);
        add_signs(out);
        add_topics(out, "sign", Kind::sign);
        add_questions(out);
        add_causes(out);
        add_tests(out);
        for (auto const& row : verdict::drug_classes_rows) {
            auto thing = named(Kind::medicine, row.drug_class, std::string(row.name));
            also(thing, "class." + std::string(row.drug_class));
            also(thing, "drug." + std::string(row.drug_class));
            out.push_back(std::move(thing));
        }
        add_rows(
            out, Kind::rule, verdict::flags_rows, [](auto const& row) { return row.rule; },
            [](auto const& row) { return spoken(row.rule); });
        add_rows(
            out, Kind::pattern, verdict::lab_patterns_rows, [](auto const& row) { return row.code; },
            [](auto const& row) { return spoken(row.code); });
        add_sources(out);
        for (auto& thing : out)
            for (auto& spelling : thing.spellings)
                while (spelling.ends_with('?'))
                    spelling.pop_back();
        return out;
    }();
    return all;
}

Result<Card> explain(std::string_view wanted) {
    auto const spelling = spelled(wanted);
    std::vector<Named const*> found;
    for (auto const& thing : all_named())
        if (answers_to(thing, spelling))
            found.push_back(&thing);
    // A medicine is explained by its class; one of several classes names the others.
    if (found.empty())
        for (auto const* drug_class : verdict::understood(verdict::Medicine{.name = std::string(wanted)}).classes)
            for (auto const& thing : all_named())
                if (thing.kind == Kind::medicine && thing.code == drug_class->drug_class)
                    found.push_back(&thing);
    if (found.empty())
        if (auto const code = question_meant(wanted); !code.empty())
            for (auto const& thing : all_named())
                if (thing.kind == Kind::question && thing.code == code)
                    found.push_back(&thing);
    if (found.empty()) {
        std::vector<std::string_view> known;
        for (auto const& thing : all_named())
            known.insert(known.end(), thing.spellings.begin(), thing.spellings.end());
        auto const near = nearest(spelling, known);
        return fault("explain", "nothing is called '" + std::string(wanted) + "'",
                     near.empty() ? "'rheobase explain' lists what can be explained"
                                  : "Did you mean " + spoken(near) + "?");
    }
    auto card = card_of(*found.front());
    for (std::size_t i = 1; i < found.size(); ++i)
        card.see.push_back(path_of(*found[i]));
    std::vector<std::string> once;
    for (auto& other : card.see)
        if (other != path_of(*found.front()) && std::find(once.begin(), once.end(), other) == once.end())
            once.push_back(std::move(other));
    card.see = std::move(once);
    return card;
}

} // namespace rheobase::why
