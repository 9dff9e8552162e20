#include "model/diet/vocabulary.hpp"

#include "model/diet/name_words.rows.hpp"
#include "model/diet/tokens.hpp"

#include <algorithm>
#include <array>

namespace rheobase::diet {

void Vocabulary::Keys::reserve(std::size_t most) {
    std::size_t slots = 1;
    while (slots < most * 2)
        slots *= 2;
    slots_.assign(slots, 0);
    mask_ = slots - 1;
}

void Vocabulary::Keys::add(WordKey key) {
    auto at = key & mask_;
    while (slots_[at] && slots_[at] != key)
        at = (at + 1) & mask_;
    slots_[at] = key;
}

Vocabulary::Vocabulary(Foods const& table) {
    std::vector<WordKey> keys;
    std::vector<WordKey> pairs;
    for (Food food = 0; food < table.size(); ++food) {
        first_.push_back(static_cast<std::uint32_t>(of_foods_.size()));
        bool in_head = true;
        head_.push_back(0);
        for (auto const text : {table.name(food), table.synonyms(food)}) {
            keys_of(text, keys);
            WordKey before = 0;
            WordKey earlier = 0;
            for (auto const key : keys) {
                constexpr WordKey joining = word_key("and");
                if (key && before == joining && earlier)
                    pairs.push_back(followed_by(followed_by(earlier, before), key));
                earlier = before;
                in_head &= key != 0;
                if (key)
                    of_foods_.push_back(key);
                if (in_head)
                    ++head_.back();
                if (key && before)
                    pairs.push_back(followed_by(before, key));
                before = key;
            }
            in_head = false;
        }
    }
    first_.push_back(static_cast<std::uint32_t>(of_foods_.size()));
    // What people call foods is known as well as what the table calls them: "mac n cheese", "skimmed milk".
    constexpr std::array joins{word_key("and"), word_key("&"), word_key("n")};
    std::vector<WordKey> of_people, said;
    for (auto const& row : name_words_rows) {
        if (row.means.empty())
            continue;
        keys_of(row.phrase, keys);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (!keys[i])
                continue;
            of_people.push_back(keys[i]);
            if (i > 0 && keys[i - 1]) {
                pairs.push_back(followed_by(keys[i - 1], keys[i]));
                said.push_back(pairs.back());
            }
            bool const joined = i > 1 && std::find(joins.begin(), joins.end(), keys[i - 1]) != joins.end();
            if (joined && keys[i - 2])
                pairs.push_back(followed_by(followed_by(keys[i - 2], joins[0]), keys[i]));
        }
    }
    words_.reserve(of_foods_.size() + of_people.size() + 1);
    for (auto const& all : {of_foods_, of_people})
        for (auto const key : all)
            words_.add(key);
    sayings_.reserve(said.size() + 1);
    for (auto const key : said)
        sayings_.add(key);
    pairs_.reserve(pairs.size() + 1);
    for (auto const key : pairs)
        pairs_.add(key);
}

bool Vocabulary::names(Food food, WordKey word) const {
    auto const at = static_cast<std::size_t>(food);
    auto const* const end = of_foods_.data() + first_[at + 1];
    return std::find(of_foods_.data() + first_[at], end, word) != end;
}

bool Vocabulary::heads(Food food, WordKey word) const {
    auto const at = static_cast<std::size_t>(food);
    auto const* const begin = of_foods_.data() + first_[at];
    return std::find(begin, begin + head_[at], word) != begin + head_[at];
}

Vocabulary const& vocabulary() {
    static Vocabulary const words(foods());
    return words;
}

} // namespace rheobase::diet
