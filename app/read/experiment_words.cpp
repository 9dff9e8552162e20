// What a word that no key or name is was probably meant to be.
#include "app/read/experiment_words.rows.hpp"
#include "app/read/json_fields.hpp"
#include "base/spelling.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr int slip = 2; ///< letters that a hasty hand gets wrong in one word
constexpr std::size_t most_offered = 3;

/// "Serum Magnesium" as serum_magnesium.
std::string tidied(std::string_view written) {
    std::string out;
    for (char const c : written)
        out += c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    for (std::size_t from = 0; from <= name.size();) {
        auto const end = std::min(name.find('_', from), name.size());
        if (end > from)
            words.push_back(name.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

/// Whether a word is one of a name's, give or take a letter of a long one: ionized is ionised.
bool among(std::string_view word, std::vector<std::string_view> const& words) {
    constexpr std::size_t long_enough = 6;
    int const most = word.size() >= long_enough ? 1 : 0;
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view other) { return slips(word, other, most) <= most; });
}

std::string offered(std::vector<std::string_view> const& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += fmt::format("{}'{}'", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
    return "Did you mean " + out + "?";
}

} // namespace

std::string did_you_mean(std::string_view written, std::vector<std::string_view> const& names) {
    auto const word = tidied(written);
    auto const words = words_of(word);
    if (words.empty())
        return {};
    auto const known = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (known(word))
        return offered({*std::find(names.begin(), names.end(), word)});
    for (auto const& row : experiment_words_rows)
        if (row.said == word && known(row.meant))
            return offered({row.meant}) + (row.text.empty() ? "" : " " + std::string(row.text));
    std::vector<std::string_view> holding;
    for (auto const name : names) {
        auto const parts = words_of(name);
        if (!std::all_of(words.begin(), words.end(), [&](auto const& one) { return among(one, parts); }))
            continue;
        if (parts.size() == words.size())
            return offered({name});
        if (holding.size() < most_offered && std::find(holding.begin(), holding.end(), name) == holding.end())
            holding.push_back(name);
    }
    auto const near = nearest(word, names);
    if (!near.empty() && (holding.empty() || slips(word, near, slip) <= slip))
        return offered({near});
    return holding.empty() ? std::string() : offered(holding);
}

} // namespace rheobase::read
