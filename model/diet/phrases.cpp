#include "model/diet/phrases.hpp"

#include "model/diet/phrase_cutter.hpp"
#include "model/diet/plain_words.rows.hpp"
#include "model/diet/sayings.rows.hpp"

#include <array>

namespace rheobase::diet {

namespace {

constexpr std::size_t most_words = 24; ///< no food's name is longer; a text without marks stays linear

} // namespace

std::vector<Phrase> Cutter::cut() {
    while (at_ < s_.size())
        step();
    flush(Link::stop);
    return std::move(phrases_);
}

bool Cutter::waits() const {
    return current_.words.empty() && !current_.on && !current_.in &&
           current_.amount.says_only_count_or_size();
}

void Cutter::flush(Link next) {
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

void Cutter::link(Link next) {
    flush(next);
    skip(words_at(at_));
    current_.from = at_;
}

void Cutter::link_part(bool Phrase::*how) {
    link(Link::part);
    current_.*how = true;
}

void Cutter::add_word(std::string_view text, WordKey key, bool odd) {
    if (current_.words.size() >= most_words)
        flush(Link::joined);
    current_.words.push_back({text, key, odd, false, {}});
    last_token_ = at_;
}

void Cutter::take_content() {
    auto const& token = s_.token(at_);
    auto const text = s_.tokens.text(token);
    bool const odd = !known_.knows(token.key);
    // "a pint of Guinness": what a measure holds is no ornament.
    bool const held = current_.words.empty() && at_ > 0 && s_.role(at_ - 1) == Speech::of;
    if (!(odd && decorates(text)) || held)
        add_word(text, token.key, odd);
    skip();
}

void Cutter::step() {
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
    case Speech::saying:
        take_content();
        break;
    case Speech::unit:
        if (Unit const unit = unit_at(s_, at_);
            current_.words.empty() && current_.amount.counted && !current_.amount.weighed())
            take_measured({Range::exactly(1), at_}, unit);
        else
            take_content();
        break;
    case Speech::measure:
        take_measure();
        break;
    case Speech::size:
        take_size();
        break;
    case Speech::article:
        take_article();
        break;
    case Speech::of:
        skip();
        break;
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
        if (places_.word_of_a_name(at_, last()) ||
            (s_.tokens.text(token).ends_with('s') &&
             !plain_words_rows[s_.meanings[at_].row].word.ends_with('s')))
            take_content();
        else
            skip();
        break;
    }
}

void Cutter::take_mark(char mark) {
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

bool Cutter::take_saying() {
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

bool Cutter::take_foods(std::string_view meant) {
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

void Cutter::take_and() {
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

void Cutter::take_with() {
    bool const joins =
        is(s_.role(at_ + 1), {Speech::joins_with, Speech::joins_made, Speech::joins_in, Speech::joins_from});
    bool const glued = s_.token(at_).glued && last_token_ + 1 == at_ && !current_.words.empty();
    bool const participle = s_.tokens.text(s_.token(at_)).ends_with("ed");
    if (words_at(at_) == 1 && !joins && participle &&
        (glued || (places_.content_at(at_ + 1) && places_.word_of_a_name(at_, last()))))
        return take_content();
    bool const made = s_.role(at_) == Speech::joins_made;
    link(Link::part);
    current_.inside |= made;
}

std::vector<Phrase> phrases_of(Sentence const& sentence, Vocabulary const& known) {
    return Cutter(sentence, known).cut();
}

} // namespace rheobase::diet
