#include "model/diet/phrases.hpp"

#include "model/diet/measure_words.rows.hpp"
#include "model/diet/name_places.hpp"
#include "model/diet/plain_words.rows.hpp"
#include "model/diet/sayings.rows.hpp"

#include <algorithm>
#include <array>

namespace rheobase::diet {

namespace {

constexpr std::size_t most_words = 24; ///< no food's name is longer; a text without marks stays linear

class Cutter {
  public:
    Cutter(Sentence const& sentence, Vocabulary const& known) : s_(sentence), known_(known), places_(sentence, known) {}

    std::vector<Phrase> cut() {
        while (at_ < s_.size())
            step();
        flush(Link::stop);
        return std::move(phrases_);
    }

  private:
    MeasureWordsRow const& measure_row(std::size_t i) const { return measure_words_rows[s_.meanings[i].row]; }
    std::size_t words_at(std::size_t i) const { return std::max<std::size_t>(1, s_.meanings[i].words); }

    LastWord last() const { return {last_key(), last_token_}; }
    WordKey last_key() const { return current_.words.empty() ? 0 : current_.words.back().key; }

    /// "a large, decadent cookie", "a soft and fluffy roll": the amount waits for its food.
    bool waits() const {
        return current_.words.empty() && !current_.on && !current_.in &&
               current_.amount.says_only_count_or_size();
    }

    void flush(Link next) {
        if (!current_.words.empty() || !current_.amount.says_nothing() || current_.amount.dose) {
            current_.to = at_;
            phrases_.push_back(std::move(current_));
            current_ = {};
            current_.link = next;
        } else {
            // Nothing stood between two links: the stronger holds.
            bool const either = current_.either;
            bool const inside = current_.inside;
            Link const before = current_.link;
            current_ = {};
            current_.link = std::max(before, next);
            if (before == Link::verb && next == Link::part)
                current_.link = Link::part;
            if (before == Link::stop && next == Link::part && phrases_.empty())
                current_.link = Link::stop;
            current_.either = either && next == Link::part;
            current_.inside = inside && next <= Link::part;
        }
        current_.from = at_;
    }

    void skip(std::size_t tokens = 1) { at_ += tokens; }

    void link(Link next) {
        flush(next);
        skip(words_at(at_));
        current_.from = at_;
    }

    void link_part(bool Phrase::* how) {
        link(Link::part);
        current_.*how = true;
    }

    void add_word(std::string_view text, WordKey key, bool odd) {
        if (current_.words.size() >= most_words)
            flush(Link::joined);
        current_.words.push_back({text, key, odd, false, {}});
        last_token_ = at_;
    }

    void take_content() {
        auto const& token = s_.token(at_);
        auto const text = s_.tokens.text(token);
        bool const odd = !known_.knows(token.key);
        // "a pint of Guinness": what a measure holds is no ornament.
        bool const held = current_.words.empty() && at_ > 0 && s_.role(at_ - 1) == Speech::of;
        if (!(odd && decorates(text)) || held)
            add_word(text, token.key, odd);
        skip();
    }

