#include "tools/lexicon_builder.hpp"

#include "base/csv.hpp"

#include <algorithm>
#include <bit>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

using namespace rheobase;
using namespace rheobase::diet;

std::string whole_file(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> split(std::string const& text, char by) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, by);)
        if (!part.empty())
            parts.push_back(part);
    return parts;
}

Word Builder::meant(Word word) const {
    if (static_cast<WordKind>(kinds[word]) == WordKind::spelling)
        for (std::size_t i = 0; i + 1 < spelled.size(); i += 2)
            if (spelled[i] == word)
                return spelled[i + 1];
    return word;
}

Word Builder::add(std::string const& stem) {
    auto const [place, fresh] = at.try_emplace(stem, static_cast<Word>(words.size()));
    if (fresh) {
        words.push_back(stem);
        kinds.push_back(0);
    }
    return place->second;
}

std::vector<Word> Builder::sequence(std::string const& text) {
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

bool Builder::phrase(std::vector<Word> const& sequence, std::uint32_t effect, bool replace) {
    std::uint32_t node = 0;
    for (Word const word : sequence) {
        auto const [place, fresh] =
            steps.try_emplace({node, word}, static_cast<std::uint32_t>(effect_of.size()));
        if (fresh)
            effect_of.push_back(0);
        node = place->second;
    }
    if (effect_of[node] && !replace)
        return false;
    effect_of[node] = effect;
    return true;
}

std::uint32_t Builder::effect(WordKind kind, std::vector<Word> const& meant,
                              std::vector<Attribute> const& said) {
    auto const begin = static_cast<std::uint32_t>(effects.size()) + 1;
    effects.push_back(static_cast<std::uint16_t>(kind));
    effects.push_back(static_cast<std::uint16_t>(meant.size()));
    effects.insert(effects.end(), meant.begin(), meant.end());
    effects.push_back(static_cast<std::uint16_t>(said.size()));
    for (auto const a : said)
        effects.push_back(static_cast<std::uint16_t>(a.family << 8 | a.value));
    return begin;
}

Lexicon Builder::pack() {
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

namespace {

WordKind kind_called(std::string const& name, bool& known_kind) {
    static std::map<std::string, WordKind> const kinds{
        {"", WordKind::plain},      {"filler", WordKind::plain},     {"category", WordKind::category},
        {"part", WordKind::part},   {"brand", WordKind::brand},      {"with", WordKind::with},
        {"or", WordKind::either},   {"without", WordKind::without},  {"rest", WordKind::rest},
        {"alone", WordKind::alone}, {"spelling", WordKind::spelling}};
    auto const found = kinds.find(name);
    known_kind = found != kinds.end();
    return known_kind ? found->second : WordKind::plain;
}

/// The orders a phrase takes in the tables: "dill pickle" is also "pickle, dill", and a comma may stand
/// between the words of a long one.
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

} // namespace

void Builder::read_phrases(std::string const& path, int& faults) {
    std::string const text = whole_file(path);
    CsvReader reader(text);
    CsvRow row;
    reader.next(row);
    {
        CsvReader spellings(text);
        spellings.next(row);
        while (spellings.next(row)) {
            if (row.cells.size() < 3 || row.cells[2] != "spelling")
                continue;
            auto const wrong = sequence(row.cells[0]);
            auto const right = sequence(row.cells[1]);
            if (wrong.size() != 1 || right.size() != 1 || wrong == right) {
                std::cerr << path << ':' << row.line << ": error: a spelling is one word for another\n";
                ++faults;
                continue;
            }
            kinds[wrong[0]] = static_cast<std::uint8_t>(WordKind::spelling);
            spelled.push_back(wrong[0]);
            spelled.push_back(right[0]);
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
            auto const phrase = sequence(row.cells[0]);
            std::vector<Word> meanings;
            std::vector<Attribute> said;
            bool sound = known_kind && !phrase.empty();
            for (auto const& part : split(row.cells[1], ' ')) {
                auto const colon = part.find(':');
                if (colon == part.npos) {
                    for (Word const word : sequence(part))
                        meanings.push_back(word);
                    continue;
                }
                Attribute attribute;
                sound = sound && attribute_called(part.substr(0, colon), part.substr(colon + 1), attribute);
                said.push_back(attribute);
            }
            if (!sound) {
                if (exact) {
                    std::cerr << path << ':' << row.line
                              << ": error: phrase, kind or attribute is not understood\n";
                    ++faults;
                }
                continue;
            }
            bool const flag =
                phrase.size() == 1 && meanings.size() == 1 &&
                (kind == WordKind::category || kind == WordKind::part || kind == WordKind::brand);
            if (flag)
                kinds[meanings[0]] = static_cast<std::uint8_t>(kind);
            auto const packed = effect(kind, meanings, said);
            if (kind == WordKind::alone) {
                std::vector<Word> whole{comma_word, comma_word};
                whole.insert(whole.end(), phrase.begin(), phrase.end());
                this->phrase(whole, packed, exact);
                continue;
            }
            if (exact)
                this->phrase(phrase, packed, true);
            else
                for (auto const& order : orders(phrase))
                    this->phrase(order, packed, false);
        }
    }
}

void Builder::join_words() {
    constexpr std::size_t shortest = 3;
    auto const known_words = words;
    for (std::size_t word = 1; word < known_words.size(); ++word) {
        auto const& text = known_words[word];
        for (std::size_t i = shortest; i + shortest <= text.size(); ++i) {
            auto const left = at.find(text.substr(0, i));
            auto const right = at.find(text.substr(i));
            if (left == at.end() || right == at.end() || text.size() < 2 * shortest + 1)
                continue;
            std::vector<Word> const joined{static_cast<Word>(word)};
            std::uint32_t packed = 0;
            if (auto const step = steps.find({0, joined[0]}); step != steps.end())
                packed = effect_of[step->second];
            if (!packed)
                packed = effect(WordKind::plain, joined, {});
            for (auto const& order : orders({left->second, right->second}))
                phrase(order, packed, false);
        }
    }
}
