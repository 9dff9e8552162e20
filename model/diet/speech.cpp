#include "model/diet/speech.hpp"

#include "model/diet/measure_words.rows.hpp"
#include "model/diet/number_words.rows.hpp"
#include "model/diet/plain_words.rows.hpp"
#include "model/diet/sayings.rows.hpp"
#include "model/diet/size_words.rows.hpp"
#include "model/diet/unit_words.rows.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rheobase::diet {

namespace {

struct Entry {
    WordKey key = 0;
    Meaning meaning;
    bool phrase = false;
    std::uint8_t longer = 0; ///< words of the longest phrase that begins like this
};

constexpr auto roles = std::to_array<std::pair<std::string_view, Speech>>({
    {"article", Speech::article},  {"of", Speech::of},           {"and", Speech::joins_and},    {"or", Speech::joins_or},
    {"with", Speech::joins_with}, {"made", Speech::joins_made},  {"in", Speech::joins_in},     {"on", Speech::joins_in},      {"from", Speech::joins_from},
    {"beside", Speech::beside},    {"not", Speech::negates},     {"meal", Speech::meal},        {"stop", Speech::stop}, {"turn", Speech::turn},
    {"filler", Speech::filler},    {"soft", Speech::soft},
});

/// Every phrase of the tables in one open-addressed table, built when the first sentence is read.
class SpeechTable {
  public:
    SpeechTable() {
        auto const most = number_words_rows.size() + unit_words_rows.size() + measure_words_rows.size() +
                          size_words_rows.size() + plain_words_rows.size() + sayings_rows.size();
        std::size_t slots = 1;
        while (slots < most * 4)
            slots *= 2;
        entries_.resize(slots);
        // What is added first stands: a number is a number wherever it is also something else.
        for (std::size_t i = 0; i < sayings_rows.size(); ++i)
            add(sayings_rows[i].said, Speech::saying, i);
        for (std::size_t i = 0; i < number_words_rows.size(); ++i)
            add(number_words_rows[i].word, Speech::number, i);
        for (std::size_t i = 0; i < unit_words_rows.size(); ++i)
            add(unit_words_rows[i].word, Speech::unit, i);
        for (std::size_t i = 0; i < measure_words_rows.size(); ++i)
            add(measure_words_rows[i].word, Speech::measure, i);
        for (std::size_t i = 0; i < size_words_rows.size(); ++i)
            add(size_words_rows[i].word, Speech::size, i);
        for (std::size_t i = 0; i < plain_words_rows.size(); ++i)
            for (auto const& [name, role] : roles)
                if (plain_words_rows[i].role == name)
                    add(plain_words_rows[i].word, role, i);
        number_measures();
        number_sizes();
    }

    Meaning longest(std::span<WordKey const> words) const {
        Meaning best;
        if (words.empty())
            return best;
        Entry const* entry = find(words[0]);
        if (!entry)
            return best;
        if (entry->phrase)
            best = entry->meaning;
        WordKey key = words[0];
        auto const reach = std::min<std::size_t>(words.size(), entry->longer);
        for (std::size_t n = 1; n < reach; ++n) {
            key = followed_by(key, words[n]);
            entry = find(key);
            if (entry && entry->phrase)
                best = entry->meaning;
        }
        return best;
    }

    int measure(Meaning m) const { return m.role == Speech::measure ? measures_[m.row] : 0; }
    Sizes sizes(Meaning m) const { return m.role == Speech::size ? size_bits_[m.row] : 0; }

  private:
    Entry const* find(WordKey key) const {
        for (auto at = key & (entries_.size() - 1); entries_[at].key; at = (at + 1) & (entries_.size() - 1))
            if (entries_[at].key == key)
                return &entries_[at];
        return nullptr;
    }

    Entry& place(WordKey key) {
        auto at = key & (entries_.size() - 1);
        while (entries_[at].key && entries_[at].key != key)
            at = (at + 1) & (entries_.size() - 1);
        entries_[at].key = key;
        return entries_[at];
    }

    void add(std::string_view phrase, Speech role, std::size_t row) {
        WordKey key = 0;
        WordKey first = 0;
        std::uint8_t words = 0;
        for (std::size_t from = 0; from < phrase.size();) {
            auto const to = std::min(phrase.find(' ', from), phrase.size());
            auto const word = word_key(phrase.substr(from, to - from));
            key = words ? followed_by(key, word) : word;
            first = words ? first : word;
            ++words;
            from = to + 1;
        }
        Entry& entry = place(key);
        if (!entry.phrase) {
            entry.phrase = true;
            entry.meaning = {role, words, static_cast<std::uint16_t>(row)};
        }
        auto& head = place(first);
        head.longer = std::max(head.longer, words);
    }

    void number_measures() {
        std::vector<std::string_view> names;
        for (auto const& row : measure_words_rows) {
            auto const known = std::find(names.begin(), names.end(), row.measure);
            measures_.push_back(static_cast<int>(known - names.begin()) + 1);
            if (known == names.end())
                names.push_back(row.measure);
        }
    }

    void number_sizes() {
        for (auto const& row : size_words_rows)
            size_bits_.push_back(size_called(row.size));
    }

    std::vector<Entry> entries_;
    std::vector<int> measures_;
    std::vector<Sizes> size_bits_;
};

SpeechTable const& speech_table() {
    static SpeechTable const words;
    return words;
}

} // namespace

Meaning meaning_of(std::span<WordKey const> words) { return speech_table().longest(words); }
bool decorates(std::string_view word) {
    static constexpr auto endings = std::to_array<std::string_view>(
        {"ly", "ful", "ous", "ing", "ed", "able", "ible", "ive", "some", "ish", "ness", "ment", "tion", "ity", "ally", "est"});
    constexpr std::size_t shortest = 5;
    return word.size() >= shortest &&
           std::any_of(endings.begin(), endings.end(), [word](auto ending) { return word.ends_with(ending); });
}

int measure_of(Meaning meaning) { return speech_table().measure(meaning); }
Sizes sizes_of(Meaning meaning) { return speech_table().sizes(meaning); }

Sizes size_called(std::string_view size) {
    Sizes bit = 1;
    std::vector<std::string_view> seen;
    for (auto const& row : size_words_rows) {
        if (row.size == size)
            return bit << seen.size();
        if (std::find(seen.begin(), seen.end(), row.size) == seen.end())
            seen.push_back(row.size);
    }
    return 0;
}

} // namespace rheobase::diet
