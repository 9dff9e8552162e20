#include "model/diet/words.hpp"

#include "model/diet/group_roles.rows.hpp"
#include "model/diet/matching.hpp"
#include "model/diet/phrases.hpp"
#include "model/diet/portions.hpp"
#include "model/diet/word_weights.rows.hpp"

#include <algorithm>
#include <optional>

namespace rheobase::diet {

namespace {

constexpr int candidates_shown = 4; ///< the food and three runners-up
constexpr auto const& w = word_weights;

/// One food of the sentence with the phrases that name it.
struct Dish {
    std::string name; ///< as the matcher is asked for it
    std::vector<Spoken> words;
    Amount amount;
    std::vector<Candidate> found;
    Link link = Link::stop;
    bool determined = false;
    bool has_parts = false; ///< "with …" was said of it: what follows in the list may be part of it too
    bool definite = false;  ///< "the", "my" stood before it
    bool inside = false;    ///< "made with …" was said of it: what follows in the list is part of it
    WordKey head = 0;       ///< of the food itself: sandwich, pie
    std::size_t from = 0, to = 0;

    Food food() const { return found.empty() ? no_food : found.front().food; }
    double sure() const { return found.empty() ? 0 : found.front().sure; }
};

class MealReader {
  public:
    MealReader(Foods const& table, Vocabulary const& known, Naming const& naming, Measures const& measures)
        : table_(table), known_(known), naming_(naming), measures_(measures) {}

    Diary read(std::string_view meal) {
        diary_.format = "words";
        sentence_ = sentence_of(meal);
        meal_ = meal;
        auto phrases = phrases_of(sentence_, known_);
        for (auto& phrase : phrases)
            for (auto& word : phrase.words)
                word.as = naming_.understand(word.text);
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            // "a bowl filled with rice": the bowl is the measure of what follows.
            if (i + 1 < phrases.size() && phrases[i].words.empty() && (phrases[i].amount.measure || phrases[i].amount.weighed()) &&
                phrases[i + 1].link == Link::part && !own_amount(phrases[i + 1])) {
                phrases[i + 1].amount = phrases[i].amount;
                phrases[i + 1].link = phrases[i].link;
                phrases[i + 1].determined = true;
                phrases[i + 1].from = phrases[i].from;
                continue;
            }
            if (auto const taken = take_list(phrases, i); taken > 0) {
                i += taken - 1;
                continue;
            }
            take(phrases[i]);
        }
        for (auto& dish : dishes_)
            report(dish);
        diary_.lines = diary_.eaten.empty() && diary_.unread.empty() ? 0 : 1;
        return std::move(diary_);
    }

