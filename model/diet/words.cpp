#include "model/diet/words.hpp"

#include "model/diet/matching.hpp"
#include "model/diet/phrases.hpp"
#include "model/diet/portions.hpp"

#include <algorithm>
#include <optional>

namespace rheobase::diet {

namespace {

constexpr int candidates_shown = 4; ///< the food and three runners-up
constexpr double hardly = 0.35;

/// One food of the sentence with the phrases that name it.
struct Dish {
    std::vector<Spoken> words;
    Amount amount;
    std::vector<Candidate> found;
    Link link = Link::stop;
    bool determined = false;
    bool has_parts = false; ///< "with …" was said of it: what follows in the list may be part of it too
    std::size_t from = 0, to = 0;

    Food food() const { return found.empty() ? no_food : found.front().food; }
    double sure() const { return found.empty() ? 0 : found.front().sure; }
};

class MealReader {
  public:
    MealReader(Foods const& table, Vocabulary const& known, Measures const& measures)
        : table_(table), known_(known), measures_(measures) {}

    Diary read(std::string_view meal) {
        diary_.format = "words";
        sentence_ = sentence_of(meal);
        meal_ = meal;
        auto phrases = phrases_of(sentence_, known_);
        for (auto& phrase : phrases)
            take(phrase);
        for (auto& dish : dishes_)
            report(dish);
        diary_.lines = diary_.eaten.empty() && diary_.unread.empty() ? 0 : 1;
        return std::move(diary_);
    }

  private:
    static bool own_amount(Phrase const& phrase) {
        return phrase.amount.weighed() || known(phrase.amount.millilitres) || phrase.amount.numbered ||
               (phrase.amount.measure && !measure_in_name(phrase));
    }

    static bool measure_in_name(Phrase const& phrase) {
        return std::any_of(phrase.words.begin(), phrase.words.end(), [&](Spoken const& word) {
            auto const meaning = meaning_of({&word.key, 1});
            return meaning.role == Speech::measure && measure_of(meaning) == phrase.amount.measure;
        });
    }

    std::string_view source(std::size_t from, std::size_t to) const {
        if (from >= to || from >= sentence_.size())
            return {};
        auto const first = sentence_.token(from).source_from;
        auto const last = sentence_.token(std::min(to, sentence_.size()) - 1).source_to;
        return meal_.substr(first, last - first);
    }

    void take(Phrase& phrase) {
        if (phrase.link == Link::negated)
            return;
        if (phrase.amount.dose) {
            diary_.unread.push_back({0, std::string(source(phrase.from, phrase.to)),
                                     "a supplement: list it under supplements"});
            return;
        }
        if (phrase.words.empty())
            return amount_alone(phrase);
        if (!dishes_.empty() && phrase.link != Link::stop && joins(dishes_.back(), phrase))
            return;
        Dish dish;
        dish.words = std::move(phrase.words);
        dish.amount = phrase.amount;
        dish.link = phrase.link;
        dish.determined = phrase.determined;
        dish.from = phrase.from;
        dish.to = phrase.to;
        dish.found = look_up(dish.words);
        dishes_.push_back(std::move(dish));
    }

    /// "…, 16.9 fl oz" and "in a 20 fl oz bottle" say how much of the food before.
    void amount_alone(Phrase const& phrase) {
        if (dishes_.empty() || phrase.link == Link::stop)
            return;
        Amount& amount = dishes_.back().amount;
        Amount const& more = phrase.amount;
        if (!known(amount.millilitres) && !amount.weighed()) {
            amount.millilitres = more.millilitres;
            amount.grams = more.grams;
            amount.ounces = more.ounces;
        }
        if (!amount.measure && more.measure) {
            amount.measure = more.measure;
            amount.measure_word = more.measure_word;
            if (!amount.numbered)
                amount.count = more.count;
            amount.counted = true;
        }
        amount.sizes |= more.sizes;
    }

