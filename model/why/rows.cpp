// The rows behind a card: statements, sources, and which conditions look at a code.

#include "model/verdict/codes.hpp"
#include "model/verdict/terms.rows.hpp"
#include "model/why/build.hpp"
#include "model/why/cards.rows.hpp"

#include <algorithm>

namespace rheobase::why {

std::vector<std::string> keys_of(std::string_view cell) {
    std::vector<std::string> out;
    for (auto const key : verdict::parts_of(cell))
        out.emplace_back(key);
    return out;
}

std::string spoken(std::string_view code) {
    std::string out(code);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

std::vector<Statement> statements_of(std::string_view code, std::string_view part) {
    std::vector<Statement> out;
    for (auto const& row : cards_rows)
        if (row.code == code && row.aspect == part)
            out.push_back({std::string(row.text), keys_of(row.source)});
    return out;
}

void add_part(Card& card, std::string heading, std::vector<Statement> statements) {
    if (!statements.empty())
        card.parts.push_back({std::move(heading), std::move(statements)});
}

bool mentions(std::string_view condition, std::string_view code) {
    auto const of_a_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '*';
    };
    for (std::size_t at = 0; at < condition.size();) {
        std::size_t end = at;
        while (end < condition.size() && of_a_name(condition[end]))
            ++end;
        auto const word = condition.substr(at, end - at);
        if (word == code || (word.starts_with(code) && word[code.size()] == '.'))
            return true;
        if (word.ends_with('*') && code.starts_with(word.substr(0, word.size() - 1)))
            return true;
        if (word.starts_with("is."))
            for (auto const& term : verdict::terms_rows)
                if (term.name == word.substr(3) && mentions(term.when, code))
                    return true;
        at = end + 1;
    }
    return false;
}

} // namespace rheobase::why
