#include "model/diet/name_places.hpp"

#include <algorithm>
#include <array>

namespace rheobase::diet {

bool NamePlaces::content_at(std::size_t i) const {
    if (i >= s_.size() || s_.token(i).kind != Token::Kind::word)
        return false;
    auto const role = s_.role(i);
    return is(role, {Speech::content, Speech::soft, Speech::size, Speech::measure, Speech::saying}) ||
           (role == Speech::meal && known_.neighbours(s_.key(i), s_.key(i + 1)));
}

bool NamePlaces::word_of_a_name(std::size_t i, LastWord last) const {
    WordKey const before = i > 0 && i == last.at + 1 ? s_.key(i - 1) : 0;
    bool const joined =
        s_.role(i + 1) == Speech::joins_and && known_.follow(s_.key(i), word_key("and"), s_.key(i + 2));
    bool const goes_on = joined || is(s_.role(i + 1), {Speech::content, Speech::soft, Speech::size,
                                                       Speech::measure, Speech::meal});
    return known_.neighbours(last.key, s_.key(i)) || known_.neighbours(before, s_.key(i)) ||
           (goes_on && known_.neighbours(s_.key(i), s_.key(i + 1)));
}

bool NamePlaces::number_of_a_name(std::size_t i, LastWord last, bool amount_said) const {
    WordKey const key = s_.token(i).key;
    if (s_.role(i) == Speech::number && i == last.at + 1 && known_.neighbours(last.key, key))
        return true;
    // "a quarter pounder": the article counts, the quarter does not.
    static constexpr std::array articles{word_key("a"), word_key("an"), word_key("the")};
    if (std::find(articles.begin(), articles.end(), s_.key(i)) != articles.end() &&
        s_.key(i + 1) == word_key("quarter") && s_.role(i + 2) == Speech::content)
        return known_.neighbours(s_.key(i + 1), s_.key(i + 2));
    if (s_.role(i + 1) != Speech::content || !known_.neighbours(key, s_.key(i + 1)))
        return false;
    if (s_.is_number(i)) // 100 Grand, 3 Musketeers
        return amount_said;
    return s_.role(i) == Speech::number && key != word_key("one") && key != word_key("two");
}

Quantity NamePlaces::share_at(std::size_t i) const {
    static constexpr std::array back{word_key("it"), word_key("them"), word_key("that"), word_key("this")};
    Quantity share = quantity_at(s_, i);
    bool const of_it = share.end > i && share.end < s_.size() && share.count.mid < 1 &&
                       s_.role(share.end - 1) == Speech::of &&
                       std::find(back.begin(), back.end(), s_.key(share.end)) != back.end() &&
                       !content_at(share.end + 1);
    share.end = of_it ? share.end + 1 : i;
    return share;
}

} // namespace rheobase::diet
