// How much a phrase says: numbers, units, measures and sizes, and which of them are part of a food's name
// instead.
#include "model/diet/phrase_cutter.hpp"

#include <array>

namespace rheobase::diet {

bool Cutter::take_share() {
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

bool Cutter::take_times() {
    if (s_.token(at_).mark != 'x' || !s_.is_number(at_ + 1) ||
        (current_.words.empty() && !current_.amount.weighed() && !known(current_.amount.millilitres)))
        return false;
    current_.amount.take(Quantity{Range::exactly(s_.token(at_ + 1).value), at_ + 2});
    current_.determined = true;
    skip(2);
    return true;
}

bool Cutter::take_quantity() {
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

void Cutter::take_measured(Quantity const& q, Unit const& unit) {
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

void Cutter::take_article() {
    static constexpr std::array ones{word_key("a"), word_key("an"), word_key("another"), word_key("each")};
    if (!current_.words.empty())
        flush(Link::joined);
    if (std::find(ones.begin(), ones.end(), s_.key(at_)) != ones.end())
        current_.amount.counted = true;
    else
        current_.definite = true;
    current_.determined = true;
    skip();
}

void Cutter::take_size() {
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

void Cutter::set_measure(std::size_t i) {
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

void Cutter::take_measure() {
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

} // namespace rheobase::diet
