// Everything that can be explained, and what it answers to, gathered from the tables.

#include "model/ledger.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/drug_classes.rows.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/verdict/hard_stops.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/why/also.rows.hpp"
#include "model/why/build.hpp"
#include "model/why/explain.hpp"
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
void add_rows(std::vector<Named>& all, Kind kind, Rows const& rows, auto const& code_of,
              auto const& name_of) {
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

/// Names that the tables of the model do not need and people use: "hypokalaemia", "Epsom salt".
void add_also(std::vector<Named>& all) {
    for (auto const& row : also_rows)
        for (auto& thing : all) {
            auto const own = code_spelling(row.code);
            if (std::find(thing.spellings.begin(), thing.spellings.end(), own) == thing.spellings.end())
                continue;
            for (auto const synonym : verdict::parts_of(row.synonyms))
                also(thing, synonym);
            break;
        }
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
            out, Kind::stop, verdict::hard_stops_rows, [](auto const& row) { return row.code; },
            [](auto const& row) { return spoken(row.code); });
        add_rows(
            out, Kind::pattern, verdict::lab_patterns_rows, [](auto const& row) { return row.code; },
            [](auto const& row) { return spoken(row.code); });
        add_sources(out);
        add_also(out);
        for (auto& thing : out)
            for (auto& spelling : thing.spellings)
                while (spelling.ends_with('?'))
                    spelling.pop_back();
        return out;
    }();
    return all;
}

} // namespace rheobase::why
