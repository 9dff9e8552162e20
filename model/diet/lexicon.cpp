#include "model/diet/lexicon.hpp"

#include "base/spelling.hpp"

#include <algorithm>
#include <array>

namespace rheobase::diet {

namespace {

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The plain letter of a two-byte letter of Latin-1 (C3 80 to C3 BF), or 0.
char plain_letter(unsigned char second) {
    static constexpr std::string_view letters =
        "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
    return second >= 0x80 && second <= 0xBF ? letters[second - 0x80u] : '\0';
}

/// Cuts the plural. Both sides of every comparison go through it, so it has to be steady and not to be
/// English.
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
    bool capitals = true, accented = false;
    auto const close = [&] {
        if (used > begin && out.count < Pieces::most_pieces) {
            auto const length = stemmed(out.text.data() + begin, used - begin);
            out.piece[static_cast<std::size_t>(out.count++)] = {
                static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(length), unknown_word, 0,
                capitals && used - begin > 2, accented};
        }
        begin = used;
        capitals = true;
        accented = false;
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
            accented = true;
            ++i;
            continue;
        }
        if (byte == 0xE2 && i + 2 < name.size() && static_cast<unsigned char>(next) == 0x80) {
            bool const apostrophe = static_cast<unsigned char>(name[i + 2]) == 0x98 ||
                                    static_cast<unsigned char>(name[i + 2]) == 0x99;
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
            if (!within && out.count && out.piece[static_cast<std::size_t>(out.count - 1)].mark == 0 &&
                used && is_digit(out.text[used - 1])) {
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
        for (auto at = std::lower_bound(slips.begin(), slips.end(), high);
             at != slips.end() && (*at & 0xFFFF0000u) == high; ++at) {
            auto const word = static_cast<Word>(*at & 0xFFFF);
            int const distance = rheobase::slips(stem, text(word), most);
            bool const same_start = text(word).front() == stem.front();
            int const rank = distance + (same_start ? 0 : 1);
            if (distance <= most &&
                (rank < fewest || (rank == fewest && best != unknown_word && word < best))) {
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
        std::copy(stem.begin() + static_cast<std::ptrdiff_t>(skip) + 1, stem.end(),
                  less.begin() + static_cast<std::ptrdiff_t>(skip));
        look(name_hash({less.data(), stem.size() - 1}));
    }
    return best;
}

} // namespace rheobase::diet
