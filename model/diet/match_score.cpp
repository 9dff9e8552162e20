#include "model/diet/match_score.hpp"

#include "model/diet/matching_shape.rows.hpp"
#include "model/diet/name_family_weights.rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rheobase::diet {

namespace {

constexpr std::size_t most_values = 24;

/// Nearness of two values of a family, 1 for the same.
using Near = std::array<std::array<std::array<float, most_values>, most_values>, family_count>;

constexpr double figure(std::string_view text) {
    // "0.4": the table's nearness figures have one digit before the point.
    double value = 0, place = 1;
    bool behind = false;
    for (char const c : text) {
        if (c == '.')
            behind = true;
        else if (behind)
            value += (c - '0') * (place /= 10);
        else
            value = value * 10 + (c - '0');
    }
    return value;
}

constexpr Near read_near() {
    Near near{};
    for (auto const& row : name_families_rows) {
        Attribute a;
        attribute_called(row.family, row.value_name, a);
        near[a.family][a.value][a.value] = 1;
        std::string_view rest = row.near;
        while (!rest.empty()) {
            auto const part = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            Attribute b;
            if (attribute_called(row.family, part.substr(0, part.find(':')), b))
                near[a.family][a.value][b.value] =
                    static_cast<float>(figure(part.substr(part.find(':') + 1)));
        }
    }
    return near;
}

constexpr Near near = read_near();

struct FamilyWeights {
    double conflict, unmet, marked;
};
constexpr auto family_weights = [] {
    static_assert(name_family_weights_rows.size() == family_count);
    std::array<FamilyWeights, family_count> all{};
    for (std::size_t f = 0; f < family_count; ++f)
        all[f] = {name_family_weights_rows[f].conflict, name_family_weights_rows[f].unmet,
                  name_family_weights_rows[f].marked};
    return all;
}();

double nearness(std::size_t family, std::uint32_t a, std::uint32_t b) {
    // "whole grain white" answers a question for whole grain less well than "whole grain" does.
    if (a & b)
        return 1 - matching_shape.too_many * std::popcount(a ^ b);
    float best = 0;
    for (auto x = a; x; x &= x - 1)
        for (auto y = b; y; y &= y - 1)
            best = std::max(best, near[family][static_cast<std::size_t>(std::countr_zero(x))]
                                      [static_cast<std::size_t>(std::countr_zero(y))]);
    return best;
}

/// The least marked value of a mask, for a food of some group.
double mark_of(NameIndex const& index, std::size_t set, std::size_t family, std::uint32_t mask) {
    double least = 10;
    for (auto x = mask; x; x &= x - 1)
        least =
            std::min(least, static_cast<double>(index.marks[(set * family_count + family) * most_values +
                                                            static_cast<std::size_t>(std::countr_zero(x))]));
    return least;
}

} // namespace

Question Question::of(std::string_view text, NameIndex const& index) {
    Question q;
    q.name = read_name(text, index.lexicon, true);
    q.hash = words_hash(q.name);
    for (int i = 0; i < q.name.count; ++i) {
        auto const& term = q.name.terms[static_cast<std::size_t>(i)];
        if (term.role == Role::head && q.head == unknown_word)
            q.head = term.word;
        q.total +=
            static_cast<double>(term.word == unknown_word ? matching_shape.unknown_word_weight
                                                          : static_cast<double>(index.weight[term.word]));
        if (term.mended)
            q.mended += static_cast<double>(index.weight[term.word]);
    }
    std::size_t low = 0, high = index.alias_hash.size() / 2;
    while (low < high) {
        auto const middle = (low + high) / 2;
        if (index.alias_hash[2 * middle] < q.hash)
            low = middle + 1;
        else
            high = middle;
    }
    for (std::size_t family = 0; family < family_count; ++family)
        if (q.name.said[family])
            q.families[static_cast<std::size_t>(q.families_said++)] = static_cast<std::uint8_t>(family);
    q.same_begin = q.same_end = static_cast<std::uint32_t>(low);
    while (q.name.count && 2 * q.same_end < index.alias_hash.size() &&
           index.alias_hash[2 * q.same_end] == q.hash)
        ++q.same_end;
    for (int i = 0; i < q.name.count; ++i) {
        auto const word = q.name.terms[static_cast<std::size_t>(i)].word;
        for (std::size_t at = 0, end = index.kinds_of.size() / 2; at < end; ++at)
            if (index.kinds_of[2 * at] == word && q.kind_count < static_cast<int>(q.kinds.size()))
                q.kinds[static_cast<std::size_t>(q.kind_count++)] = {index.kinds_of[2 * at + 1],
                                                                     static_cast<std::uint8_t>(i)};
    }
    return q;
}

