#include "model/why/questions.hpp"

#include "model/why/questions.rows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace rheobase::why {

namespace {

using Words = std::set<std::string, std::less<>>;

/// Shorter words ("is", "it", "can") tell nothing unless a question lists them among its own.
constexpr std::size_t telling_from = 4;

/// Words that any question here may hold, by how they begin.
constexpr std::array<std::string_view, 4> everyday{"twitch", "muscle", "cause", "make"};

/// Words of asking, which say nothing of what is asked.
constexpr std::array<std::string_view, 22> asking{
    "what", "when",  "which", "does", "should", "could", "would", "with", "have", "from",  "that",
    "this", "there", "will",  "your", "often",  "about", "come",  "mean", "show", "after", "them"};

/// Of the telling words that were asked, at least this share must be the question's: a question that knows
/// one word of many answers something else.
constexpr double covered = 0.5;

/// Shared words must weigh as much as one that hardly any other question uses.
constexpr double near_enough = 0.75;

Words words_of(std::string_view text, std::size_t at_least) {
    Words out;
    std::string word;
    for (char const c : std::string(text) + ' ') {
        char const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            word += small;
        else {
            bool const tells = std::none_of(everyday.begin(), everyday.end(),
                                            [&](auto start) { return word.starts_with(start); }) &&
                               std::find(asking.begin(), asking.end(), word) == asking.end();
            if (tells && word.size() >= at_least)
                out.insert(word);
            word.clear();
        }
    }
    return out;
}

Words words_of(QuestionsRow const& row) {
    auto words = words_of(row.question, telling_from);
    words.merge(words_of(row.asked_as, 1));
    return words;
}

} // namespace

bool known_to_a_question(std::string_view word) {
    return std::any_of(questions_rows.begin(), questions_rows.end(), [&](QuestionsRow const& row) {
        return !row.question.empty() && words_of(row).contains(word);
    });
}

std::string_view question_meant(std::string_view asked) {
    std::string_view best;
    double most = near_enough;
    for (auto const& row : questions_rows) {
        if (row.question.empty())
            continue;
        double shared = 0;
        std::size_t telling = 0;
        std::size_t held = 0;
        auto const own = words_of(row);
        for (auto const& word : words_of(asked, 1)) {
            telling += word.size() >= telling_from || own.contains(word) ? 1 : 0;
            if (own.contains(word)) {
                ++held;
                auto const used = std::count_if(
                    questions_rows.begin(), questions_rows.end(), [&](QuestionsRow const& other) {
                        return !other.question.empty() && words_of(other).contains(word);
                    });
                shared += 1.0 / static_cast<double>(used);
            }
        }
        if (static_cast<double>(held) < covered * static_cast<double>(telling))
            continue;
        if (shared > most || (best.empty() && shared >= near_enough)) {
            best = row.code;
            most = shared;
        }
    }
    return best;
}

} // namespace rheobase::why