    void step() {
        auto const& token = s_.token(at_);
        if (token.kind == Token::Kind::mark)
            return take_mark(token.mark);
        if (token.picture == Token::Picture::first && !current_.words.empty()) {
            if (s_.token(last_token_).picture == Token::Picture::none) { // "a banana" and its picture behind it
                do
                    skip();
                while (at_ < s_.size() && s_.token(at_).picture == Token::Picture::further);
                return;
            }
            flush(Link::joined);
        }
        if (take_share() || take_saying() || take_times() || take_quantity())
            return;
        if (token.kind == Token::Kind::number) {
            add_word(s_.tokens.text(token), token.key, false);
            return skip();
        }
        switch (s_.role(at_)) {
        case Speech::content:
        case Speech::number:
        case Speech::saying: take_content(); break;
        case Speech::unit:
            if (Unit const unit = unit_at(s_, at_);
                current_.words.empty() && current_.amount.counted && !current_.amount.weighed())
                take_measured({Range::exactly(1), at_}, unit);
            else
                take_content();
            break;
        case Speech::measure: take_measure(); break;
        case Speech::size: take_size(); break;
        case Speech::article:
            take_article();
            break;
        case Speech::of: skip(); break;
        case Speech::joins_and:
            take_and();
            break;
        case Speech::joins_or:
            link_part(&Phrase::either);
            break;
        case Speech::joins_with:
        case Speech::joins_made:
            take_with();
            break;
        case Speech::joins_in:
            link_part(plain_words_rows[s_.meanings[at_].row].role == "on" ? &Phrase::on : &Phrase::in);
            break;
        case Speech::joins_from:
            link_part(&Phrase::place);
            break;
        case Speech::beside:
            link(Link::beside);
            break;
        case Speech::negates:
            if (at_ + 1 < s_.size() && s_.token(at_ + 1).glued && places_.content_at(at_ + 1)) // "no-bake cookie"
                take_content();
            else
                link(Link::negated);
            break;
        case Speech::meal:
            if (places_.word_of_a_name(at_, last())) {
                take_content();
            } else {
                bool const skipped =
                    current_.link == Link::negated && current_.words.empty(); // "I skipped breakfast"
                link(Link::verb);
                if (skipped)
                    current_.link = Link::stop;
            }
            break;
        case Speech::stop: {
            bool const of_something =
                current_.words.empty() && (current_.amount.measure || current_.amount.weighed());
            if (of_something && s_.tokens.text(token).ends_with("ed") &&
                places_.content_at(at_ + 1)) // "a cup of popped corn"
                return take_content();
            bool const infinitive = s_.key(at_) == word_key("to");
            link(Link::verb);
            if (infinitive && s_.role(at_) == Speech::content && at_ < s_.size() && s_.keys[at_])
                skip(); // "to stay hydrated", "to melt on top"
            break;
        }
        case Speech::turn:
            link(Link::stop);
            current_.link = Link::stop;
            break;
        case Speech::filler:
            skip(words_at(at_));
            break;
        case Speech::soft:
            if (places_.word_of_a_name(at_, last()) || (s_.tokens.text(token).ends_with('s') &&
                                   !plain_words_rows[s_.meanings[at_].row].word.ends_with('s')))
                take_content();
            else
                skip();
            break;
        }
    }

    void take_mark(char mark) {
        if (mark == '.') {
            flush(Link::stop);
        } else if (mark == ',' && !waits()) {
            bool const began = current_.words.empty();
            flush(current_.link == Link::negated && current_.words.empty() ? Link::negated : Link::joined);
            current_.comma = !began;
        }
        skip();
        if (current_.words.empty() && current_.amount.says_nothing())
            current_.from = at_;
    }

    bool take_saying() {
        if (s_.role(at_) != Speech::saying)
            return false;
        auto const& row = sayings_rows[s_.meanings[at_].row];
        if (row.names == "foods")
            return take_foods(row.meant);
        std::string_view meant = row.meant;
        // Its words belong to the food that was just named, whatever stands between.
        if (current_.words.empty() && !phrases_.empty() && !current_.amount.counted &&
            current_.link != Link::stop)
            current_.link = Link::part;
        auto const words = words_at(at_);
        while (!meant.empty()) {
            auto const to = std::min(meant.find(' '), meant.size());
            auto const word = meant.substr(0, to);
            add_word(word, word_key(word), false);
            current_.words.back().saying = true;
            meant.remove_prefix(std::min(to + 1, meant.size()));
        }
        skip(words);
        last_token_ = at_ - 1;
        return true;
    }

    /// "half of it": said of the food that was just named.
    bool take_share() {
        Quantity const share = places_.share_at(at_);
        if (share.end == at_)
            return false;
        flush(Link::joined);
        current_.share = true;
        current_.amount.take(share);
        at_ = share.end;
        flush(Link::joined);
        return true;
    }

