#include "model/diet/dishes.hpp"

#include "model/diet/word_weights.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

constexpr auto const& w = word_weights;
constexpr std::size_t most_words = 24;
constexpr std::ptrdiff_t looked_back = 8; ///< dishes; a text without end stays linear
constexpr std::size_t shortest_list = 3;
constexpr std::size_t longest_list = 6;

/// The phrase says how much of what it names: it is a food beside others and no part of one.
bool own_amount(Phrase const& phrase) {
    return phrase.amount.weighed() || known(phrase.amount.millilitres) || phrase.amount.numbered ||
           (phrase.amount.measure && phrase.amount.counted && !phrase.amount.measure_named);
}

void add_to_name(std::string& name, std::vector<Spoken> const& words, std::string_view link) {
    name += link;
    for (auto const& word : words) {
        if (!name.empty())
            name += ' ';
        name += word.text;
    }
}

/// Completes an amount by what is said of it later; a lone number behind a verb may count anything.
void take_amount(Amount& amount, Amount const& more, bool lone) {
    if (!known(amount.millilitres) && !amount.weighed()) {
        amount.millilitres = more.millilitres;
        amount.grams = more.grams;
        amount.ounces = more.ounces;
    }
    if ((!amount.measure || amount.measure_named) && more.measure && !more.measure_named) {
        amount.measure = more.measure;
        amount.measure_named = false;
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

class Kitchen {
  public:
    explicit Kitchen(Answers& table) : table_(table) {}

    std::vector<Dish> sort(std::vector<Phrase> phrases) {
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            if (i + 1 < phrases.size() && hands_on(phrases[i], phrases[i + 1]))
                continue;
            if (auto const taken = take_list(phrases, i); taken > 0)
                i += taken - 1;
            else
                take(phrases[i]);
        }
        return std::move(dishes_);
    }

  private:
    /// "a bowl filled with rice": the bowl is the measure of what follows.
    static bool hands_on(Phrase const& vessel, Phrase& next) {
        if (!vessel.words.empty() || vessel.amount.dose ||
            !(vessel.amount.measure || vessel.amount.weighed()) || next.link != Link::part ||
            own_amount(next))
            return false;
        next.amount = vessel.amount;
        next.link = vessel.link;
        next.determined = true;
        next.from = vessel.from;
        return true;
    }

    /// "ham, noodle, and vegetable soup": a list without amounts that the table knows as one food. Returns
    /// how many phrases it took, 0 when they are no such list.
    std::size_t take_list(std::vector<Phrase>& phrases, std::size_t first) {
        std::size_t end = first + 1;
        while (end < phrases.size() && end - first <= longest_list && phrases[end].link == Link::joined &&
               !phrases[end].determined && !own_amount(phrases[end]) && !phrases[end].words.empty())
            ++end;
        if (end - first < shortest_list || end - first > longest_list || phrases[first].words.empty() ||
            phrases[first].link == Link::negated || phrases[first].amount.dose)
            return 0;
        Dish dish;
        for (std::size_t i = first; i < end; ++i) {
            add_to_name(dish.name, phrases[i].words, i == first ? "" : i + 1 == end ? " and" : ",");
            dish.words.insert(dish.words.end(), phrases[i].words.begin(), phrases[i].words.end());
        }
        dish.found = table_.to(dish.name);
        if (!table_.answers_all(dish.food(), dish.words) && !heads_list(phrases, first, end))
            return 0;
        phrases[first].words = std::move(dish.words);
        phrases[first].to = phrases[end - 1].to;
        take(phrases[first]);
        return end - first;
    }

    /// "a turkey, ham, and roast beef sandwich": the article belongs to the dish at the end, the rest is in
    /// it.
    bool heads_list(std::vector<Phrase> const& phrases, std::size_t first, std::size_t end) {
        Amount const& amount = phrases[first].amount;
        if (!amount.counted || (amount.numbered && !amount.measure))
            return false;
        for (std::size_t i = first; i < end; ++i) {
            Food const food = look_up(phrases[i].words);
            if (!(i + 1 == end ? table_.is_dish(food) : table_.is_part(food)))
                return false;
        }
        return true;
    }

    void take(Phrase& phrase) {
        bool const goes_on_negated =
            negated_ && phrase.link <= Link::part && !phrase.comma && !phrase.determined;
        negated_ = phrase.link == Link::negated || goes_on_negated;
        if (negated_)
            return leave_out(phrase);
        if (phrase.share)
            return take_share(phrase.amount.count);
        if (phrase.words.empty() && !phrase.amount.dose)
            return amount_alone(phrase);
        if (two_foods(phrase)) {
            Phrase second = second_food(phrase);
            take(phrase);
            return take(second);
        }
        if (!dishes_.empty() && !phrase.amount.dose && !dishes_.back().dose &&
            (said_again(phrase) || (phrase.link != Link::stop && joins(dishes_.back(), phrase))))
            return;
        Dish dish;
        dish.dose = phrase.amount.dose;
        dish.head = phrase.words.empty() ? 0 : phrase.words.back().key;
        dish.words = std::move(phrase.words);
        dish.amount = phrase.amount;
        dish.link = phrase.link;
        dish.determined = phrase.determined;
        dish.definite = phrase.definite;
        dish.weighed_behind = phrase.weighed_behind;
        dish.from = phrase.from;
        dish.to = phrase.to;
        if (!dish.dose) {
            add_to_name(dish.name, dish.words, "");
            dish.found = table_.to(dish.name);
            // "salmon fillet": the salmon is what must stay when parts join, whichever word stands last.
            auto const head = std::find_if(dish.words.rbegin(), dish.words.rend(), [&](Spoken const& word) {
                return table_.heads(dish.food(), word.key);
            });
            if (head != dish.words.rend())
                dish.head = head->key;
        }
        dishes_.push_back(std::move(dish));
    }

    /// "grilled cheese and tomato soup": the table has such names with "and" in them, but none that is all of
    /// this, while it has each half.
    bool two_foods(Phrase const& phrase) {
        auto const at = phrase.and_word;
        if (at == 0 || at + 1 >= phrase.words.size() || phrase.amount.weighed())
            return false;
        if (table_.said_together(phrase.words[at - 1].key, phrase.words[at].key)) // "mac n cheese"
            return false;
        std::vector<Spoken> const first(phrase.words.begin(),
                                        phrase.words.begin() + static_cast<std::ptrdiff_t>(at));
        std::vector<Spoken> const second(phrase.words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                         phrase.words.end());
        Food const both = look_up(phrase.words);
        if (table_.answers_all(both, first) && table_.answers_all(both, second))
            return false;
        return table_.answers_all(look_up(first), first) && table_.answers_all(look_up(second), second);
    }

    /// Takes what stands behind the "and" off the phrase.
    static Phrase second_food(Phrase& phrase) {
        Phrase second;
        auto const at = phrase.words.begin() + static_cast<std::ptrdiff_t>(phrase.and_word);
        second.link = Link::joined;
        second.words.assign(at + 1, phrase.words.end());
        second.from = phrase.and_at + 1;
        second.to = phrase.to;
        phrase.words.erase(at, phrase.words.end());
        phrase.to = phrase.and_at;
        phrase.and_word = 0;
        return second;
    }

    /// "without lettuce": the matcher knows which foods are said to have none.
    void leave_out(Phrase const& phrase) {
        if (dishes_.empty() || dishes_.back().dose || phrase.words.empty() || phrase.link == Link::stop)
            return;
        Dish& dish = dishes_.back();
        name_ = dish.name;
        add_to_name(name_, phrase.words, " without");
        auto const& found = table_.to(name_);
        if (!found.empty() && keeps(dish, found.front().food)) {
            dish.found = found;
            dish.name = name_;
        }
        dish.to = phrase.to;
    }

    /// The dish may be the other food: it stays of its kind and keeps its head.
    bool stays(Dish const& dish, Food food) const {
        if (food == no_food || (table_.is_dish(dish.food()) && !table_.is_dish(food)))
            return false; // an enchilada with sauce is no enchilada sauce
        return !table_.heads(dish.food(), dish.head) || table_.heads(food, dish.head);
    }

    /// It may, and the other food accounts for every word that the dish's food accounts for.
    bool keeps(Dish const& dish, Food food) const {
        return stays(dish, food) &&
               std::all_of(dish.words.begin(), dish.words.end(), [&](Spoken const& word) {
                   return !table_.answers(dish.food(), word) || table_.answers(food, word);
               });
    }

    /// "… and ate half of it": of the food named last.
    void take_share(Range const& share) {
        if (dishes_.empty())
            return;
        auto& of = dishes_.back().share;
        of = {of.low * share.low, of.mid * share.mid, of.high * share.high};
    }

    /// "…, 16.9 fl oz" and "in a 20 fl oz bottle" say how much of the food before.
    void amount_alone(Phrase const& phrase) {
        if (!dishes_.empty() && phrase.link != Link::stop)
            take_amount(dishes_.back().amount, phrase.amount, phrase.link == Link::verb);
    }

    /// "… in my tea", "… served as one sandwich": a food that was already named, by its head word.
    bool said_again(Phrase const& phrase) {
        bool const back = phrase.definite && !phrase.amount.weighed() && !phrase.amount.measure;
        auto const first = std::max<std::ptrdiff_t>(0, std::ssize(dishes_) - looked_back);
        for (auto at = dishes_.begin() + first; at != dishes_.end(); ++at) {
            Dish& dish = *at;
            bool const within = std::all_of(phrase.words.begin(), phrase.words.end(),
                                            [&](Spoken const& word) { return holds(dish.words, word.key); });
            bool const fewer = phrase.words.size() < dish.words.size();
            bool const described =
                phrase.amount.counted && !own_amount(phrase) && phrase.link >= Link::verb && fewer;
            bool const head = holds(phrase.words, dish.head) || described;
            bool const again = phrase.link == Link::verb || (phrase.link == Link::stop && fewer) ||
                               (phrase.link == Link::part && phrase.amount.counted &&
                                &dish == &dishes_.back() && head && fewer && !own_amount(phrase));
            if (!within || !(back || (again && head)))
                continue;
            take_amount(dish.amount, phrase.amount, false);
            return true;
        }
        return false;
    }

    /// Whether the phrase is part of the dish before it; then the dish takes it in.
    bool joins(Dish& dish, Phrase& phrase) {
        bool const in_list = phrase.link == Link::joined && dish.has_parts;
        bool const part = phrase.link == Link::part || in_list;
        bool const bare = !phrase.determined || phrase.definite;
        if (dish.words.size() + phrase.words.size() > most_words ||
            (own_amount(phrase) && !lies_in_or_on(dish, phrase)))
            return false;
        if (phrase.comma && !bare) { // "a Whopper, a hamburger": a second name of the same, by its kind
            bool const second_name = !holds(dish.words, phrase.words.back().key) &&
                                     table_.answers(dish.food(), phrase.words.back());
            if (second_name)
                absorb(dish, phrase, false);
            return second_name;
        }
        if (!part && !bare)
            return false;
        bool const said_how = table_.only_describe(phrase.words); // "chicken breast, skin not eaten"
        if (!said_how && table_.answers_all(dish.food(), phrase.words) &&
            (part || table_.answers_some(dish.food(), phrase.words))) {
            absorb(dish, phrase, part);
            return true;
        }
        name_ = dish.name;
        add_to_name(name_, phrase.words,
                    said_how                    ? ","
                    : phrase.either             ? " or"
                    : phrase.link == Link::part ? " with"
                                                : " and");
        std::vector<Candidate> const found = table_.to(name_);
        Food const joint = found.empty() ? no_food : found.front().food;
        bool const fits =
            keeps(dish, joint) && table_.answers_all(joint, phrase.words) &&
            table_.answers_some(joint, phrase.words) &&
            (dish.found.empty() || joint == dish.food() || table_.answers_some(joint, dish.words));
        if (!fits && !belongs(dish, phrase, part, bare))
            return false;
        bool const closer =
            stays(dish, joint) &&
            (!dish.amount.weighed() || dish.sure() < w.least_sure_to_keep ||
             table_.answers_some(joint, dish.words)) &&
            table_.answered(joint, dish.words) + table_.answered(joint, phrase.words) >=
                table_.answered(dish.food(), dish.words) + table_.answered(dish.food(), phrase.words);
        if (fits || closer || (phrase.either && table_.answers_some(joint, phrase.words))) {
            dish.found = found;
            dish.name = name_;
        }
        absorb(dish, phrase, part);
        return true;
    }

    /// "from a juice box", "on a slice of bread": an amount that is the dish's own or of what it lies on.
    bool lies_in_or_on(Dish& dish, Phrase const& phrase) {
        bool const where = phrase.on || phrase.in || phrase.place;
        bool const plain =
            !phrase.amount.numbered && !phrase.amount.weighed() && !known(phrase.amount.millilitres);
        if (!where || !plain)
            return false;
        if (phrase.measure_last)
            take_amount(dish.amount, phrase.amount, false);
        return phrase.measure_last || (!phrase.place && table_.is_dish(dish.food()));
    }

    /// Whether the phrase is part of the dish although the table has no food that is both.
    bool belongs(Dish& dish, Phrase const& phrase, bool part, bool bare) {
        bool const inside = phrase.inside || (phrase.link == Link::joined && dish.inside);
        bool const shares_weight = dish.amount.weighed() && !dish.weighed_behind &&
                                   ((part && !phrase.on) || (phrase.link == Link::joined && !phrase.comma));
        if (shares_weight || (phrase.measure_last && part) || (inside && bare && part) || phrase.either ||
            phrase.place)
            return true;
        if (bare && table_.only_describe(phrase.words))
            return true;
        if (part && table_.is_dish(dish.food())) {
            Food const alone = look_up(phrase.words);
            return (bare || phrase.on || phrase.in) &&
                   (table_.is_part(alone) || table_.of_one_kind(alone, dish.food()));
        }
        if (!phrase.comma)
            return false;
        // "corn snacks, Cheetos", "a hamburger, the classic Whopper": the closer name of the two.
        std::string name;
        add_to_name(name, phrase.words, "");
        auto const& alone = table_.to(name);
        if (alone.empty())
            return false;
        if (phrase.definite && !dish.definite && alone.front().sure > dish.sure())
            dish.found = alone;
        return alone.front().food == dish.food();
    }

    Food look_up(std::vector<Spoken> const& words) {
        std::string name;
        add_to_name(name, words, "");
        auto const& found = table_.to(name);
        return found.empty() ? no_food : found.front().food;
    }

    static void absorb(Dish& dish, Phrase const& phrase, bool part) {
        dish.words.insert(dish.words.end(), phrase.words.begin(), phrase.words.end());
        dish.has_parts |= part;
        dish.inside = phrase.link == Link::part ? phrase.inside : dish.inside;
        dish.to = phrase.to;
        dish.amount.sizes |= phrase.amount.sizes;
    }

    Answers& table_;
    std::vector<Dish> dishes_;
    bool negated_ = false; ///< the phrase before was
    std::string name_;
};

} // namespace

std::vector<Dish> dishes_of(std::vector<Phrase> phrases, Answers& table) {
    return Kitchen(table).sort(std::move(phrases));
}

} // namespace rheobase::diet