void Question::stamp(std::vector<std::uint8_t>& asked) const {
    for (int i = name.count - 1; i >= 0; --i)
        if (auto const word = name.terms[static_cast<std::size_t>(i)].word; word != unknown_word)
            asked[word] = static_cast<std::uint8_t>(i + 1);
}

void Question::unstamp(std::vector<std::uint8_t>& asked) const {
    for (int i = 0; i < name.count; ++i)
        if (auto const word = name.terms[static_cast<std::size_t>(i)].word; word != unknown_word)
            asked[word] = 0;
}

Features features_of(Question const& q, std::span<std::uint8_t const> asked, NameIndex const& index,
                     Food food, FamilyFeatures* families) {
    Features x{};
    auto const f = static_cast<std::size_t>(food);
    std::uint64_t met = 0, kind_met_by = 0;
    bool head_is_head = false, head_was_asked = false, head_is_named = false;
    for (auto at = index.term_begin[f]; at < index.term_begin[f + 1]; ++at) {
        Term const term = unpacked_term(index.terms[at]);
        if (term.role == Role::alias && !asked[term.word])
            continue;
        auto const weight = static_cast<double>(index.weight[term.word]);
        auto const role = static_cast<std::size_t>(term.role);
        if (term.role == Role::without) {
            x[asked[term.word] ? unwanted : extra_without] += weight;
            continue;
        }
        if (auto const place = asked[term.word]) {
            met |= std::uint64_t{1} << (place - 1);
            x[match_head + role] += weight;
            if (term.role == Role::head) {
                head_is_head |= term.word == q.head;
                head_was_asked |= term.word != q.head;
            } else
                head_is_named |= term.word == q.head && term.role != Role::alias;
        } else {
            double const share = term.either ? matching_shape.either_share : 1;
            x[extra_head + role] += weight * share;
            if (term.role != Role::category)
                x[extra_count] += share;
        }
        for (int i = 0; i < q.kind_count; ++i)
            if (auto const [kind, place] = q.kinds[static_cast<std::size_t>(i)];
                kind == term.word && term.role != Role::alias)
                kind_met_by |= std::uint64_t{1} << place;
        for (int i = 0; i < q.name.unwanted_count; ++i)
            x[unwanted] += q.name.unwanted[static_cast<std::size_t>(i)] == term.word ? 1 : 0;
    }
    for (int i = 0; i < q.name.count; ++i) {
        if (met >> i & 1)
            continue;
        auto const& term = q.name.terms[static_cast<std::size_t>(i)];
        double const weight = (term.word == unknown_word ? matching_shape.unknown_word_weight
                                                         : static_cast<double>(index.weight[term.word])) *
                              (term.either ? matching_shape.either_share : 1);
        bool const aside = term.role == Role::with || term.role == Role::aside || term.role == Role::brand ||
                           term.role == Role::category;
        if (kind_met_by >> i & 1)
            x[kind_met] += weight;
        x[term.role == Role::head ? missing_head : aside ? missing_with : missing_word] += weight;
    }
    x[fndds] = !index.from_sr[f];
    x[incomplete] = static_cast<double>(index.standing[3 * f]);
    x[measures] = static_cast<double>(index.standing[3 * f + 1]);
    x[withdrawn] = static_cast<double>(index.standing[3 * f + 2]);
    x[head_same] = head_is_head;
    x[head_asked] = !head_is_head && head_was_asked;
    x[head_named] = !head_is_head && head_is_named;
    for (auto at = q.same_begin; at < q.same_end; ++at)
        x[same_words] = x[same_words] != 0 || index.alias_hash[2 * at + 1] == f;

    auto const set = static_cast<std::size_t>(index.mark_set[f]);
    std::uint64_t answered = 0;
    for (auto at = index.said_begin[f]; at < index.said_begin[f + 1]; ++at) {
        std::size_t const family = index.said[at] >> 24;
        std::uint32_t const found = index.said[at] & 0xFFFFFF;
        std::uint32_t const wanted = q.name.said[family];
        auto const& weights = family_weights[family];
        answered |= std::uint64_t{1} << family;
        if (!wanted) {
            auto const mark = static_cast<double>(index.said_mark[at]);
            x[marked] += weights.marked * mark;
            if (families)
                (*families)[family][2] = mark;
            continue;
        }
        double const alike = nearness(family, wanted, found);
        x[conflict] += weights.conflict * (1 - alike);
        if (families)
            (*families)[family][0] = 1 - alike;
        x[agreed] += weights.unmet * alike * (found & wanted ? 1 : 0);
    }
    // What is agreed of another food is worth little: "diet" alone does not make a drink of a cake.
    if (q.total > 0)
        x[agreed] *= std::max(0.0, 1 - (x[missing_head] + x[missing_word] + x[missing_with]) / q.total);
    for (int i = 0; i < q.families_said; ++i) {
        std::size_t const family = q.families[static_cast<std::size_t>(i)];
        if (answered >> family & 1)
            continue;
        double const mark = std::max(0.0, mark_of(index, set, family, q.name.said[family]));
        x[unmet] += family_weights[family].unmet * mark;
        if (families)
            (*families)[family][1] = mark;
    }
    // Each further extra word says less than the one before: long table names only describe more closely.
    for (std::size_t i = extra_head; i <= extra_brand; ++i)
        if (x[i] > 0)
            x[i] /= 1 + x[i] * matching_shape.extra_bend;
    return x;
}