    /// "rice cakes x 4": how often, behind the food.
    bool take_times() {
        if (s_.token(at_).mark != 'x' || !s_.is_number(at_ + 1) ||
            (current_.words.empty() && !current_.amount.weighed() && !known(current_.amount.millilitres)))
            return false;
        current_.amount.take(Quantity{Range::exactly(s_.token(at_ + 1).value), at_ + 2});
        current_.determined = true;
        skip(2);
        return true;
    }

    /// "fish and chips" are two foods, and its chips are fries: each is a phrase of its own.
    bool take_foods(std::string_view meant) {
        auto const words = words_at(at_);
        if (!current_.words.empty())
            flush(Link::joined);
        while (!meant.empty()) {
            auto const to = std::min(meant.find(' '), meant.size());
            auto const word = meant.substr(0, to);
            meant.remove_prefix(std::min(to + 1, meant.size()));
            if (word != "and") {
                add_word(word, word_key(word), false);
                continue;
            }
            current_.to = at_ + words;
            phrases_.push_back(std::move(current_));
            current_ = {};
            current_.link = Link::beside;
            current_.from = at_;
        }
        skip(words);
        last_token_ = at_ - 1;
        return true;
    }

    bool take_quantity() {
        if (places_.number_of_a_name(at_, last(), current_.amount.counted || current_.amount.weighed()))
            return false;
        Quantity const q = quantity_at(s_, at_);
        if (q.end == at_)
            return false;
        Unit const unit = unit_at(s_, q.end);
        if (unit.end > q.end) {
            take_measured(q, unit);
            return true;
        }
        bool const more_follows = q.end < s_.size() && s_.token(q.end).kind == Token::Kind::word;
        if (!current_.words.empty() && (more_follows || current_.amount.counted))
            flush(Link::joined);
        current_.amount.take(q);
        current_.determined = true;
        at_ = q.end;
        if (at_ < s_.size() && s_.token(at_).mark == 'x') // two x 330 ml
            skip();
        return true;
    }

    void take_measured(Quantity const& q, Unit const& unit) {
        bool const mass = unit.kind == "mass";
        bool const volume = unit.kind == "volume";
        if (!current_.words.empty() && (mass || volume)) {
            bool const has_one = current_.amount.weighed() || known(current_.amount.millilitres);
            if (has_one || places_.content_at(unit.end) || s_.role(unit.end) == Speech::of)
                flush(Link::joined);
        }
        current_.weighed_behind |= mass && !current_.words.empty();
        current_.amount.take(q, unit);
        if (mass || volume)
            current_.determined = true;
        at_ = unit.end;
    }

    void take_article() {
        static constexpr std::array ones{word_key("a"), word_key("an"), word_key("another"),
                                         word_key("each")};
        if (!current_.words.empty())
            flush(Link::joined);
        if (std::find(ones.begin(), ones.end(), s_.key(at_)) != ones.end())
            current_.amount.counted = true;
        else
            current_.definite = true;
        current_.determined = true;
        skip();
    }

    void take_size() {
        static Sizes const any = size_called("any");
        auto const words = words_at(at_);
        if (sizes_of(s_.meanings[at_]) == any)
            return take_content();
        current_.amount.sizes |= sizes_of(s_.meanings[at_]);
        if (words == 1 && places_.word_of_a_name(at_, last()) &&
            is(s_.role(at_ + 1), {Speech::content, Speech::meal, Speech::measure}))
            return take_content();
        skip(words);
    }

    void set_measure(std::size_t i) {
        if (current_.amount.measure && !current_.amount.measure_named && !current_.words.empty())
            flush(Link::joined);
        auto const& row = measure_row(i);
        current_.amount.serving |= row.measure == "serving";
        current_.amount.dose |= row.kind == "dose";
        current_.amount.take(s_.meanings[i], false);
        skip(words_at(i));
        if (s_.is_mark(at_, '.') && at_ + 1 < s_.size() && row.word.size() <= std::string_view("tbsp").size())
            skip();
    }

