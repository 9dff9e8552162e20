#include "tools/name_index.hpp"

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

std::string read(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

template <class T>
std::pair<std::string, std::vector<std::byte>> section(std::string name, std::vector<T> const& values) {
    auto const* first = reinterpret_cast<std::byte const*>(values.data());
    return {std::move(name), std::vector<std::byte>(first, first + values.size() * sizeof(T))};
}

std::vector<std::string> split(std::string const& text, char by) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, by);)
        if (!part.empty())
            parts.push_back(part);
    return parts;
}

/// The lexicon while it grows.
struct Builder {
    std::vector<std::string> words{","};
    std::unordered_map<std::string, Word> at{{",", comma_word}};
    std::vector<std::uint8_t> kinds{0};
    std::map<std::pair<std::uint32_t, Word>, std::uint32_t> steps;
    std::vector<std::uint32_t> effect_of{0};
    std::vector<std::uint16_t> effects;

    std::vector<std::uint32_t> word_begin;
    std::vector<char> letters;
    std::vector<std::uint16_t> slots;
    std::vector<std::uint32_t> packed_steps;
    std::vector<std::uint16_t> spelled;
    std::vector<std::uint32_t> slips;

    /// The word a spelling stands for.
    Word meant(Word word) const {
        if (static_cast<WordKind>(kinds[word]) == WordKind::spelling)
            for (std::size_t i = 0; i + 1 < spelled.size(); i += 2)
                if (spelled[i] == word)
                    return spelled[i + 1];
        return word;
    }

    Word add(std::string const& stem) {
        auto const [place, fresh] = at.try_emplace(stem, static_cast<Word>(words.size()));
        if (fresh) {
            words.push_back(stem);
            kinds.push_back(0);
        }
        return place->second;
    }

    /// The words and commas of a text.
    std::vector<Word> sequence(std::string const& text) {
        Pieces pieces;
        cut(text, pieces);
        std::vector<Word> out;
        for (int i = 0; i < pieces.count; ++i) {
            auto const& piece = pieces.piece[static_cast<std::size_t>(i)];
            if (piece.mark == 0)
                out.push_back(meant(add(std::string(pieces.word(i)))));
            else if (piece.mark == ',')
                out.push_back(comma_word);
        }
        return out;
    }

    bool phrase(std::vector<Word> const& sequence, std::uint32_t effect, bool replace) {
        std::uint32_t node = 0;
        for (Word const word : sequence) {
            auto const [place, fresh] = steps.try_emplace({node, word}, static_cast<std::uint32_t>(effect_of.size()));
            if (fresh)
                effect_of.push_back(0);
            node = place->second;
        }
        if (effect_of[node] && !replace)
            return false;
        effect_of[node] = effect;
        return true;
    }

    std::uint32_t effect(WordKind kind, std::vector<Word> const& meant, std::vector<Attribute> const& said) {
        auto const begin = static_cast<std::uint32_t>(effects.size()) + 1;
        effects.push_back(static_cast<std::uint16_t>(kind));
        effects.push_back(static_cast<std::uint16_t>(meant.size()));
        effects.insert(effects.end(), meant.begin(), meant.end());
        effects.push_back(static_cast<std::uint16_t>(said.size()));
        for (auto const a : said)
            effects.push_back(static_cast<std::uint16_t>(a.family << 8 | a.value));
        return begin;
    }

    Lexicon pack() {
        word_begin.clear();
        letters.clear();
        for (auto const& word : words) {
            word_begin.push_back(static_cast<std::uint32_t>(letters.size()));
            letters.insert(letters.end(), word.begin(), word.end());
        }
        word_begin.push_back(static_cast<std::uint32_t>(letters.size()));
        slots.assign(std::bit_ceil(words.size() * 2), 0);
        for (std::size_t word = 0; word < words.size(); ++word) {
            std::size_t place = name_hash(words[word]) & (slots.size() - 1);
            while (slots[place])
                place = (place + 1) & (slots.size() - 1);
            slots[place] = static_cast<std::uint16_t>(word + 1);
        }
        std::size_t const room = std::bit_ceil(steps.size() * 2);
        packed_steps.assign(room * 2, 0);
        for (auto const& [from, to] : steps) {
            std::uint32_t const key = from.first << 16 | from.second;
            std::size_t place = (key * 0x9E3779B1u >> 7) & (room - 1);
            while (packed_steps[2 * place + 1])
                place = (place + 1) & (room - 1);
            packed_steps[2 * place] = key;
            packed_steps[2 * place + 1] = to;
        }
        slips.clear();
        for (std::size_t word = 1; word < words.size(); ++word) {
            auto const& text = words[word];
            if (text.size() < 4 || text.size() > 40 || text.find_first_of("0123456789%&") != text.npos)
                continue;
            std::set<std::string> shorter{text};
            for (std::size_t skip = 0; skip < text.size(); ++skip)
                shorter.insert(text.substr(0, skip) + text.substr(skip + 1));
            for (auto const& less : shorter)
                slips.push_back((name_hash(less) & 0xFFFF0000u) | static_cast<std::uint32_t>(word));
        }
        std::sort(slips.begin(), slips.end());
        return {word_begin, letters, slots, kinds, packed_steps, effect_of, effects, spelled, slips};
    }
};