float attribute_gain(Question const& q, NameIndex const& index, std::size_t food) {
    double gain = 0;
    for (auto at = index.said_begin[food]; at < index.said_begin[food + 1]; ++at) {
        std::size_t const family = index.said[at] >> 24;
        std::uint32_t const wanted = q.name.said[family];
        if (!wanted)
            continue;
        auto const& w = family_weights[family];
        double const alike = nearness(family, wanted, index.said[at] & 0xFFFFFF);
        gain += matching_weights.conflict * w.conflict * (1 - alike) -
                matching_weights.marked * w.marked * static_cast<double>(index.said_mark[at]);
        gain += (index.said[at] & wanted) ? matching_weights.agreed * w.unmet * alike : 0;
    }
    return static_cast<float>(gain);
}

double score(Features const& x) {
    // The struct of weights has one double a row, in the order of the features.
    static constexpr auto w = std::bit_cast<std::array<double, feature_count>>(matching_weights);
    double sum = 0;
    for (std::size_t i = 0; i < feature_count; ++i)
        sum += w[i] * x[i];
    return sum;
}

Scored scored(Question const& q, Features const& x, Food food) {
    double const missing =
        x[missing_head] + x[missing_word] + x[missing_with] + matching_shape.mended_doubt * q.mended;
    return {score(x), food, q.total > 0 ? std::max(0.0, 1 - missing / q.total) : 0, x[same_words],
            x[head_same]};
}

std::array<double, sureness_count> sureness_terms(std::span<Scored const> ranked, std::size_t which) {
    double sum = 0;
    for (auto const& rival : ranked)
        sum += std::exp(rival.score - ranked[0].score);
    double const share = std::exp(ranked[which].score - ranked[0].score) / sum;
    constexpr double nearly = 1e-3; // no share is 0 or 1
    double const bounded = std::clamp(share, nearly, 1 - nearly);
    // A name that is half unknown may have one candidate only: its share then says nothing.
    auto const& choice = ranked[which];
    return {1, std::log(bounded / (1 - bounded)) * choice.cover * choice.cover, choice.cover, choice.same,
            choice.head};
}

double sureness(std::span<Scored const> ranked, std::size_t which) {
    auto const x = sureness_terms(ranked, which);
    auto const& w = matching_sureness;
    return 1 /
           (1 + std::exp(-(w.base * x[0] + w.share * x[1] + w.cover * x[2] + w.same * x[3] + w.head * x[4])));
}

} // namespace rheobase::diet
