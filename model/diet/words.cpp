#include "model/diet/words.hpp"

#include "model/diet/dishes.hpp"
#include "model/diet/plain_name.hpp"
#include "model/diet/portions.hpp"
#include "model/diet/word_weights.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

constexpr auto const& w = word_weights;

/// What the reading stands on; built once for the table compiled into the program.
struct Ground {
    Foods const& table;
    Vocabulary const& known;
    Naming const& naming;
    Measures const& measures;
};

class MealReader {
  public:
    MealReader(Ground const& ground, Answers& answers) : ground_(ground), answers_(answers) {}

    Diary read(std::string_view meal) {
        meal_ = meal;
        sentence_ = sentence_of(meal);
        auto phrases = phrases_of(sentence_, ground_.known);
        for (auto& phrase : phrases)
            for (auto& word : phrase.words)
                word.as = ground_.naming.understand(word.text);
        Diary diary;
        diary.format = "words";
        Host host;
        for (auto const& dish : dishes_of(std::move(phrases), answers_))
            report(dish, host, diary);
        report_other_letters(diary);
        diary.lines = diary.eaten.empty() && diary.unread.empty() ? 0 : 1;
        return diary;
    }

  private:
    /// The text as it was written.
    std::string source(Dish const& dish) const {
        if (dish.from >= dish.to || dish.from >= sentence_.size())
            return {};
        auto const first = sentence_.token(dish.from).source_from;
        auto const last = sentence_.token(std::min(dish.to, sentence_.size()) - 1).source_to;
        return std::string(meal_.substr(first, last - first));
    }

    /// Words in letters that are not read here (Greek, Cyrillic, Arabic, Chinese …) are named, not passed over.
    void report_other_letters(Diary& diary) const {
        constexpr unsigned first = 0xCE, signs = 0xE2, pictures = 0xEF; // lead bytes of UTF-8
        auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(meal_[i]); };
        for (std::size_t i = 0; i < meal_.size();) {
            auto const from = i;
            while (i < meal_.size() && byte(i) >= first && byte(i) < pictures && byte(i) != signs)
                for (++i; i < meal_.size() && byte(i) >= 0x80 && byte(i) < 0xC0;)
                    ++i;
            if (i > from)
                diary.unread.push_back({0, std::string(meal_.substr(from, i - from)),
                                        "these letters are not read here: write it in Latin letters"});
            else
                ++i;
        }
    }

    /// How sure a match must be to be taken for a food at all.
    double least_sure(Dish const& dish, bool claimed) const {
        // Words that stand bare behind a verb are mostly no food: "to top it off", "for dipping".
        bool const loose = !dish.determined && dish.link == Link::verb;
        auto const heads = [&](Spoken const& word) { return answers_.heads(dish.food(), word.key); };
        if (loose && !std::any_of(dish.words.begin(), dish.words.end(), heads)) {
            bool const written_so =
                std::any_of(dish.words.begin(), dish.words.end(), [&](Spoken const& word) {
                    return !word.as.mended && word.as.tells > w.tells_of_a_food &&
                           answers_.answers(dish.food(), word);
                });
            return written_so ? w.least_sure_of_loose_words : 1;
        }
        return claimed ? 0 : w.least_sure_unclaimed;
    }

    /// Which words the food accounts for: those it answers, and those that people say together with them.
    /// "Mushy peas" is one name for peas, and "chicken tikka masala" one for a curry.
    std::vector<bool> accounted_for(Dish const& dish) const {
        auto const& words = dish.words;
        std::vector<bool> yes(words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            yes[i] = answers_.answers(dish.food(), words[i]);
        for (std::size_t i = 1; i < words.size(); ++i)
            yes[i] = yes[i] || (yes[i - 1] && answers_.said_together(words[i - 1].key, words[i].key));
        for (std::size_t i = words.size(); i-- > 1;)
            yes[i - 1] = yes[i - 1] || (yes[i] && answers_.said_together(words[i - 1].key, words[i].key));
        return yes;
    }

    void report(Dish const& dish, Host& host, Diary& diary) const {
        if (dish.dose) {
            diary.unread.push_back({0, source(dish), "a supplement: list it under supplements"});
            return;
        }
        std::string left;
        bool claimed = false;
        auto const accounted = accounted_for(dish);
        for (std::size_t i = 0; i < dish.words.size(); ++i) {
            auto const& word = dish.words[i];
            claimed |= answers_.answers(dish.food(), word);
            if (!accounted[i] && !describes(word) && (word.odd || word.as.tells > w.tells_of_a_food))
                left += (left.empty() ? "" : " ") + std::string(word.text);
        }
        if (dish.found.empty() || dish.sure() < least_sure(dish, claimed)) {
            diary.unread.push_back({0, source(dish), "no food of the table has this name"});
            return;
        }
        auto const& table = ground_.table;
        if (!left.empty() && claimed)
            diary.unread.push_back({0, left,
                                    "these words say nothing of the food it was taken for: " +
                                        plain_name(table.name(dish.food()))});
        bool const addition = dish.link == Link::part && !dish.determined;
        auto const weight =
            weigh(table, ground_.measures, dish.food(), dish.amount, dish.words, addition ? &host : nullptr);
        double const grams = weight.grams.mid * dish.share.mid;
        double const energy = table.per_100_g(dish.food(), nutrient("energy_kcal")) * grams / 100;
        if (grams > w.most_grams || energy > w.most_energy) {
            diary.unread.push_back({0, source(dish), "nobody eats so much of it in a day: write the amount anew"});
            return;
        }
        // What follows with "with" goes on the last food that stood by itself.
        if (!addition)
            host = {dish.food(), weight.grams.mid, dish.amount.numbered ? dish.amount.count.mid : 1};
        Eaten eaten;
        eaten.text = source(dish);
        eaten.food = dish.food();
        eaten.grams = {weight.grams.low * dish.share.low, weight.grams.mid * dish.share.mid,
                       weight.grams.high * dish.share.high};
        eaten.sure = dish.sure() * weight.sure;
        eaten.runners_up.assign(dish.found.begin() + 1, dish.found.end());
        diary.eaten.push_back(std::move(eaten));
    }

    Ground const& ground_;
    Answers& answers_;
    Sentence sentence_;
    std::string_view meal_;
};

} // namespace

struct WordReader::Parts {
    Ground ground;
    Answers answers;
};

WordReader::WordReader()
    : parts_(std::make_unique<Parts>(
          Parts{{foods(), vocabulary(), naming(), measures()}, {foods(), vocabulary(), naming()}})) {}
WordReader::~WordReader() = default;
WordReader::WordReader(WordReader&&) noexcept = default;

Diary WordReader::read(std::string_view meal) {
    return MealReader(parts_->ground, parts_->answers).read(meal);
}

Diary read_words(std::string_view meal, Foods const& table) {
    if (&table == &foods()) {
        thread_local WordReader reader; // what it keeps changes how fast it answers, never what
        return reader.read(meal);
    }
    Vocabulary const known(table);
    Naming const naming_of_table(table, known);
    Measures const all(table);
    Ground const ground{table, known, naming_of_table, all};
    Answers answers(table, known, naming_of_table);
    return MealReader(ground, answers).read(meal);
}

} // namespace rheobase::diet
