#include "model/why/inside.hpp"

#include "model/verdict/medicine.hpp"
#include "model/why/questions.hpp"

#include <algorithm>
#include <array>

namespace rheobase::why {

namespace {

/// Shorter words ("a", "in", "mg") are names of something here and words of every sentence.
constexpr std::size_t shortest_name = 4;
constexpr std::size_t longest_words = 5;

std::vector<std::string> words_in(std::string_view spelling) {
    std::vector<std::string> out(1);
    for (char const c : spelling) {
        if (c == '_' || c == '?' || c == ',' || c == '.' || c == '!')
            out.emplace_back();
        else
            out.back() += c;
    }
    std::erase(out, "");
    return out;
}

bool has_figure(std::string_view name) {
    return name.find_first_of("0123456789") != name.npos;
}

/// All that answers to the spelling, as it is or in the plural.
std::vector<Named const*> answering(std::string_view spelling) {
    std::vector<Named const*> out;
    for (auto const& thing : all_named())
        if (answers_to(thing, spelling))
            out.push_back(&thing);
    return out.empty() ? in_the_plural(spelling) : out;
}

/// Runs of words, the longest first, with what each answers to.
template <class Take>
std::vector<Named const*> first_run(std::vector<std::string> const& words, Take const& take) {
    for (std::size_t length = std::min(longest_words, words.size()); length > 0; --length) {
        std::vector<Named const*> found;
        for (std::size_t at = 0; at + length <= words.size(); ++at) {
            std::string run = words[at];
            for (std::size_t i = 1; i < length; ++i)
                run += "_" + words[at + i];
            if (run.size() < shortest_name && !has_figure(run))
                continue;
            for (auto const* thing : take(run))
                if (std::find(found.begin(), found.end(), thing) == found.end())
                    found.push_back(thing);
        }
        if (!found.empty())
            return found;
    }
    return {};
}

} // namespace

bool answers_to(Named const& thing, std::string_view spelling) {
    return std::find(thing.spellings.begin(), thing.spellings.end(), spelling) != thing.spellings.end();
}

/// The nutrient of "deficiency.magnesium_intake" or "excess.b6".
Named const* nutrient_behind(std::string_view cause) {
    if (!cause.starts_with("deficiency.") && !cause.starts_with("excess."))
        return nullptr;
    auto what = cause.substr(cause.find('.') + 1);
    for (std::string_view const end : {"_intake", "_functional"})
        if (what.ends_with(end))
            what.remove_suffix(end.size());
    for (auto const& thing : all_named())
        if (thing.kind == Kind::nutrient &&
            (answers_to(thing, what) || (what == "phosphate" && thing.code == "phosphorus_mg")))
            return &thing;
    return nullptr;
}

std::vector<Named const*> in_the_plural(std::string_view spelling) {
    std::vector<Named const*> out;
    for (std::string_view const end : {"s", "es"}) {
        if (!out.empty() || !spelling.ends_with(end) || spelling.size() < shortest_name + end.size())
            continue;
        auto const one = spelling.substr(0, spelling.size() - end.size());
        for (auto const& thing : all_named())
            if (answers_to(thing, one))
                out.push_back(&thing);
    }
    return out;
}

std::vector<Named const*> asked_what_it_is(std::string_view spelling) {
    bool asked = false;
    for (std::string_view const begin : {"what_is_", "what_are_", "what's_", "a_", "an_", "the_"})
        if (spelling.starts_with(begin) && (asked || begin.starts_with("what"))) {
            spelling.remove_prefix(begin.size());
            asked = true;
        }
    return asked ? answering(spelling) : std::vector<Named const*>{};
}

bool is_a_question(std::string_view spelling) {
    for (std::string_view const begin : {"can_", "could_", "do_", "does_", "how_", "is_", "are_", "what_",
                                         "when_", "which_", "why_", "will_"})
        if (spelling.starts_with(begin))
            return true;
    return false;
}

Named const* lack_or_excess_in(std::string_view spelling) {
    struct Said {
        std::string_view before, after, kind;
    };
    constexpr std::array<Said, 9> ways{{{"", "_deficiency", "deficiency."},
                                        {"deficiency_of_", "", "deficiency."},
                                        {"lack_of_", "", "deficiency."},
                                        {"low_", "", "deficiency."},
                                        {"too_little_", "", "deficiency."},
                                        {"", "_excess", "excess."},
                                        {"", "_overdose", "excess."},
                                        {"too_much_", "", "excess."},
                                        {"high_", "", "excess."}}};
    for (auto const& way : ways) {
        if (!spelling.starts_with(way.before) || !spelling.ends_with(way.after))
            continue;
        auto what = spelling.substr(way.before.size());
        what.remove_suffix(way.after.size());
        for (auto const& thing : all_named())
            if (thing.kind == Kind::cause && thing.code.starts_with(way.kind) &&
                !thing.code.ends_with("_intake") && !thing.code.ends_with("_functional"))
                if (auto const* nutrient = nutrient_behind(thing.code);
                    nutrient && answers_to(*nutrient, what))
                    return &thing;
    }
    return nullptr;
}

std::vector<Named const*> medicines_inside(std::string_view spelling) {
    return first_run(words_in(spelling), [](std::string const& run) {
        std::vector<Named const*> out;
        auto const words = words_in(run);
        if (std::any_of(words.begin(), words.end(), known_to_a_question))
            return out;
        for (auto const* thing : answering(run))
            if (thing->kind == Kind::medicine)
                out.push_back(thing);
        verdict::Medicine medicine;
        medicine.name = run;
        if (auto const known = verdict::understood(medicine); known.how == "name")
            for (auto const* drug_class : known.classes)
                for (auto const& thing : all_named())
                    if (thing.kind == Kind::medicine && thing.code == drug_class->drug_class)
                        out.push_back(&thing);
        return out;
    });
}

std::vector<Named const*> names_inside(std::string_view spelling) {
    return first_run(words_in(spelling), [](std::string const& run) {
        auto out = answering(run);
        std::erase_if(out, [](auto const* thing) {
            return thing->kind != Kind::nutrient && thing->kind != Kind::sign && thing->kind != Kind::cause &&
                   thing->kind != Kind::test;
        });
        return out;
    });
}

} // namespace rheobase::why