    void take_measure() {
        auto const& row = measure_row(at_);
        auto const next = at_ + words_at(at_);
        bool const of = s_.role(next) == Speech::of && next < s_.size();
        bool const vote_only = row.kind == "cut";
        if (row.kind == "unit")
            return take_content();
        if (row.kind == "dose")
            return set_measure(at_);
        if (row.kind == "symbol" && !current_.amount.numbered) // a bare "c" is a letter
            return take_content();
        if (vote_only || (row.kind == "shape" && !of)) {
            if (!current_.amount.measure)
                current_.amount.take(s_.meanings[at_], true);
            return take_content();
        }
        if (of && known_.neighbours(last_key(), s_.key(at_)) && known_.neighbours(s_.key(at_), s_.key(next)))
            return take_content(); // Honey Bunches of Oats
        if (row.kind == "vague" && !of && row.measure != "serving") {
            if (places_.word_of_a_name(at_, last()))
                return take_content();
            if (row.measure != "handful")
                return skip();
        }
        // "peanut butter cup" is a name, "a cup of peanut butter" and "juice box" are measures.
        if (!of && !current_.words.empty() && known_.neighbours(last_key(), s_.key(at_)) &&
            last_token_ + 1 == at_ && row.kind == "vessel" && row.measure != "box" && row.measure != "can" &&
            row.measure != "bottle") {
            current_.amount.take(s_.meanings[at_], true);
            return take_content();
        }
        current_.measure_last = !of && !current_.words.empty();
        set_measure(at_);
    }

    /// "macaroni and cheese" stands in the table with its "and".
    void take_and() {
        if (double const more = and_a_half(s_, at_); more > 0) {
            auto const end = at_ + 3;
            if (!places_.content_at(end) && (current_.amount.counted || !current_.words.empty())) {
                auto& count = current_.amount.count;
                count = {count.low + more, count.mid + more, count.high + more};
                current_.amount.counted = current_.amount.numbered = true;
                return skip(3);
            }
        }
        WordKey const before = last_key();
        WordKey const next = s_.key(at_ + 1);
        if (places_.content_at(at_ + 1) && known_.follow(before, word_key("and"), next)) {
            auto const& token = s_.token(at_);
            current_.and_word = current_.words.size();
            current_.and_at = at_;
            add_word(s_.tokens.text(token), token.key, false);
            return skip();
        }
        if (waits())
            return skip();
        link(Link::joined);
    }

    /// "filled with ham" joins; "cream-filled", "stuffed peppers" and "mixed nuts" are names.
    void take_with() {
        bool const joins = is(s_.role(at_ + 1),
                              {Speech::joins_with, Speech::joins_made, Speech::joins_in, Speech::joins_from});
        bool const glued = s_.token(at_).glued && last_token_ + 1 == at_ && !current_.words.empty();
        bool const participle = s_.tokens.text(s_.token(at_)).ends_with("ed");
        if (words_at(at_) == 1 && !joins && participle && (glued || (places_.content_at(at_ + 1) && places_.word_of_a_name(at_, last()))))
            return take_content();
        bool const made = s_.role(at_) == Speech::joins_made;
        link(Link::part);
        current_.inside |= made;
    }

    Sentence const& s_;
    Vocabulary const& known_;
    NamePlaces places_;
    std::vector<Phrase> phrases_;
    Phrase current_;
    std::size_t at_ = 0;
    std::size_t last_token_ = static_cast<std::size_t>(-2);
};

} // namespace

std::vector<Phrase> phrases_of(Sentence const& sentence, Vocabulary const& known) {
    return Cutter(sentence, known).cut();
}

} // namespace rheobase::diet
