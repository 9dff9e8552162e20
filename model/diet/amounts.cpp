#include "model/diet/amounts.hpp"

#include "model/diet/number_words.rows.hpp"
#include "model/diet/unit_words.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

constexpr WordKey dozen = word_key("dozen");
constexpr WordKey hundred = word_key("hundred");

NumberWordsRow const& number_row(Sentence const& s, std::size_t at) {
    return number_words_rows[s.meanings[at].row];
}

bool indefinite(Sentence const& s, std::size_t at) {
    constexpr WordKey a = word_key("a"), an = word_key("an"), the = word_key("the");
    return s.key(at) == a || s.key(at) == an || s.key(at) == the;
}

void add(Range& sum, double more) {
    sum.low += more;
    sum.mid += more;
    sum.high += more;
}

void multiply(Range& product, double by) {
    product.low *= by;
    product.mid *= by;
    product.high *= by;
}

/// A fraction at a place: a half, 1/4, quarter; 0 when there is none.
double fraction_at(Sentence const& s, std::size_t at) {
    double value = 0;
    if (s.is_number(at))
        value = s.token(at).value;
    else if (s.role(at) == Speech::number)
        value = number_row(s, at).mid;
    return value > 0 && value < 1 ? value : 0;
}

/// One number, in digits or words: 12, twenty-five, half a dozen, two hundred.
Quantity plain_number(Sentence const& s, std::size_t at) {
    Quantity q{Range::exactly(1), at};
    if (s.is_number(at)) {
        q = {Range::exactly(s.token(at).value), at + 1};
    } else if (s.role(at) == Speech::number && at < s.size()) {
        auto const& row = number_row(s, at);
        q = {{row.low, row.mid, row.high}, at + 1};
    } else {
        return q;
    }
    constexpr double least_tens = 20;
    constexpr double first_two_digits = 10;
    while (s.role(q.end) == Speech::number && q.end < s.size()) {
        auto const& row = number_row(s, q.end);
        if (s.key(q.end) == dozen || s.key(q.end) == hundred)
            multiply(q.count, row.mid);
        else if (q.count.mid >= least_tens && row.mid < first_two_digits && row.mid >= 1)
            add(q.count, row.mid);
        else
            break;
        ++q.end;
    }
    // "half a dozen"
    if (q.count.mid < 1 && indefinite(s, q.end) && s.key(q.end + 1) == dozen) {
        multiply(q.count, number_row(s, q.end + 1).mid);
        q.end += 2;
    }
    return q;
}

} // namespace

Sentence sentence_of(std::string_view text) {
    Sentence s;
    s.tokens = tokens_of(text);
    s.keys.reserve(s.tokens.all.size());
    s.meanings.resize(s.tokens.all.size());
    for (auto const& token : s.tokens.all)
        s.keys.push_back(token.kind == Token::Kind::word ? token.key : 0);
    for (std::size_t i = 0; i < s.keys.size(); ++i)
        if (s.keys[i])
            s.meanings[i] = meaning_of(std::span(s.keys).subspan(i));
    return s;
}

Quantity quantity_at(Sentence const& s, std::size_t at) {
    // "a couple", "a dozen", "a half": the number is the second word. "a single" is one.
    std::size_t start = at;
    if (indefinite(s, at) && s.role(at + 1) == Speech::number && at + 1 < s.size())
        start = at + 1;
    Quantity q = plain_number(s, start);
    if (q.end == start)
        return {Range::exactly(1), at};

    if (q.count.mid < 1 && s.role(q.end) == Speech::of) // half of an apple, half an apple
        ++q.end;
    if (q.count.mid < 1 && indefinite(s, q.end))
        ++q.end;
    bool const whole = q.count.mid >= 1;
    if (double const part = fraction_at(s, q.end); whole && part > 0 && s.is_number(q.end)) { // 1 1/2
        add(q.count, part);
        ++q.end;
    } else if (s.role(q.end) == Speech::joins_and && whole) { // one and a half
        auto const next = indefinite(s, q.end + 1) ? q.end + 2 : q.end + 1;
        double const more = fraction_at(s, next);
        if (more > 0 && (next > q.end + 1 || s.is_number(next))) {
            add(q.count, more);
            q.end = next + 1;
        }
    }
    constexpr WordKey to = word_key("to");
    bool const range = s.is_mark(q.end, '-') || s.key(q.end) == to || s.role(q.end) == Speech::joins_or;
    if (range && q.end + 1 < s.size()) {
        Quantity const other = plain_number(s, q.end + 1);
        if (double const part = fraction_at(s, q.end + 1);
            s.is_mark(q.end, '-') && whole && part > 0 && s.is_number(q.end + 1)) {
            add(q.count, part); // 2-1/2
            q.end += 2;
        } else if (other.end > q.end + 1 && other.count.mid > q.count.mid)
            q = {{q.count.low, (q.count.mid + other.count.mid) / 2, other.count.high}, other.end};
        else if (s.is_mark(q.end, '-'))
            ++q.end;
    }
    return q;
}

double and_a_half(Sentence const& s, std::size_t at) {
    return s.role(at) == Speech::joins_and && indefinite(s, at + 1) && s.role(at + 2) == Speech::number &&
                   at + 2 < s.size()
               ? fraction_at(s, at + 2)
               : 0;
}

Unit unit_at(Sentence const& s, std::size_t at) {
    Unit unit;
    unit.end = at;
    if (at >= s.size() || s.role(at) != Speech::unit)
        return unit;
    auto const& row = unit_words_rows[s.meanings[at].row];
    unit.kind = row.kind;
    unit.per_one = row.per_one;
    unit.ounces = row.word == "oz" || row.word == "ounce";
    unit.end = at + s.meanings[at].words;
    if (s.is_mark(unit.end, '.') && unit.end + 1 < s.size()) // "oz.", unless a sentence ends here
        ++unit.end;
    return unit;
}

void Amount::take(Quantity const& q) {
    if (counted && measure && !measure_named) // a package of two
        within = q.count.mid;
    else if (numbered) // two 3-packs
        count = {count.low * q.count.low, count.mid * q.count.mid, count.high * q.count.high};
    else
        count = q.count;
    counted = true;
    numbered |= !known(within);
}

void Amount::take(Quantity const& q, Unit const& unit) {
    double const size = q.count.mid * unit.per_one;
    if (unit.kind == "mass")
        grams = size, ounces = unit.ounces;
    else if (unit.kind == "volume")
        millilitres = size;
    else if (unit.kind == "length")
        centimetres = size;
    else if (unit.kind == "dose")
        dose = true;
}

void Amount::take(Meaning measure_said, bool as_name) {
    measure = measure_of(measure_said);
    measure_word = measure_said;
    measure_named = as_name;
}

} // namespace rheobase::diet
