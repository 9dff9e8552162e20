#include "model/diet/answers.hpp"

#include "model/diet/group_roles.rows.hpp"
#include "model/diet/word_weights.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

constexpr int candidates_shown = 4;     ///< the food and three runners-up
constexpr std::size_t most_kept = 4096; ///< names; a long text of nonsense must not fill the memory
constexpr std::size_t longest_kept = 128;
constexpr auto const& w = word_weights;

} // namespace

std::vector<Candidate> const& Answers::to(std::string_view name) {
    if (auto const at = kept_.find(name); at != kept_.end())
        return at->second;
    auto found = matches(name, table_, candidates_shown, Origin::fndds);
    if (found.empty() || found.front().sure < w.look_further) {
        auto wider = matches(name, table_, candidates_shown);
        double const least = found.empty() ? 0 : found.front().sure + w.sr_ahead;
        if (!wider.empty() && wider.front().sure > least)
            found = std::move(wider);
    }
    if (kept_.size() >= most_kept)
        kept_.clear();
    auto& place = kept_[std::string(name.substr(0, name.size() > longest_kept ? 0 : name.size()))];
    place = std::move(found);
    return place;
}

bool Answers::answers_all(Food food, std::vector<Spoken> const& words) const {
    return food != no_food && std::all_of(words.begin(), words.end(), [&](Spoken const& word) {
               return word.odd || describes(word) || answers(food, word) || word.as.tells < w.says_nothing;
           });
}

bool Answers::answers_some(Food food, std::vector<Spoken> const& words) const {
    return std::any_of(words.begin(), words.end(), [&](Spoken const& word) { return answers(food, word); });
}

std::ptrdiff_t Answers::answered(Food food, std::vector<Spoken> const& words) const {
    return std::count_if(words.begin(), words.end(), [&](Spoken const& word) { return answers(food, word); });
}

bool Answers::only_describe(std::vector<Spoken> const& words) const {
    return std::all_of(words.begin(), words.end(), [](Spoken const& word) {
        return !word.odd && (describes(word) || word.as.tells < w.says_nothing);
    });
}

bool Answers::group_is(Food food, std::string_view role) const {
    auto const group = table_.group(food);
    return std::any_of(group_roles_rows.begin(), group_roles_rows.end(),
                       [&](auto const& row) { return row.role == role && row.group == group; });
}

bool holds(std::vector<Spoken> const& words, WordKey key) {
    return std::any_of(words.begin(), words.end(), [key](Spoken const& word) { return word.key == key; });
}

} // namespace rheobase::diet
