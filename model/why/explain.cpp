#include "model/why/explain.hpp"

#include "base/spelling.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/medicine.hpp"
#include "model/why/build.hpp"
#include "model/why/inside.hpp"
#include "model/why/questions.hpp"

#include <algorithm>

namespace rheobase::why {

namespace {

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
    case Kind::stop:
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
    case Kind::stop:
        return stop_card(thing.code, thing.name);
    case Kind::pattern:
        return pattern_card(thing.code, thing.name);
    case Kind::question:
        return question_card(thing.code, thing.name);
    case Kind::source:
        return source_card(thing.code, thing.name);
    }
    return {};
}

std::string spelled(std::string_view wanted) {
    auto out = verdict::code_spelling(wanted);
    while (out.ends_with('?') || out.ends_with('.'))
        out.pop_back();
    return out;
}

Named const* thing_of(Kind kind, std::string_view code) {
    for (auto const& thing : all_named())
        if (thing.kind == kind && thing.code == code)
            return &thing;
    return nullptr;
}

/// A known medicine that no rule and no cause looks at still has an answer: that it is known and weighed
/// nowhere.
Card medicine_of_no_class(verdict::MedicinesRow const& row) {
    Card card{Kind::medicine, std::string(row.name), std::string(row.name), {}, {}, {}};
    card.parts.push_back(
        {"What it can do",
         {{"This medicine is known here. No rule and no cause looks at it.", keys_of(row.source)}}});
    card.parts.push_back(
        {"After stopping", {{"Do not stop a prescribed medicine without advice.", {"nhs_twitching_2023"}}}});
    card.details.emplace_back("ATC code", std::string(row.atc));
    return card;
}

} // namespace

Result<Card> explain(std::string_view wanted) {
    auto const spelling = spelled(wanted);
    std::vector<Named const*> found;
    for (auto const& thing : all_named())
        if (answers_to(thing, spelling))
            found.push_back(&thing);
    // Of one kind the thing of that very code goes before one that has it as a synonym.
    for (std::size_t i = 1; i < found.size(); ++i)
        if (found[i]->kind == found.front()->kind && found[i]->code == spelling)
            std::swap(found[i], found.front());
    if (found.empty())
        found = in_the_plural(spelling);
    if (found.empty())
        found = asked_what_it_is(spelling);
    if (found.empty())
        if (auto const* cause = lack_or_excess_in(spelling))
            found.push_back(cause);
    // A medicine is explained by its class; one of several classes names the others.
    if (found.empty() && !is_a_question(spelling)) {
        verdict::Medicine medicine;
        medicine.name = std::string(wanted);
        // Its card is a safe reading of a name, not of a slip: that is offered below and not taken.
        if (auto const known = verdict::understood(medicine); known.how != "slip") {
            for (auto const* drug_class : known.classes)
                found.push_back(thing_of(Kind::medicine, drug_class->drug_class));
            if (known.classes.empty() && !known.rows.empty())
                return medicine_of_no_class(*known.rows.front());
        }
    }
    // A code that is not known is a slip; only words can be a question.
    bool const in_words = wanted.find('_') == wanted.npos;
    if (found.empty() && in_words)
        found = medicines_inside(spelling);
    if (found.empty() && in_words)
        if (auto const code = question_meant(wanted); !code.empty())
            found.push_back(thing_of(Kind::question, code));
    if (found.empty() && in_words)
        found = names_inside(spelling);
    if (found.empty()) {
        std::vector<std::string_view> known;
        for (auto const& thing : all_named())
            known.insert(known.end(), thing.spellings.begin(), thing.spellings.end());
        for (auto const& row : verdict::medicines_rows)
            known.push_back(row.name);
        auto const near = nearest(spelling, known);
        return fault("explain", "nothing is called '" + std::string(wanted) + "'",
                     near.empty() ? "'rheobase explain' lists what can be explained"
                                  : "Did you mean " + (in_words ? spoken(near) : std::string(near)) + "?");
    }
    auto card = card_of(*found.front());
    if (card.kind == Kind::cause)
        if (auto const* nutrient = nutrient_behind(card.code))
            card.see.insert(card.see.begin(), nutrient->code);
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