WordKind kind_called(std::string const& name, bool& known_kind) {
    static std::map<std::string, WordKind> const kinds{
        {"", WordKind::plain},      {"filler", WordKind::plain}, {"category", WordKind::category},
        {"part", WordKind::part},   {"brand", WordKind::brand},  {"with", WordKind::with},
        {"or", WordKind::either},   {"without", WordKind::without}, {"rest", WordKind::rest},   {"alone", WordKind::alone}, {"spelling", WordKind::spelling}};
    auto const found = kinds.find(name);
    known_kind = found != kinds.end();
    return known_kind ? found->second : WordKind::plain;
}

/// The orders a phrase takes in the tables: "dill pickle" is also "pickle, dill", and a comma may stand between the
/// words of a long one.
std::vector<std::vector<Word>> orders(std::vector<Word> const& phrase) {
    std::vector<std::vector<Word>> all{phrase};
    bool const commas = std::find(phrase.begin(), phrase.end(), comma_word) != phrase.end();
    if (commas || phrase.size() < 2)
        return all;
    std::vector<Word> turned{phrase.back(), comma_word};
    turned.insert(turned.end(), phrase.begin(), phrase.end() - 1);
    all.push_back(turned);
    if (phrase.size() < 3 || phrase.size() > 6)
        return all;
    for (unsigned set = 1; set < 1u << (phrase.size() - 1); ++set) {
        std::vector<Word> parted;
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            parted.push_back(phrase[i]);
            if (i + 1 < phrase.size() && (set >> i & 1))
                parted.push_back(comma_word);
        }
        all.push_back(parted);
    }
    return all;
}

void read_phrases(std::string const& path, Builder& lexicon, int& faults) {
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow row;
    reader.next(row);
    {
        CsvReader spellings(text);
        spellings.next(row);
        while (spellings.next(row)) {
            if (row.cells.size() < 3 || row.cells[2] != "spelling")
                continue;
            auto const wrong = lexicon.sequence(row.cells[0]);
            auto const right = lexicon.sequence(row.cells[1]);
            if (wrong.size() != 1 || right.size() != 1 || wrong == right) {
                std::cerr << path << ':' << row.line << ": error: a spelling is one word for another\n";
                ++faults;
                continue;
            }
            lexicon.kinds[wrong[0]] = static_cast<std::uint8_t>(WordKind::spelling);
            lexicon.spelled.push_back(wrong[0]);
            lexicon.spelled.push_back(right[0]);
        }
    }
    for (bool const exact : {true, false}) {
        CsvReader again(text);
        again.next(row);
        while (again.next(row)) {
            if (row.cells.size() > 2 && row.cells[2] == "spelling")
                continue;
            bool known_kind = false;
            WordKind const kind = kind_called(row.cells.at(2), known_kind);
            auto const phrase = lexicon.sequence(row.cells[0]);
            std::vector<Word> meant;
            std::vector<Attribute> said;
            bool sound = known_kind && !phrase.empty();
            for (auto const& part : split(row.cells[1], ' ')) {
                auto const colon = part.find(':');
                if (colon == part.npos) {
                    for (Word const word : lexicon.sequence(part))
                        meant.push_back(word);
                    continue;
                }
                Attribute attribute;
                sound = sound && attribute_called(part.substr(0, colon), part.substr(colon + 1), attribute);
                said.push_back(attribute);
            }
            if (!sound) {
                if (exact) {
                    std::cerr << path << ':' << row.line << ": error: phrase, kind or attribute is not understood\n";
                    ++faults;
                }
                continue;
            }
            bool const flag = phrase.size() == 1 && meant.size() == 1 && (kind == WordKind::category || kind == WordKind::part || kind == WordKind::brand);
            if (flag)
                lexicon.kinds[meant[0]] = static_cast<std::uint8_t>(kind);
            auto const effect = lexicon.effect(kind, meant, said);
            if (kind == WordKind::alone) {
                std::vector<Word> whole{comma_word, comma_word};
                whole.insert(whole.end(), phrase.begin(), phrase.end());
                lexicon.phrase(whole, effect, exact);
                continue;
            }
            if (exact)
                lexicon.phrase(phrase, effect, true);
            else
                for (auto const& order : orders(phrase))
                    lexicon.phrase(order, effect, false);
        }
    }
}

} // namespace

