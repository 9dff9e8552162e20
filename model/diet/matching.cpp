#include "model/diet/matching.hpp"

#include "model/diet/match_score.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace rheobase::diet {

namespace {

constexpr int looked_at = 64;        // foods scored in full
constexpr int steps_of_a_point = 16; // of the rough score, to find the best of many without sorting them
constexpr int rough_steps = 512;

/// What one thread needs while it looks; kept between names so that nothing is allocated.
struct Scratch {
    void const* of = nullptr; ///< whose figures these are
    std::vector<float>
        plain_cost; ///< per food: its score when nothing of it was asked for; unknown until it is needed
    std::vector<float> rough;
    std::vector<std::uint16_t> touched;
    std::vector<Scored> scored;
    std::vector<std::uint8_t> asked;
};

} // namespace

struct Matcher::Parts {
    NameIndex index;
    explicit Parts(Foods const& table) : index(NameIndex::open(table)) {}

    Scratch& scratch() const {
        thread_local Scratch kept;
        if (kept.of != this) {
            auto const foods = index.from_sr.size();
            kept.of = this;
            kept.plain_cost.assign(foods, std::numeric_limits<float>::quiet_NaN());
            kept.rough.assign(foods, 0);
            kept.asked.assign(index.weight.size(), 0);
        }
        return kept;
    }

    /// What a food costs before anything of it was asked for: its words and marks, and how well it is
    /// measured.
    float plain_cost(std::size_t food, Scratch& s) const {
        float& cost = s.plain_cost[food];
        if (cost != cost) {
            static Question const nothing{};
            cost = static_cast<float>(score(features_of(nothing, s.asked, index, static_cast<Food>(food))));
        }
        return cost;
    }

    bool wanted(Food food, Origin origin) const {
        return origin == Origin::any ||
               (index.from_sr[static_cast<std::size_t>(food)] != 0) == (origin == Origin::sr);
    }

    /// Foods that hold a word of the name, the most promising ones when they are many.
    void gather(Question const& question, Origin origin, Scratch& s) const {
        s.touched.clear();
        auto const& w = matching_weights;
        for (int i = 0; i < question.name.count; ++i) {
            auto const word = question.name.terms[static_cast<std::size_t>(i)].word;
            if (word == unknown_word)
                continue;
            float const weight = index.weight[word];
            bool const head = word == question.head;
            double const missing = head ? w.missing_head : w.missing_word;
            std::array<float, 4> worth;
            worth[as_word] = static_cast<float>(w.match_later - w.extra_later - missing) * weight +
                             static_cast<float>(head ? w.head_named : 0);
            worth[as_head] = static_cast<float>(w.match_head - w.extra_head - missing) * weight +
                             static_cast<float>(head ? w.head_same : w.head_asked);
            worth[as_aside] = static_cast<float>(w.match_with - w.extra_with - missing) * weight +
                              static_cast<float>(head ? w.head_named : 0);
            worth[as_alias] = static_cast<float>(w.match_alias - missing) * weight;
            for (auto at = index.posts_begin[word]; at < index.posts_begin[word + 1u]; ++at) {
                std::uint32_t const post = index.posts[at];
                auto const food = static_cast<std::size_t>(post & food_bits);
                if (!wanted(static_cast<Food>(food), origin))
                    continue;
                if (s.rough[food] == 0.0f)
                    s.touched.push_back(static_cast<std::uint16_t>(food));
                s.rough[food] += worth[post >> 14];
            }
        }
        if (static_cast<int>(s.touched.size()) <= looked_at)
            return;
        for (auto at = question.same_begin; at < question.same_end; ++at)
            if (float& rough = s.rough[index.alias_hash[2 * at + 1]]; rough != 0)
                rough += static_cast<float>(w.same_words);
        std::array<int, rough_steps> count{};
        for (auto const food : s.touched)
            s.rough[food] +=
                plain_cost(food, s) + (question.families_said ? attribute_gain(question, index, food) : 0);
        auto const step = [&](std::uint16_t food) {
            float const value = s.rough[food] * steps_of_a_point;
            return static_cast<std::size_t>(
                std::clamp(static_cast<int>(value) + rough_steps / 2, 0, rough_steps - 1));
        };
        for (auto const food : s.touched)
            ++count[step(food)];
        std::size_t least = rough_steps - 1;
        int at_the_edge = looked_at;
        for (; least > 0 && at_the_edge > count[least]; --least)
            at_the_edge -= count[least];
        std::size_t kept = 0;
        for (auto const food : s.touched) {
            auto const here = step(food);
            if (here > least || (here == least && at_the_edge-- > 0))
                s.touched[kept++] = food;
            else
                s.rough[food] = 0;
        }
        s.touched.resize(kept);
    }
};

Matcher::Matcher(Foods const& table) : parts_(std::make_unique<Parts const>(table)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

void Matcher::matches(std::string_view name, int limit, Origin origin, std::vector<Candidate>& found) const {
    found.clear();
    if (limit <= 0 || parts_->index.weight.empty())
        return;
    auto const& index = parts_->index;
    Question const question = Question::of(name, index);
    auto& s = parts_->scratch();
    parts_->gather(question, origin, s);
    question.stamp(s.asked);
    s.scored.clear();
    for (auto const food : s.touched) {
        s.rough[food] = 0;
        s.scored.push_back(scored(question, features_of(question, s.asked, index, food), food));
    }
    question.unstamp(s.asked);
    auto const better = [](auto const& a, auto const& b) {
        return a.score > b.score || (a.score == b.score && a.food < b.food);
    };
    auto const shown = std::min(s.scored.size(), static_cast<std::size_t>(std::max(limit, 8)));
    std::partial_sort(s.scored.begin(), s.scored.begin() + static_cast<std::ptrdiff_t>(shown), s.scored.end(),
                      better);
    for (std::size_t i = 0; i < shown && i < static_cast<std::size_t>(limit); ++i)
        found.push_back(
            {s.scored[i].food, std::min(sureness({s.scored.data(), shown}, i), i ? found[i - 1].sure : 1.0)});
}

double Matcher::tells(std::string_view word) const {
    Question const question = Question::of(word, parts_->index);
    double most = 0;
    for (int i = 0; i < question.name.count; ++i) {
        auto const known_as = question.name.terms[static_cast<std::size_t>(i)].word;
        if (known_as != unknown_word)
            most = std::max(most, static_cast<double>(parts_->index.weight[known_as]));
    }
    return most;
}

namespace {

Matcher const& matcher_of_the_table() {
    static Matcher const matcher(foods());
    return matcher;
}

} // namespace

std::vector<Candidate> matches(std::string_view name, Foods const& table, int limit, Origin origin) {
    std::vector<Candidate> found;
    if (&table == &foods())
        matcher_of_the_table().matches(name, limit, origin, found);
    else
        Matcher(table).matches(name, limit, origin, found);
    return found;
}

double tells(std::string_view word, Foods const& table) {
    return &table == &foods() ? matcher_of_the_table().tells(word) : Matcher(table).tells(word);
}

} // namespace rheobase::diet
