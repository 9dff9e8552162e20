#include "model/diet/portions.hpp"

#include "model/diet/group_roles.rows.hpp"
#include "model/diet/measure_words.rows.hpp"
#include "model/diet/portion_weights.rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

namespace rheobase::diet {

namespace {

constexpr auto const& w = portion_weights;

MeasureWordsRow const& row_of(Meaning meaning) {
    return measure_words_rows[meaning.row];
}

/// The row that names a measure by its own name.
MeasureWordsRow const* row_of(int measure) {
    static std::vector<MeasureWordsRow const*> const rows = [] {
        std::vector<MeasureWordsRow const*> first;
        for (std::size_t i = 0; i < measure_words_rows.size(); ++i) {
            Meaning const meaning{Speech::measure, 1, static_cast<std::uint16_t>(i)};
            if (static_cast<std::size_t>(measure_of(meaning)) > first.size())
                first.push_back(&measure_words_rows[i]);
        }
        return first;
    }();
    return measure ? rows[static_cast<std::size_t>(measure) - 1] : nullptr;
}

Range spread(double grams, double share) {
    return {grams * (1 - share), grams, grams * (1 + share)};
}

Range times(Range const& count, Range const& each) {
    return {count.low * each.low, count.mid * each.mid, count.high * each.high};
}

/// What one sentence asks of a food's portions, and the judging of them.
class Choice {
  public:
    Choice(Foods const& table, Measures const& measures, Food food, Amount const& amount,
           std::span<Spoken const> words)
        : table_(table), measures_(measures), food_(food), amount_(amount), words_(words) {
        for (int i = 0; i < table.portion_count(food); ++i)
            if (measures.of(food, i).usual)
                usual_ = table.portion(food, i).grams;
    }

    Weight weigh(Host const* host) const {
        if (amount_.weighed())
            return weighed();
        if (known(amount_.millilitres))
            return poured(amount_.millilitres);
        if (amount_.serving) {
            if (amount_.sizes)
                if (auto const own = best(w.least_without); own >= 0)
                    return counted(own, w.own_spread);
            return {times(amount_.count, unsaid(usual())), w.unsaid_sure};
        }
        if (amount_.measure)
            if (auto const own = best(w.least_with_measure); own >= 0)
                return counted(own, w.own_spread);
        if (amount_.measure && !amount_.measure_named)
            return measured();
        if (host && !amount_.counted)
            if (double const grams = guideline(*host); known(grams))
                return {unsaid(grams), w.unsaid_sure};
        if (amount_.counted || amount_.sizes)
            if (auto const own = best(w.least_without); own >= 0)
                return counted(own, amount_.sizes ? w.own_spread : w.size_unsaid_spread);
        double const grams = usual();
        if (!amount_.counted)
            return {unsaid(grams), w.unsaid_sure};
        return {times(amount_.count, spread(grams, w.generic_spread)), w.unsaid_sure};
    }

  private:
    static Range unsaid(double grams) { return {grams * w.unsaid_low, grams, grams * w.unsaid_high}; }

    double usual() const {
        if (known(usual_))
            return usual_;
        for (int i = 0; i < table_.portion_count(food_); ++i) {
            auto const portion = table_.portion(food_, i);
            if (!measures_.of(food_, i).guideline)
                return portion.grams / portion.amount;
        }
        return w.usual_without_portions;
    }

    /// What usually goes on or into so much of the host. Milk in coffee is no measure of milk on cornflakes.
    double guideline(Host const& host) const {
        double of_others = unknown;
        for (int i = 0; i < table_.portion_count(food_); ++i)
            if (auto const& measure = measures_.of(food_, i); measure.guideline) {
                if (double const times = how_often(measure.per, host); known(times))
                    return times * table_.portion(food_, i).grams;
                of_others = w.addition_share * usual();
            }
        return of_others;
    }

    double how_often(Measure::Per per, Host const& host) const {
        using Per = Measure::Per;
        if (per == Per::whole || host.food == no_food)
            return 1;
        if (per == Per::slice)
            return host.count;
        auto const group = table_.group(host.food);
        bool const cereal =
            std::any_of(group_roles_rows.begin(), group_roles_rows.end(),
                        [&](auto const& row) { return row.group == group && row.role == "hot_cereal"; });
        if (cereal != (per == Per::cup_of_cereal))
            return unknown;
        for (int i = 0; i < table_.portion_count(host.food); ++i) {
            auto const portion = table_.portion(host.food, i);
            bool const fits = portion.measure == (cereal ? "1 cup" : "1 fl oz") ||
                              portion.measure == (cereal ? "1 cup, cooked" : "fl oz");
            if (fits && portion.grams > 0)
                return host.grams / portion.grams;
        }
        return unknown;
    }