Sections name_index(std::string const& diet, std::vector<NamedFood> const& foods, int& faults) {
    Builder lexicon;
    read_phrases(diet + "name_words.csv", lexicon, faults);
    if (faults)
        return {};

    std::vector<std::uint16_t> kinds_of; // pairs word, kind, sorted
    {
        std::string const path = diet + "name_kinds.csv";
        std::string const text = read(path);
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

    // Every word of the table becomes known; written together, two known words are one ("oat meal", "oatmeal").
    std::set<Word> in_table;
    std::map<std::pair<Word, Word>, int> side_by_side;
    for (auto const& food : foods)
        for (auto const& text : {food.name, food.synonyms}) {
            auto const sequence = lexicon.sequence(text);
            for (auto const word : sequence)
                in_table.insert(word);
        }
    constexpr std::size_t shortest = 3;
    auto const known_words = lexicon.words;
    for (std::size_t word = 1; word < known_words.size(); ++word) {
        auto const& text = known_words[word];
        for (std::size_t i = shortest; i + shortest <= text.size(); ++i) {
            auto const left = lexicon.at.find(text.substr(0, i));
            auto const right = lexicon.at.find(text.substr(i));
            if (left == lexicon.at.end() || right == lexicon.at.end() || text.size() < 2 * shortest + 1)
                continue;
            std::vector<Word> const joined{static_cast<Word>(word)};
            std::uint32_t effect = 0;
            if (auto const step = lexicon.steps.find({0, joined[0]}); step != lexicon.steps.end())
                effect = lexicon.effect_of[step->second];
            if (!effect)
                effect = lexicon.effect(WordKind::plain, joined, {});
            for (auto const& order : orders({left->second, right->second}))
                lexicon.phrase(order, effect, false);
        }
    }
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
            bool const aside = term.role == Role::with || term.role == Role::aside || term.role == Role::category || term.role == Role::brand;
            posts[term.word].push_back(packed_post(static_cast<std::uint32_t>(food), term.role == Role::head ? as_head : aside ? as_aside : as_word));
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
        marks[place(std::string(row.family), std::string(row.value_name), found)] = static_cast<float>(row.mark);
    }
    std::map<std::string, std::uint16_t> set_of;
    std::string const marks_file = diet + "name_group_marks.csv";
    std::string const marks_text = read(marks_file);
    CsvReader reader(marks_text);
    CsvRow row;
    reader.next(row);
    while (reader.next(row)) {
        auto const [set, fresh] = set_of.try_emplace(row.cells.at(0), static_cast<std::uint16_t>(set_of.size() + 1));
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
                least = std::min(least, marks[mark_set[food] * set_size + (said[at] >> 24) * 24 + static_cast<std::size_t>(std::countr_zero(mask))]);
            said_mark.push_back(least);
        }

    return {section("nwbegin", lexicon.word_begin), section("nletters", lexicon.letters), section("nslots", lexicon.slots),
            section("nkinds", lexicon.kinds),       section("nsteps", lexicon.packed_steps), section("neffecta", lexicon.effect_of),
            section("neffects", lexicon.effects),   section("nslips", lexicon.slips),     section("nweight", weight),
            section("ntermat", term_begin),         section("nterms", terms),             section("nsaidat", said_begin),
            section("nsaid", said),                 section("npostat", posts_begin),      section("nposts", all_posts),
            section("nalias", alias_hash),          section("nmarks", marks),             section("nmarkset", mark_set),
            section("nfromsr", from_sr),           section("nstand", standing),
            section("nspelled", lexicon.spelled), section("nkindsof", kinds_of),          section("nsaidmk", said_mark)};
}
