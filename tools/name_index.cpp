#include "tools/name_index.hpp"

#include "tools/lexicon_builder.hpp"

#include "base/csv.hpp"
#include "base/number.hpp"
#include "model/diet/name_index.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

namespace {

using namespace rheobase;
using namespace rheobase::diet;

template <class T>
std::pair<std::string, std::vector<std::byte>> section(std::string name, std::vector<T> const& values) {
    auto const* first = reinterpret_cast<std::byte const*>(values.data());
    return {std::move(name), std::vector<std::byte>(first, first + values.size() * sizeof(T))};
}

} // namespace

Sections name_index(std::string const& diet, std::vector<NamedFood> const& foods, int& faults) {
    if (foods.size() > food_bits) {
        std::cerr << diet << "foods.csv: error: more foods than a posting of the name index can tell apart\n";
        ++faults;
        return {};
    }
    Builder lexicon;
    lexicon.read_phrases(diet + "name_words.csv", faults);
    if (faults)
        return {};

    std::vector<std::uint16_t> kinds_of; // pairs word, kind, sorted
    {
        std::string const path = diet + "name_kinds.csv";
        std::string const text = whole_file(path);
        CsvReader reader(text);
        CsvRow row;
        std::set<std::pair<Word, Word>> pairs;
        reader.next(row);
        while (reader.next(row)) {
            auto const word = lexicon.sequence(row.cells.at(0));
            auto const kind = lexicon.sequence(row.cells.at(1));
            if (word.size() == 1 && kind.size() == 1)
                pairs.emplace(word[0], kind[0]);
        }
        for (auto const& [word, kind] : pairs) {
            kinds_of.push_back(word);
            kinds_of.push_back(kind);
        }
    }

    // Every word of the table becomes known; written together, two known words are one ("oat meal",
    // "oatmeal").
    std::set<Word> in_table;
    std::map<std::pair<Word, Word>, int> side_by_side;
    for (auto const& food : foods)
        for (auto const& text : {food.name, food.synonyms}) {
            auto const sequence = lexicon.sequence(text);
            for (auto const word : sequence)
                in_table.insert(word);
        }
    lexicon.join_words();
    Lexicon const view = lexicon.pack();

    std::size_t const words = lexicon.words.size();
    std::vector<std::uint32_t> term_begin{0}, terms, said_begin{0}, said, alias_hash;
    std::vector<std::vector<std::uint16_t>> posts(words);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> aliases;
    std::vector<int> named(words, 0);
    for (std::size_t food = 0; food < foods.size(); ++food) {
        FoodName name = read_name(foods[food].name, view, false);
        std::set<Word> own;
        for (int i = 0; i < name.count; ++i) {
            auto const term = name.terms[static_cast<std::size_t>(i)];
            if (term.word == unknown_word || !own.insert(term.word).second)
                continue;
            terms.push_back(packed_term(term));
            bool const aside = term.role == Role::with || term.role == Role::aside ||
                               term.role == Role::category || term.role == Role::brand;
            posts[term.word].push_back(packed_post(static_cast<std::uint32_t>(food), term.role == Role::head
                                                                                         ? as_head
                                                                                     : aside ? as_aside
                                                                                             : as_word));
            ++named[term.word];
        }
        for (int i = 0; i < name.unwanted_count; ++i)
            terms.push_back(packed_term({name.unwanted[static_cast<std::size_t>(i)], Role::without, false}));
        aliases.emplace_back(words_hash(name), food);
        std::string synonyms = foods[food].synonyms;
        for (auto const& synonym : split(synonyms, ';')) {
            FoodName const alias = read_name(synonym, view, false);
            if (alias.count)
                aliases.emplace_back(words_hash(alias), food);
            for (int i = 0; i < alias.count; ++i) {
                auto const word = alias.terms[static_cast<std::size_t>(i)].word;
                if (word == unknown_word || !own.insert(word).second)
                    continue;
                terms.push_back(packed_term({word, Role::alias, false}));
                posts[word].push_back(packed_post(static_cast<std::uint32_t>(food), as_alias));
            }
        }
        term_begin.push_back(static_cast<std::uint32_t>(terms.size()));
        for (int family = 0; family < family_count; ++family)
            if (name.said[static_cast<std::size_t>(family)])
                said.push_back(packed_family(family, name.said[static_cast<std::size_t>(family)]));
        said_begin.push_back(static_cast<std::uint32_t>(said.size()));
    }
    std::sort(aliases.begin(), aliases.end());
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    for (auto const& [hash, food] : aliases) {
        alias_hash.push_back(hash);
        alias_hash.push_back(food);
    }

    std::vector<std::uint32_t> posts_begin{0};
    std::vector<std::uint16_t> all_posts;
    std::vector<float> weight;
    for (std::size_t word = 0; word < words; ++word) {
        all_posts.insert(all_posts.end(), posts[word].begin(), posts[word].end());
        posts_begin.push_back(static_cast<std::uint32_t>(all_posts.size()));
        double const count = static_cast<double>(foods.size());
        weight.push_back(static_cast<float>(std::log(1 + count / (1 + named[word])) / std::log(1 + count)));
    }

    // Marks: the default set, then one for each group that has rows of its own.
    std::size_t const set_size = static_cast<std::size_t>(family_count) * 24;
    std::vector<float> marks(set_size, 0);
    auto const place = [&](std::string const& family, std::string const& value, bool& found) {
        Attribute a;
        found = attribute_called(family, value, a);
        return static_cast<std::size_t>(a.family) * 24 + a.value;
    };
    for (auto const& row : name_families_rows) {
        bool found = false;
        marks[place(std::string(row.family), std::string(row.value_name), found)] =
            static_cast<float>(row.mark);
    }
    std::map<std::string, std::uint16_t> set_of;
    std::string const marks_file = diet + "name_group_marks.csv";
    std::string const marks_text = whole_file(marks_file);
    CsvReader reader(marks_text);
    CsvRow row;
    reader.next(row);
    while (reader.next(row)) {
        auto const [set, fresh] =
            set_of.try_emplace(row.cells.at(0), static_cast<std::uint16_t>(set_of.size() + 1));
        if (fresh)
            marks.insert(marks.end(), marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(set_size));
        bool found = false;
        auto const at = place(row.cells.at(1), row.cells.at(2), found);
        if (!found) {
            std::cerr << marks_file << ':' << row.line << ": error: no such family and value\n";
            ++faults;
            continue;
        }
        marks[set->second * set_size + at] = static_cast<float>(number(row.cells.at(3)).value_or(0));
    }
    std::vector<std::uint16_t> mark_set;
    std::vector<std::uint8_t> from_sr;
    std::vector<float> standing, said_mark;
    for (auto const& food : foods) {
        from_sr.push_back(food.id.starts_with("SR:"));
        constexpr double many_gaps = 8; // unknown figures that make a food a poor answer
        standing.push_back(static_cast<float>(std::min(1.0, food.unknown_figures / many_gaps)));
        standing.push_back(static_cast<float>(std::log1p(food.portions)));
        standing.push_back(food.source == "usda_sr28" ? 1.0f : 0.0f);
        auto const set = set_of.find(food.group);
        mark_set.push_back(set == set_of.end() ? std::uint16_t{0} : set->second);
    }

    for (std::size_t food = 0; food < foods.size(); ++food)
        for (auto at = said_begin[food]; at < said_begin[food + 1]; ++at) {
            float least = 10;
            for (auto mask = said[at] & 0xFFFFFF; mask; mask &= mask - 1)
                least = std::min(least, marks[mark_set[food] * set_size + (said[at] >> 24) * 24 +
                                              static_cast<std::size_t>(std::countr_zero(mask))]);
            said_mark.push_back(least);
        }

    return {section("nwbegin", lexicon.word_begin),
            section("nletters", lexicon.letters),
            section("nslots", lexicon.slots),
            section("nkinds", lexicon.kinds),
            section("nsteps", lexicon.packed_steps),
            section("neffecta", lexicon.effect_of),
            section("neffects", lexicon.effects),
            section("nslips", lexicon.slips),
            section("nweight", weight),
            section("ntermat", term_begin),
            section("nterms", terms),
            section("nsaidat", said_begin),
            section("nsaid", said),
            section("npostat", posts_begin),
            section("nposts", all_posts),
            section("nalias", alias_hash),
            section("nmarks", marks),
            section("nmarkset", mark_set),
            section("nfromsr", from_sr),
            section("nstand", standing),
            section("nspelled", lexicon.spelled),
            section("nkindsof", kinds_of),
            section("nsaidmk", said_mark)};
}