    /// Grams a millilitre, from the portion that says it best.
    double density() const {
        double from_cup = unknown;
        for (int i = 0; i < table_.portion_count(food_); ++i) {
            auto const& measure = measures_.of(food_, i);
            auto const portion = table_.portion(food_, i);
            double const each = portion.grams / (portion.amount * measure.count);
            if (measure.guideline || measure.usual)
                continue;
            if (known(measure.millilitres) && measure.measures.empty())
                return each / (measure.millilitres / measure.count);
            if (measure.measures.size() == 1 && !known(from_cup))
                if (auto const* row = row_of(measure.measures.front());
                    row->kind == "vessel" && known(row->millilitres)) {
                    if (row->measure == "cup" || row->measure == "tablespoon" || row->measure == "teaspoon")
                        from_cup = each / row->millilitres;
                }
        }
        return from_cup;
    }

    bool is_drink() const {
        for (int i = 0; i < table_.portion_count(food_); ++i) {
            auto const& measure = measures_.of(food_, i);
            if (known(measure.millilitres) && measure.measures.empty() && !measure.guideline)
                return true;
        }
        return false;
    }

    Weight weighed() const {
        // Twelve ounces of a drink are fluid ounces.
        if (amount_.ounces && is_drink())
            return poured(amount_.grams * w.millilitres_a_gram_of_ounces);
        return {times(amount_.count, spread(amount_.grams, w.weighed_spread)), w.own_sure};
    }

    Weight poured(double millilitres) const {
        for (int i = 0; i < table_.portion_count(food_); ++i) {
            auto const& measure = measures_.of(food_, i);
            if (known(measure.millilitres) && !measure.guideline &&
                std::abs(measure.millilitres / millilitres - 1) < w.volume_tolerance)
                return counted(i, w.own_spread);
        }
        double const own = density();
        double const grams = millilitres * (known(own) ? own : 1);
        return {times(amount_.count, spread(grams, known(own) ? w.own_spread : w.generic_spread)),
                known(own) ? w.own_sure : w.generic_sure};
    }

    Weight counted(int place, double around) const {
        auto const portion = table_.portion(food_, place);
        double const each = portion.grams / (portion.amount * measures_.of(food_, place).count);
        return {times(amount_.count, spread(each, around)), w.own_sure};
    }

    /// A measure the food does not have: through volume, or what such a measure usually weighs.
    Weight measured() const {
        auto const& row = row_of(amount_.measure_word);
        if (known(row.millilitres)) {
            double const own = density();
            double const grams = row.millilitres * (known(own) ? own : w.solid_density);
            return {times(amount_.count, spread(grams, w.generic_spread)), w.generic_sure};
        }
        if (known(row.grams) && (row.kind == "vague" || row.kind == "shape"))
            return {times(amount_.count, spread(row.grams, w.generic_spread)), w.generic_sure};
        double const inner = known(amount_.within) ? amount_.within : 1;
        Range const grams = unsaid(usual() * inner);
        return {times(amount_.count, grams), row.measure == "serving" ? w.unsaid_sure : w.guessed_sure};
    }

    bool said(WordKey key) const {
        return std::any_of(words_.begin(), words_.end(),
                           [key](Spoken const& word) { return word.key == key; });
    }

    /// One of a food that is counted: "1 fruit".
    static bool is_piece(Measure const& measure) {
        return std::any_of(measure.measures.begin(), measure.measures.end(),
                           [](int m) { return row_of(m)->kind == "unit" || row_of(m)->family == "unit"; });
    }

    /// Nothing but a size: "1 medium".
    static bool is_bare(Measure const& measure) {
        return measure.measures.empty() && measure.words.empty() && measure.sizes;
    }

    double measure_score(Measure const& measure) const {
        if (!amount_.measure || amount_.serving) {
            bool const vessel = std::any_of(measure.measures.begin(), measure.measures.end(), [](int m) {
                return row_of(m)->kind == "vessel" || row_of(m)->kind == "vague";
            });
            if (vessel || known(measure.millilitres) || known(measure.ounces_in_grams))
                return w.other_measure;
            return is_piece(measure) ? w.counted_unit : is_bare(measure) ? w.bare_size_as_unit : 0;
        }
        for (int const m : measure.measures)
            if (m == amount_.measure)
                return w.same_measure;
        auto const* asked = row_of(amount_.measure);
        for (int const m : measure.measures)
            if (!asked->family.empty() && row_of(m)->family == asked->family)
                return w.same_family;
        bool const bare = measure.measures.empty() && measure.words.empty() && measure.sizes &&
                          !known(measure.ounces_in_grams);
        if (bare && (measure.sizes & amount_.sizes) && asked->kind == "vessel")
            return w.bare_size_for_vessel;
        return w.other_measure;
    }

    double size_score(Measure const& measure) const {
        static Sizes const any = size_called("any");
        static Sizes const plain = size_called("medium") | size_called("regular") | any;
        Sizes const shared = measure.sizes & amount_.sizes;
        double score = std::popcount(shared) * w.same_size;
        if (amount_.sizes && !shared)
            score += measure.sizes & any ? 0 : w.size_missed;
        Sizes const extra = measure.sizes & ~amount_.sizes & ~any;
        if (!shared) {
            if (extra & plain)
                score += w.plain_size_unasked;
            else if (extra)
                score += w.size_unasked;
        } else if (extra & ~plain) {
            score += w.plain_size_unasked;
        }
        return score;
    }