  private:
    static bool own_amount(Phrase const& phrase) {
        return phrase.amount.weighed() || known(phrase.amount.millilitres) || phrase.amount.numbered ||
               (phrase.amount.measure && phrase.amount.counted && !measure_in_name(phrase));
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

    /// "ham, noodle, and vegetable soup": a list without amounts that the table knows as one food. Returns how many
    /// phrases it took, 0 when they are no such list.
    std::size_t take_list(std::vector<Phrase>& phrases, std::size_t first) {
        std::size_t end = first + 1;
        while (end < phrases.size() && phrases[end].link == Link::joined && !phrases[end].determined &&
               !own_amount(phrases[end]) && !phrases[end].words.empty())
            ++end;
        constexpr std::size_t shortest = 3;
        constexpr std::size_t longest = 6;
        if (end - first < shortest || end - first > longest || phrases[first].words.empty() ||
            phrases[first].link == Link::negated || phrases[first].amount.dose)
            return 0;
        Dish dish;
        for (std::size_t i = first; i < end; ++i) {
            add_to_name(dish.name, phrases[i].words, i == first ? "" : i + 1 == end ? " and" : ",");
            dish.words.insert(dish.words.end(), phrases[i].words.begin(), phrases[i].words.end());
        }
        dish.found = look_up(dish.name);
        if (!covers(dish.food(), dish.words) && !heads_list(phrases, first, end))
            return 0;
        phrases[first].words = std::move(dish.words);
        phrases[first].to = phrases[end - 1].to;
        take(phrases[first]);
        return end - first;
    }

    /// "a turkey, ham, and roast beef sandwich": the article belongs to the dish at the end, the rest is in it.
    bool heads_list(std::vector<Phrase> const& phrases, std::size_t first, std::size_t end) {
        Amount const& amount = phrases[first].amount;
        if (!amount.counted || (amount.numbered && !amount.measure))
            return false;
        for (std::size_t i = first; i < end; ++i) {
            auto const found = look_up_words(phrases[i].words);
            if (found.empty() || !group_is(found.front().food, i + 1 == end ? "dish" : "part"))
                return false;
        }
        return true;
    }

    void take(Phrase& phrase) {
        bool const goes_on_negated = negated_ && phrase.link <= Link::part && !phrase.comma && !phrase.determined;
        negated_ = phrase.link == Link::negated || goes_on_negated;
        if (negated_)
            return leave_out(phrase);
        if (phrase.amount.dose) {
            diary_.unread.push_back({0, std::string(source(phrase.from, phrase.to)),
                                     "a supplement: list it under supplements"});
            return;
        }
        if (phrase.words.empty())
            return amount_alone(phrase);
        phrase_found_.clear();
        if (!dishes_.empty() && (said_again(phrase) || (phrase.link != Link::stop && joins(dishes_.back(), phrase))))
            return;
        Dish dish;
        dish.head = phrase.words.back().key;
        dish.words = std::move(phrase.words);
        dish.amount = phrase.amount;
        dish.link = phrase.link;
        dish.determined = phrase.determined;
        dish.definite = phrase.definite;
        dish.from = phrase.from;
        dish.to = phrase.to;
        add_to_name(dish.name, dish.words, "");
        dish.found = phrase_found_.empty() ? look_up(dish.name) : std::move(phrase_found_);
        dishes_.push_back(std::move(dish));
    }

    /// "without lettuce": the matcher knows which foods are said to have none.
    void leave_out(Phrase const& phrase) {
        if (dishes_.empty() || phrase.words.empty() || phrase.link == Link::stop)
            return;
        Dish& dish = dishes_.back();
        name_ = dish.name;
        add_to_name(name_, phrase.words, " without");
        auto found = look_up(name_);
        if (!found.empty() && names_all_named(dish, found.front().food)) {
            dish.found = std::move(found);
            dish.name = name_;
        }
        dish.to = phrase.to;
    }

    /// Whether a food has every word that the dish's food has now.
    bool names_all_named(Dish const& dish, Food food) const {
        if (dish.food() != no_food && group_is(dish.food(), "dish") && !group_is(food, "dish"))
            return false; // an enchilada with sauce is no enchilada sauce
        bool const head = dish.food() == no_food || !known_.heads(dish.food(), dish.head) || known_.heads(food, dish.head);
        return head && std::all_of(dish.words.begin(), dish.words.end(), [&](Spoken const& word) {
            return !answers(dish.food(), word) || answers(food, word);
        });
    }

    /// "…, 16.9 fl oz" and "in a 20 fl oz bottle" say how much of the food before.
    void amount_alone(Phrase const& phrase) {
        if (!dishes_.empty() && phrase.link != Link::stop)
            take_amount(dishes_.back().amount, phrase.amount, phrase.link == Link::verb);
    }

    static void take_amount(Amount& amount, Amount const& more, bool lone) {
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
        } else if (more.numbered && !amount.numbered && !amount.measure && !lone) {
            amount.count = more.count;
            amount.counted = amount.numbered = true;
        }
        amount.sizes |= more.sizes;
    }

    static bool holds(std::vector<Spoken> const& words, WordKey key) {
        return std::any_of(words.begin(), words.end(), [key](Spoken const& word) { return word.key == key; });
    }

    /// "… in my tea", "… served as one sandwich": a food that was already named, by its head word.
    bool said_again(Phrase const& phrase) {
        bool const back = phrase.definite && !phrase.amount.weighed() && !phrase.amount.measure;
        for (auto& dish : dishes_) {
            bool const within = std::all_of(phrase.words.begin(), phrase.words.end(),
                                            [&](Spoken const& word) { return holds(dish.words, word.key); });
            bool const fewer = phrase.words.size() < dish.words.size();
            bool const described = phrase.amount.counted && !own_amount(phrase) && phrase.link >= Link::verb && fewer;
            bool const head = holds(phrase.words, dish.head) || described;
            bool const again = phrase.link == Link::verb || (phrase.link == Link::stop && fewer) ||
                               (phrase.link == Link::part && phrase.amount.counted && &dish == &dishes_.back() && head && fewer &&
                                !own_amount(phrase));
            if (!within || !(back || (again && head)))
                continue;
            take_amount(dish.amount, phrase.amount, false);
            return true;
        }
        return false;
    }

