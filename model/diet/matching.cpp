#include "model/diet/matching.hpp"

#include "model/diet/match_score.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase::diet {

namespace {

constexpr std::size_t looked_at = 160;   // foods scored in full
constexpr int steps_of_a_point = 16;     // of the rough score, to find the best of many without sorting them
constexpr int rough_steps = 512;

/// What one thread needs while it looks; kept between names so that nothing is allocated.
struct Scratch {
    std::vector<float> rough;
    std::vector<std::uint16_t> touched;
    std::vector<Scored> scored;
    std::vector<std::uint8_t> asked;
};

} // namespace

struct Matcher::Parts {
    NameIndex index;
    std::vector<float> plain_cost; ///< per food: its score when nothing of it was asked for

    explicit Parts(Foods const& table) : index(NameIndex::open(table)) {
        Question const nothing;
        std::vector<std::uint8_t> const asked(index.weight.size(), 0);
        for (Food food = 0; food < table.size(); ++food) {
            plain_cost.push_back(static_cast<float>(score(features_of(nothing, asked, index, food))));
        }
    }

    Scratch& scratch() const {
        thread_local Scratch kept;
        kept.rough.resize(plain_cost.size(), 0);
        kept.asked.resize(index.weight.size(), 0);
        return kept;
    }

    bool wanted(Food food, Origin origin) const {
        return origin == Origin::any || (index.from_sr[static_cast<std::size_t>(food)] != 0) == (origin == Origin::sr);
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
            auto const in_name = static_cast<float>(w.match_later - w.extra_later - w.missing_word) * weight;
            auto const in_alias = static_cast<float>(w.match_alias - w.missing_word) * weight;
            for (auto at = index.posts_begin[word]; at < index.posts_begin[word + 1u]; ++at) {
                std::uint32_t const post = index.posts[at];
                auto const food = static_cast<std::size_t>(post & food_bits);
                if (!wanted(static_cast<Food>(food), origin))
                    continue;
                if (s.rough[food] == 0.0f)
                    s.touched.push_back(static_cast<std::uint16_t>(food));
                s.rough[food] += post & as_alias ? in_alias : in_name;
            }
        }
        if (s.touched.size() <= looked_at)
            return;
        std::array<int, rough_steps> count{};
        auto const step = [&](std::uint16_t food) {
            float const value = (s.rough[food] + plain_cost[food]) * steps_of_a_point;
            return static_cast<std::size_t>(std::clamp(static_cast<int>(value) + rough_steps / 2, 0, rough_steps - 1));
        };
        for (auto const food : s.touched)
            ++count[step(food)];
        std::size_t least = rough_steps - 1;
        for (std::size_t held = 0; least > 0; --least) {
            held += static_cast<std::size_t>(count[least]);
            if (held >= looked_at)
                break;
        }
        std::size_t kept = 0;
        for (auto const food : s.touched) {
            if (step(food) >= least && kept < 2 * looked_at)
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
    auto const better = [](auto const& a, auto const& b) { return a.score > b.score || (a.score == b.score && a.food < b.food); };
    auto const shown = std::min(s.scored.size(), static_cast<std::size_t>(std::max(limit, 8)));
    std::partial_sort(s.scored.begin(), s.scored.begin() + static_cast<std::ptrdiff_t>(shown), s.scored.end(), better);
    for (std::size_t i = 0; i < shown && i < static_cast<std::size_t>(limit); ++i)
        found.push_back({s.scored[i].food, sureness({s.scored.data(), shown}, i)});
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