    double word_score(Measure const& measure) const {
        double score = 0;
        for (auto const word : measure.words)
            score += !said(word)                           ? w.word_unasked
                     : amount_.measure && !amount_.serving ? w.word_shared_with_measure
                                                           : w.word_shared;
        return score;
    }

    /// What distance from the usual amount costs: "half a melon" is half of a whole one, however much it is.
    double far(Measure const& measure) const {
        if (amount_.counted && !amount_.measure && !amount_.serving && is_piece(measure))
            return 0;
        return amount_.numbered ? w.far_when_numbered : w.far_from_usual;
    }

    /// The portion that fits best, or -1 when none fits well enough.
    int best(double least) const {
        int chosen = -1;
        double most = least;
        double const usual_grams = usual();
        for (int i = 0; i < table_.portion_count(food_); ++i) {
            auto const& measure = measures_.of(food_, i);
            if (measure.usual || measure.guideline)
                continue;
            auto const portion = table_.portion(food_, i);
            double const each = portion.grams / (portion.amount * measure.count);
            double score = measure_score(measure) + size_score(measure) + word_score(measure);
            score += far(measure) * std::abs(std::log(each * amount_.count.mid / usual_grams));
            if (known(amount_.centimetres) && known(measure.centimetres) &&
                std::abs(amount_.centimetres / measure.centimetres - 1) < w.volume_tolerance)
                score += w.same_volume;
            if (score > most) {
                most = score;
                chosen = i;
            }
        }
        return chosen;
    }

    Foods const& table_;
    Measures const& measures_;
    Food food_;
    Amount const& amount_;
    std::span<Spoken const> words_;
    double usual_ = unknown;
};

} // namespace

Measure measure_from(std::string_view text) {
    Measure measure;
    measure.usual = text == "Quantity not specified";
    measure.guideline = text.starts_with("Guideline") || text.starts_with("Topping");
    if (measure.guideline)
        measure.per = text.find("per fl oz") != text.npos       ? Measure::Per::fluid_ounce
                      : text.find("of hot cereal") != text.npos ? Measure::Per::cup_of_cereal
                      : text.find("per slice") != text.npos     ? Measure::Per::slice
                                                                : Measure::Per::whole;
    Sentence const s = sentence_of(text);
    bool bracket = false;
    std::size_t at = 0;
    if (Quantity const q = quantity_at(s, 0);
        q.end > 0 && q.count.mid > 0 && unit_at(s, q.end).kind != "length") {
        measure.count = q.count.mid;
        at = q.end;
        if (Unit const unit = unit_at(s, at); unit.end > at) { // "1 fl oz"
            if (unit.kind == "volume")
                measure.millilitres = measure.count * unit.per_one;
            else if (unit.kind == "mass")
                measure.ounces_in_grams = measure.count * unit.per_one;
            at = unit.end;
        }
    }
    while (at < s.size()) {
        if (s.token(at).kind == Token::Kind::mark) {
            bracket = (bracket || s.is_mark(at, '(')) && !s.is_mark(at, ')');
            ++at;
            continue;
        }
        if (Quantity const q = quantity_at(s, at); q.end > at) {
            Unit const unit = unit_at(s, q.end);
            double const size = q.count.mid * unit.per_one;
            if (unit.kind == "volume" && !known(measure.millilitres))
                measure.millilitres = size;
            else if (unit.kind == "mass" && !known(measure.ounces_in_grams))
                measure.ounces_in_grams = size;
            else if (unit.kind == "length" && !known(measure.centimetres))
                measure.centimetres = size;
            at = std::max(unit.end, q.end);
            continue;
        }
        auto const& meaning = s.meanings[at];
        if (meaning.role == Speech::measure && !bracket)
            measure.measures.push_back(measure_of(meaning));
        else if (meaning.role == Speech::size)
            measure.sizes |= sizes_of(meaning);
        else if (!bracket && (meaning.role == Speech::content || meaning.role == Speech::soft ||
                              meaning.role == Speech::meal || meaning.role == Speech::negates ||
                              meaning.role == Speech::stop))
            measure.words.push_back(s.key(at));
        at += std::max<std::size_t>(1, meaning.role == Speech::content ? 1 : meaning.words);
    }
    return measure;
}

Measures::Measures(Foods const& table) {
    std::unordered_map<char const*, std::uint32_t> seen; // the table holds every text once
    for (Food food = 0; food < table.size(); ++food) {
        first_.push_back(static_cast<std::uint32_t>(which_.size()));
        for (int i = 0; i < table.portion_count(food); ++i) {
            auto const text = table.portion(food, i).measure;
            auto const [at, fresh] =
                seen.try_emplace(text.data(), static_cast<std::uint32_t>(understood_.size()));
            if (fresh)
                understood_.push_back(measure_from(text));
            which_.push_back(at->second);
        }
    }
}

Measures const& measures() {
    static Measures const all(foods());
    return all;
}

Weight weigh(Foods const& table, Measures const& measures, Food food, Amount const& amount,
             std::span<Spoken const> words, Host const* host) {
    return Choice(table, measures, food, amount, words).weigh(host);
}

} // namespace rheobase::diet