    std::vector<Candidate> look_up(std::vector<Spoken> const& words) {
        name_.clear();
        for (auto const& word : words) {
            if (!name_.empty())
                name_ += ' ';
            name_ += word.text;
        }
        auto found = matches(name_, table_, candidates_shown, Origin::fndds);
        if (found.empty() || found.front().sure < hardly) {
            auto wider = matches(name_, table_, candidates_shown);
            if (found.empty() || (!wider.empty() && wider.front().sure > found.front().sure))
                found = std::move(wider);
        }
        return found;
    }

    bool names_all(Food food, std::vector<Spoken> const& words) const {
        return food != no_food && std::all_of(words.begin(), words.end(), [&](Spoken const& word) {
            return word.odd || known_.names(food, word.key);
        });
    }

    /// Whether the phrase is part of the dish before it; then the dish takes it in.
    bool joins(Dish& dish, Phrase const& phrase) {
        bool const own = own_amount(phrase);
        bool const part = phrase.link == Link::part || (phrase.link == Link::joined && dish.has_parts && !phrase.determined);
        if (own || (!part && phrase.determined) || dish.words.size() + phrase.words.size() > 24)
            return false;
        if (names_all(dish.food(), phrase.words)) {
            absorb(dish, phrase, part);
            return true;
        }
        std::vector<Spoken> together = dish.words;
        together.insert(together.end(), phrase.words.begin(), phrase.words.end());
        auto found = look_up(together);
        Food const joint = found.empty() ? no_food : found.front().food;
        bool keeps = joint != no_food;
        for (auto const& word : dish.words)
            if (known_.names(dish.food() == no_food ? joint : dish.food(), word.key))
                keeps &= known_.names(joint, word.key);
        bool const covers = names_all(joint, phrase.words);
        bool const weighed_whole = dish.amount.weighed() && part;
        if ((keeps && covers) || phrase.either || weighed_whole) {
            if (keeps && (covers || phrase.either || weighed_whole))
                dish.found = std::move(found);
            absorb(dish, phrase, part);
            return true;
        }
        return false;
    }

    static void absorb(Dish& dish, Phrase const& phrase, bool part) {
        dish.words.insert(dish.words.end(), phrase.words.begin(), phrase.words.end());
        dish.has_parts |= part;
        dish.to = phrase.to;
        dish.amount.sizes |= phrase.amount.sizes;
    }

    void report(Dish& dish) {
        std::string words;
        bool claimed = false;
        for (auto const& word : dish.words) {
            if (dish.food() != no_food && known_.names(dish.food(), word.key)) {
                claimed = true;
                continue;
            }
            words += (words.empty() ? "" : " ") + std::string(word.text);
        }
        bool const spelt = !dish.found.empty() && !claimed && dish.sure() >= hardly;
        if (dish.found.empty() || (!claimed && !spelt)) {
            diary_.unread.push_back({0, std::string(source(dish.from, dish.to)), "no food of the table has this name"});
            return;
        }
        if (!words.empty() && claimed)
            diary_.unread.push_back({0, words, "these words say nothing of the food it was taken for: " +
                                                   std::string(table_.name(dish.food()))});
        bool const addition = dish.link == Link::part && !dish.determined;
        auto const weight = weigh(table_, measures_, dish.food(), dish.amount, dish.words, addition);
        Eaten eaten;
        eaten.text = source(dish.from, dish.to);
        eaten.food = dish.food();
        eaten.grams = weight.grams;
        eaten.sure = dish.sure() * weight.sure;
        eaten.runners_up.assign(dish.found.begin() + 1, dish.found.end());
        diary_.eaten.push_back(std::move(eaten));
    }

    Foods const& table_;
    Vocabulary const& known_;
    Measures const& measures_;
    Sentence sentence_;
    std::string_view meal_;
    std::vector<Dish> dishes_;
    std::string name_;
    Diary diary_;
};

} // namespace

Diary read_words(std::string_view meal, Foods const& table) {
    if (&table == &foods())
        return MealReader(table, vocabulary(), measures()).read(meal);
    Vocabulary const known(table);
    Measures const all(table);
    return MealReader(table, known, all).read(meal);
}

} // namespace rheobase::diet
