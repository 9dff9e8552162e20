#include "model/diet/food_names.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

bool is_figure(std::string_view word) {
    return word.front() >= '0' && word.front() <= '9';
}

/// A word of the name while it is being read.
struct Found {
    Word word;
    std::uint8_t segment;
    WordKind kind;
    bool with, aside, either, capitals;
    bool behind; ///< not the first word of what a phrase means: the head of a meaning stands first
    bool mended;
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

/// What a name means that is this phrase and nothing else: "steak", "chips". Such phrases lie behind two
/// commas.
Phrase whole_name(Pieces const& pieces, Lexicon const& lexicon) {
    if (lexicon.steps.empty() || pieces.count == 0)
        return {};
    auto const node = next_node(lexicon, next_node(lexicon, 0, comma_word), comma_word);
    if (!node || pieces.piece[0].mark)
        return {};
    Phrase const found = longest_phrase(pieces, 0, lexicon, node);
    return found.length == pieces.count ? found : Phrase{};
}

/// Gives every word its role: the head is the last word of the first segment that names a food ("butter
/// cookie", "Cookie, butter"), but a part of an animal is not ("chicken breast" is chicken).
void give_roles(std::span<Found const> found, FoodName& name) {
    int head_segment = -1;
    int head = -1;
    for (int pass = 0; pass < 3 && head < 0; ++pass) {
        for (int i = 0; i < static_cast<int>(found.size()); ++i) {
            auto const& f = found[static_cast<std::size_t>(i)];
            bool const eligible =
                pass == 2 ||
                (!f.behind && !f.with && !f.aside && f.kind != WordKind::category && !f.capitals &&
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
        if (i == head || (f.either && head >= 0 && found[static_cast<std::size_t>(head)].either &&
                          f.segment == head_segment && !f.with))
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
            name.terms[static_cast<std::size_t>(name.count++)] = {f.word, role, f.either, f.mended};
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
        if (piece.word == unknown_word && mend && !piece.accented) {
            piece.word = lexicon.mend(pieces.word(i));
            piece.mended = piece.word != unknown_word;
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
        Phrase const phrase = whole.length                             ? whole
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
            bool const figure = is_figure(pieces.word(i));
            if (single == unknown_word)
                name.unknown_count += !figure;
            if (!figure)
                words = {&single, 1};
        }
        // A category stands alone before the first comma: "Nuts, almonds", but not "steak sauce" or "Snacks".
        int const after = i + std::max(1, phrase.length);
        bool const alone = (i == 0 || pieces.piece[static_cast<std::size_t>(i - 1)].mark == ',') &&
                           held <= 1 && after < pieces.count &&
                           pieces.piece[static_cast<std::size_t>(after)].mark == ',';
        if (phrase.length && piece.mark == ',') {
            ++segment;
            without = either = with = false;
        }
        int covered = std::max(1, phrase.length);
        auto const* first = pieces.piece.data() + i;
        bool const mended =
            std::any_of(first, first + covered, [](Piece const& each) { return each.mended; });
        switch (kind) {
        case WordKind::with:
            with = held > 0;
            without = either = false;
            break;
        case WordKind::without:
            without = true;
            either = false;
            break;
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
        default:
            break;
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
            WordKind own = kind != WordKind::plain || word == unknown_word
                               ? kind
                               : static_cast<WordKind>(lexicon.kinds[word]);
            if (own == WordKind::category && !alone)
                own = WordKind::plain;
            if (held < found.size())
                found[held++] = {word,
                                 segment,
                                 own,
                                 with,
                                 aside > 0,
                                 either,
                                 piece.capitals && phrase.length == 0,
                                 word != words.front(),
                                 mended};
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
