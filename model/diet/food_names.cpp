#include "model/diet/food_names.hpp"

#include "base/spelling.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The plain letter of a two-byte letter of Latin-1 (C3 80 to C3 BF), or 0.
char plain_letter(unsigned char second) {
    static constexpr std::string_view letters = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
    return second >= 0x80 && second <= 0xBF ? letters[second - 0x80u] : '\0';
}

/// Cuts the plural. Both sides of every comparison go through it, so it has to be steady and not to be English.
std::size_t stemmed(char* word, std::size_t length) {
    std::string_view const w(word, length);
    if (length <= 3)
        return length;
    if (w.ends_with("ies") && length > 4) {
        word[length - 3] = 'y';
        return length - 2;
    }
    if (w.ends_with("ie") && length > 4) {
        word[length - 2] = 'y';
        return length - 1;
    }
    if (w.ends_with("oes"))
        return length - 2;
    if (w.ends_with("sses") || w.ends_with("shes") || w.ends_with("ches") || w.ends_with("xes"))
        return length - 2;
    if (w.ends_with("us") || w.ends_with("ss") || w.ends_with("is"))
        return length;
    return w.ends_with('s') ? length - 1 : length;
}

} // namespace

std::uint32_t name_hash(std::string_view text) {
    std::uint32_t hash = 0x811C9DC5;
    for (char const c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    return hash ^ hash >> 15;
}

void cut(std::string_view name, Pieces& out) {
    out.count = 0;
    std::size_t used = 0;
    std::size_t begin = 0;
    bool capitals = true;
    auto const close = [&] {
        if (used > begin && out.count < Pieces::most_pieces) {
            auto const length = stemmed(out.text.data() + begin, used - begin);
            out.piece[static_cast<std::size_t>(out.count++)] = {static_cast<std::uint16_t>(begin),
                                                               static_cast<std::uint16_t>(length), unknown_word, 0,
                                                               capitals && used - begin > 2};
        }
        begin = used;
        capitals = true;
    };
    auto const mark = [&](char which) {
        close();
        if (out.count < Pieces::most_pieces)
            out.piece[static_cast<std::size_t>(out.count++)] = {0, 0, unknown_word, which, false};
    };
    auto const put = [&](char c) {
        if (used < out.text.size())
            out.text[used++] = c;
    };
    for (std::size_t i = 0; i < name.size() && used < out.text.size(); ++i) {
        char c = name[i];
        char const next = i + 1 < name.size() ? name[i + 1] : '\0';
        bool const within = used > begin;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        else if (is_letter(c))
            capitals = false;
        if (is_letter(c) || is_digit(c)) {
            put(c);
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        if (byte == 0xC3 && plain_letter(static_cast<unsigned char>(next)) > ' ') {
            put(plain_letter(static_cast<unsigned char>(next)));
            ++i;
            continue;
        }
        if (byte == 0xE2 && i + 2 < name.size() && static_cast<unsigned char>(next) == 0x80) {
            bool const apostrophe = static_cast<unsigned char>(name[i + 2]) == 0x98 || static_cast<unsigned char>(name[i + 2]) == 0x99;
            i += 2;
            if (!apostrophe)
                close();
            continue;
        }
        if (c == '\'' && within)
            continue;
        bool const figure = within && is_digit(out.text[used - 1]);
        if ((c == '.' || c == '/') && figure && is_digit(next)) {
            put(c);
            continue;
        }
        if (c == '&' && within && next != ' ' && next != '\0') {
            put(c);
            continue;
        }
        if (c == '%') {
            // "2 %" is "2%".
            if (!within && out.count && out.piece[static_cast<std::size_t>(out.count - 1)].mark == 0 && used &&
                is_digit(out.text[used - 1])) {
                --out.count;
                begin = out.piece[static_cast<std::size_t>(out.count)].begin;
                put('%');
            } else if (figure)
                put('%');
            close();
            continue;
        }
        if (c == ',' || c == ';' || c == ':')
            mark(',');
        else if (c == '(' || c == ')')
            mark(c);
        else if (c == '&') {
            close();
            for (char const letter : std::string_view("and"))
                put(letter);
            close();
        } else
            close();
    }
    close();
}

std::string_view Lexicon::text(Word word) const {
    return {letters.data() + word_begin[word], word_begin[word + 1u] - word_begin[word]};
}

Word Lexicon::find(std::string_view stem) const {
    if (slots.empty())
        return unknown_word;
    std::size_t const mask = slots.size() - 1;
    for (std::size_t at = name_hash(stem) & mask;; at = (at + 1) & mask) {
        if (slots[at] == 0)
            return unknown_word;
        auto const word = static_cast<Word>(slots[at] - 1);
        if (text(word) != stem)
            continue;
        if (static_cast<WordKind>(kinds[word]) == WordKind::spelling)
            for (std::size_t i = 0; i + 1 < spelled.size(); i += 2)
                if (spelled[i] == word)
                    return spelled[i + 1];
        return word;
    }
}

Word Lexicon::mend(std::string_view stem) const {
    constexpr std::size_t shortest = 4;
    if (stem.size() < shortest || stem.size() > 40 || slips.empty())
        return unknown_word;
    // Two words one slip apart become equal when each loses at most one letter.
    constexpr std::size_t long_word = 7; // in which two slips leave no doubt
    int const most = stem.size() >= long_word ? 2 : 1;
    Word best = unknown_word;
    int fewest = most + 1;
    auto const look = [&](std::uint32_t hash) {
        auto const high = hash & 0xFFFF0000u;
        for (auto at = std::lower_bound(slips.begin(), slips.end(), high); at != slips.end() && (*at & 0xFFFF0000u) == high; ++at) {
            auto const word = static_cast<Word>(*at & 0xFFFF);
            int const distance = rheobase::slips(stem, text(word), most);
            bool const same_start = text(word).front() == stem.front();
            int const rank = distance + (same_start ? 0 : 1);
            if (distance <= most && (rank < fewest || (rank == fewest && best != unknown_word && word < best))) {
                fewest = rank;
                best = word;
            } else if (distance <= most && best == unknown_word && stem.size() > shortest + 1)
                best = word;
        }
    };
    look(name_hash(stem));
    std::array<char, 40> less{};
    for (std::size_t skip = 0; skip < stem.size(); ++skip) {
        std::copy(stem.begin(), stem.begin() + static_cast<std::ptrdiff_t>(skip), less.begin());
        std::copy(stem.begin() + static_cast<std::ptrdiff_t>(skip) + 1, stem.end(), less.begin() + static_cast<std::ptrdiff_t>(skip));
        look(name_hash({less.data(), stem.size() - 1}));
    }
    return best;
}

namespace {

/// A word of the name while it is being read.
struct Found {
    Word word;
    std::uint8_t segment;
    WordKind kind;
    bool with, aside, either, capitals;
    bool behind; ///< not the first word of what a phrase means: the head of a meaning stands first
};

struct Phrase {
    int length = 0; ///< pieces it covers
    std::uint32_t effect = 0;
};

/// The node reached from `node` over a word, or 0.
std::uint32_t next_node(Lexicon const& lexicon, std::uint32_t node, Word word) {
    std::size_t const mask = lexicon.steps.size() / 2 - 1;
    std::uint32_t const key = node << 16 | word;
    for (std::size_t at = (key * 0x9E3779B1u >> 7) & mask; lexicon.steps[2 * at + 1]; at = (at + 1) & mask)
        if (lexicon.steps[2 * at] == key)
            return lexicon.steps[2 * at + 1];
    return 0;
}

/// The longest phrase that begins at a piece, walking on from `node`.
Phrase longest_phrase(Pieces const& pieces, int from, Lexicon const& lexicon, std::uint32_t node = 0) {
    Phrase best;
    if (lexicon.steps.empty())
        return best;
    for (int i = from; i < pieces.count; ++i) {
        auto const& piece = pieces.piece[static_cast<std::size_t>(i)];
        if (piece.mark == '(' || piece.mark == ')')
            break;
        Word const word = piece.mark == ',' ? comma_word : piece.word;
        if (word == unknown_word)
            break;
        node = next_node(lexicon, node, word);
        if (!node)
            break;
        if (lexicon.effect_of[node])
            best = {i - from + 1, lexicon.effect_of[node]};
    }
    return best;
}

/// What a name means that is this phrase and nothing else: "steak", "chips". Such phrases lie behind two commas.
Phrase whole_name(Pieces const& pieces, Lexicon const& lexicon) {
    if (lexicon.steps.empty() || pieces.count == 0)
        return {};
    auto const node = next_node(lexicon, next_node(lexicon, 0, comma_word), comma_word);
    if (!node || pieces.piece[0].mark)
        return {};
    Phrase const found = longest_phrase(pieces, 0, lexicon, node);
    return found.length == pieces.count ? found : Phrase{};
}

/// Gives every word its role: the head is the last word of the first segment that names a food ("butter cookie",
/// "Cookie, butter"), but a part of an animal is not ("chicken breast" is chicken).
void give_roles(std::span<Found const> found, FoodName& name) {
    int head_segment = -1;
    int head = -1;
    for (int pass = 0; pass < 3 && head < 0; ++pass) {
        for (int i = 0; i < static_cast<int>(found.size()); ++i) {
            auto const& f = found[static_cast<std::size_t>(i)];
            bool const eligible = pass == 2 || (!f.behind && !f.with && !f.aside && f.kind != WordKind::category && !f.capitals &&
                                                f.kind != WordKind::brand && (pass == 1 || f.kind != WordKind::part));
            if (!eligible || (head_segment >= 0 && f.segment != head_segment))
                continue;
            head_segment = f.segment;
            head = i;
        }
    }
    for (int i = 0; i < static_cast<int>(found.size()) && name.count < most_terms; ++i) {
        auto const& f = found[static_cast<std::size_t>(i)];
        Role role = Role::later;
        if (i == head || (f.either && head >= 0 && found[static_cast<std::size_t>(head)].either && f.segment == head_segment && !f.with))
            role = Role::head;
        else if (f.kind == WordKind::category)
            role = Role::category;
        else if (f.capitals || f.kind == WordKind::brand)
            role = Role::brand;
        else if (f.aside)
            role = Role::aside;
        else if (f.with)
            role = Role::with;
        else if (f.segment == head_segment)
            role = Role::first;
        bool doubled = false;
        for (int k = 0; k < name.count && f.word != unknown_word; ++k)
            doubled |= name.terms[static_cast<std::size_t>(k)].word == f.word;
        if (!doubled)
            name.terms[static_cast<std::size_t>(name.count++)] = {f.word, role, f.either};
    }
}

} // namespace

FoodName read_name(std::string_view text, Lexicon const& lexicon, bool mend) {
    FoodName name;
    Pieces pieces;
    cut(text, pieces);
    for (int i = 0; i < pieces.count; ++i) {
        auto& piece = pieces.piece[static_cast<std::size_t>(i)];
        if (piece.mark)
            continue;
        piece.word = lexicon.find(pieces.word(i));
        if (piece.word == unknown_word && mend) {
            piece.word = lexicon.mend(pieces.word(i));
            name.mended_count += piece.word != unknown_word;
        }
    }

    Phrase const whole = whole_name(pieces, lexicon);
    std::array<Found, Pieces::most_pieces> found;
    std::size_t held = 0;
    std::uint8_t segment = 0;
    int aside = 0;
    bool with = false, either = false, without = false;
    for (int i = 0; i < pieces.count;) {
        auto const& piece = pieces.piece[static_cast<std::size_t>(i)];
        Phrase const phrase = whole.length                              ? whole
                              : piece.mark == '(' || piece.mark == ')' ? Phrase{}
                                                                       : longest_phrase(pieces, i, lexicon);
        if (phrase.length == 0 && piece.mark) {
            aside += piece.mark == '(' ? 1 : piece.mark == ')' && aside > 0 ? -1 : 0;
            segment = static_cast<std::uint8_t>(segment + (piece.mark == ','));
            without = either = false;
            with = with && piece.mark != ',';
            ++i;
            continue;
        }
        Word const single = piece.word;
        std::span<std::uint16_t const> words;
        std::span<std::uint16_t const> attributes;
        WordKind kind = WordKind::plain;
        if (phrase.length) {
            auto const effect = lexicon.effects.subspan(phrase.effect - 1);
            kind = static_cast<WordKind>(effect[0]);
            words = effect.subspan(2, effect[1]);
            attributes = effect.subspan(3u + effect[1], effect[2u + effect[1]]);
            kind = kind == WordKind::alone ? WordKind::plain : kind;
        } else {
            bool const figure = is_digit(pieces.word(i).front());
            if (single == unknown_word)
                name.unknown_count += !figure;
            if (!figure)
                words = {&single, 1};
        }
        // A category stands alone before the first comma: "Nuts, almonds", but not "steak sauce" or "Snacks".
        int const after = i + std::max(1, phrase.length);
        bool const alone = (i == 0 || pieces.piece[static_cast<std::size_t>(i - 1)].mark == ',') && held <= 1 &&
                           after < pieces.count && pieces.piece[static_cast<std::size_t>(after)].mark == ',';
        if (phrase.length && piece.mark == ',') {
            ++segment;
            without = either = with = false;
        }
        int covered = std::max(1, phrase.length);
        switch (kind) {
        case WordKind::with: with = held > 0; without = either = false; break;
        case WordKind::without: without = true; either = false; break;
        case WordKind::either:
            either = true;
            if (held)
                found[held - 1].either = true;
            break;
        case WordKind::rest:
            covered = pieces.count - i;
            for (int k = i + phrase.length; k < pieces.count && covered > k - i; ++k)
                if (pieces.piece[static_cast<std::size_t>(k)].mark)
                    covered = k - i;
            break;
        default: break;
        }
        if (!without)
            for (auto const bits : attributes)
                name.said[bits >> 8] |= 1u << (bits & 0xFF);
        for (Word const word : words) {
            if (without) {
                if (name.unwanted_count < static_cast<int>(name.unwanted.size()) && word != unknown_word)
                    name.unwanted[static_cast<std::size_t>(name.unwanted_count++)] = word;
                continue;
            }
            WordKind own = kind != WordKind::plain || word == unknown_word ? kind : static_cast<WordKind>(lexicon.kinds[word]);
            if (own == WordKind::category && !alone)
                own = WordKind::plain;
            if (held < found.size())
                found[held++] = {word, segment, own, with, aside > 0, either, piece.capitals && phrase.length == 0, word != words.front()};
        }
        if (!words.empty())
            either = false;
        i += covered;
    }
    give_roles({found.data(), held}, name);
    return name;
}

std::uint32_t words_hash(FoodName const& name) {
    std::uint32_t sum = 0;
    for (int i = 0; i < name.count; ++i) {
        auto const& term = name.terms[static_cast<std::size_t>(i)];
        if (term.role == Role::category)
            continue;
        std::uint32_t word = term.word;
        word = (word + 1) * 0x9E3779B1u;
        word ^= word >> 15;
        sum += word * 0x85EBCA6Bu;
    }
    return sum;
}

} // namespace rheobase::diet