    static void add_to_name(std::string& name, std::vector<Spoken> const& words, std::string_view link) {
        name += link;
        for (auto const& word : words) {
            if (!name.empty())
                name += ' ';
            name += word.text;
        }
    }

    std::vector<Candidate> look_up(std::string_view name) {
        auto found = matches(name, table_, candidates_shown, Origin::fndds);
        if (found.empty() || found.front().sure < w.look_further) {
            auto wider = matches(name, table_, candidates_shown);
            double const least = found.empty() ? 0 : found.front().sure + w.sr_ahead;
            if (!wider.empty() && wider.front().sure > least)
                found = std::move(wider);
        }
        return found;
    }

    static bool describes(Spoken const& word) { return word.saying || word.as.attribute; }

    bool answers(Food food, Spoken const& word) const {
        return food != no_food && naming_.answers(food, word.key, word.as);
    }

    /// Whether the food has every word that tells something; attributes alone are nobody's.
    bool covers(Food food, std::vector<Spoken> const& words) const {
        return food != no_food && std::all_of(words.begin(), words.end(), [&](Spoken const& word) {
            return word.odd || describes(word) || answers(food, word) || word.as.tells < w.says_nothing;
        });
    }

    bool group_is(Food food, std::string_view role) const {
        auto const group = table_.group(food);
        return std::any_of(group_roles_rows.begin(), group_roles_rows.end(),
                           [&](auto const& row) { return row.role == role && row.group == group; });
    }

    std::ptrdiff_t answered(Food food, std::vector<Spoken> const& words) const {
        return std::count_if(words.begin(), words.end(), [&](Spoken const& word) { return answers(food, word); });
    }

    bool names_some(Food food, std::vector<Spoken> const& words) const {
        return std::any_of(words.begin(), words.end(), [&](Spoken const& word) { return answers(food, word); });
    }

    /// Whether the phrase is part of the dish before it; then the dish takes it in.
    bool joins(Dish& dish, Phrase& phrase) {
        constexpr std::size_t most_words = 24;
        bool const in_list = phrase.link == Link::joined && dish.has_parts;
        bool const part = phrase.link == Link::part || in_list;
        bool const inside = phrase.inside || (in_list && dish.inside);
        bool const bare = !phrase.determined || phrase.definite;
        if (dish.words.size() + phrase.words.size() > most_words)
            return false;
        if (own_amount(phrase)) {
            if (!phrase.on && !phrase.in && !phrase.place)
                return false;
            bool const plain = !phrase.amount.numbered && !phrase.amount.weighed() && !known(phrase.amount.millilitres);
            bool const vessel = plain && phrase.measure_last && (phrase.on || phrase.in || phrase.place); // "from a juice box"
            bool const under = plain && (phrase.on || phrase.in) && dish.food() != no_food && group_is(dish.food(), "dish");
            if (vessel)
                take_amount(dish.amount, phrase.amount, false);
            else if (!under)
                return false;
        }
        if (phrase.comma && !bare) { // "a Whopper, a hamburger": a second name of the same, by its kind
            WordKey const head = phrase.words.back().key;
            bool const second_name = !holds(dish.words, head) && answers(dish.food(), phrase.words.back());
            if (second_name)
                absorb(dish, phrase, false);
            return second_name;
        }
        if (!part && !bare)
            return false;
        if (covers(dish.food(), phrase.words) && (part || bare) && (names_some(dish.food(), phrase.words) || part)) {
            absorb(dish, phrase, part);
            return true;
        }
        name_ = dish.name;
        add_to_name(name_, phrase.words, phrase.either ? " or" : phrase.link == Link::part ? " with" : " and");
        auto found = look_up(name_);
        Food const joint = found.empty() ? no_food : found.front().food;
        bool const keeps = joint != no_food && names_all_named(dish, joint) &&
                           (dish.found.empty() || joint == dish.food() || names_some(joint, dish.words));
        bool const covered = covers(joint, phrase.words) && names_some(joint, phrase.words);
        bool const attributes = bare && std::all_of(phrase.words.begin(), phrase.words.end(), [&](Spoken const& word) {
            return !word.odd && (describes(word) || word.as.tells < w.says_nothing);
        });
        bool const shared_weight = dish.amount.weighed() && ((part && !phrase.on) || (phrase.link == Link::joined && !phrase.comma));
        bool whole = shared_weight || (phrase.measure_last && part) || (inside && bare) || phrase.either || phrase.place || attributes;
        if (!whole && !(keeps && covered) && part && dish.food() != no_food && group_is(dish.food(), "dish")) {
            phrase_found_ = look_up_words(phrase.words);
            whole = (bare || phrase.on || phrase.in) && !phrase_found_.empty() &&
                    (group_is(phrase_found_.front().food, "part") ||
                     table_.group(phrase_found_.front().food) == table_.group(dish.food()));
        } else if (phrase.comma && !whole && !(keeps && covered)) {
            phrase_found_ = look_up_words(phrase.words); // "corn snacks, Cheetos", "a hamburger, the classic Whopper"
            if (!phrase_found_.empty() && phrase.definite && !dish.definite && phrase_found_.front().sure > dish.sure())
                dish.found = phrase_found_;
            whole = !phrase_found_.empty() && (phrase_found_.front().food == dish.food());
        }
        if (!(keeps && covered) && !whole)
            return false;
        bool const head = dish.found.empty() || !known_.heads(dish.food(), dish.head) || known_.heads(joint, dish.head);
        bool const kind = dish.found.empty() || !group_is(dish.food(), "dish") || group_is(joint, "dish");
        bool const closer = joint != no_food && head && kind &&
                            answered(joint, dish.words) + answered(joint, phrase.words) >=
                                answered(dish.food(), dish.words) + answered(dish.food(), phrase.words);
        if ((keeps && covered) || (phrase.either && names_some(joint, phrase.words)) || closer) {
            dish.found = std::move(found);
            dish.name = name_;
        }
        absorb(dish, phrase, part);
        return true;
    }

    std::vector<Candidate> look_up_words(std::vector<Spoken> const& words) {
        std::string name;
        add_to_name(name, words, "");
        return look_up(name);
    }

    static void absorb(Dish& dish, Phrase const& phrase, bool part) {
        dish.words.insert(dish.words.end(), phrase.words.begin(), phrase.words.end());
        dish.has_parts |= part;
        dish.inside = phrase.link == Link::part ? phrase.inside : dish.inside;
        dish.to = phrase.to;
        dish.amount.sizes |= phrase.amount.sizes;
    }

    /// Whether a word of the dish stands in the first part of its food's name: "zing" does not in "Cereal, Apple Zings".
    bool heads(Dish const& dish) const {
        return std::any_of(dish.words.begin(), dish.words.end(),
                           [&](Spoken const& word) { return known_.heads(dish.food(), word.key); });
    }

    /// Some word of it is a food's without putting slips of the pen right.
    bool known_words(Dish const& dish) const {
        return std::any_of(dish.words.begin(), dish.words.end(), [&](Spoken const& word) {
            return !word.as.mended && word.as.tells > w.tells_of_a_food && answers(dish.food(), word);
        });
    }

    void report(Dish& dish) {
        std::string words;
        bool claimed = false;
        for (auto const& word : dish.words) {
            if (answers(dish.food(), word)) {
                claimed = true;
                continue;
            }
            if (!describes(word) && (word.odd || word.as.tells > w.tells_of_a_food))
                words += (words.empty() ? "" : " ") + std::string(word.text);
        }
        bool const loose = !dish.found.empty() && !dish.determined && dish.link == Link::verb;
        if (dish.found.empty() || dish.sure() < (loose && !heads(dish) ? (known_words(dish) ? w.least_sure_of_loose_words : 1) : claimed ? 0 : w.least_sure_unclaimed)) {
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
    Naming const& naming_;
    Measures const& measures_;
    Sentence sentence_;
    std::string_view meal_;
    std::vector<Dish> dishes_;
    bool negated_ = false; ///< the phrase before was
    std::string name_;
    std::vector<Candidate> phrase_found_;
    Diary diary_;
};

} // namespace

Diary read_words(std::string_view meal, Foods const& table) {
    if (&table == &foods())
        return MealReader(table, vocabulary(), naming(), measures()).read(meal);
    Vocabulary const known(table);
    Measures const all(table);
    return MealReader(table, known, Naming(table, known), all).read(meal);
}

} // namespace rheobase::diet
