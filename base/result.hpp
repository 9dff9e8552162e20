// What comes back through a door: a value, or a problem a person can act on.
#pragma once

#include "base/printable.hpp"

#include <string>
#include <tl/expected.hpp>

namespace rheobase {

/// One fault in one place: "where: what. hint".
struct Problem {
    std::string what;  ///< what is wrong, and why it is a problem
    std::string where; ///< file, line, key: where the reader should look
    std::string hint;  ///< what to do about it; empty when nothing sensible can be said
};

template <class T>
using Result = tl::expected<T, Problem>;

/// One line for a person: where, what is wrong, what to do. Safe to print whatever the file held.
inline std::string in_words(Problem const& problem) {
    std::string text = problem.where.empty() ? problem.what : problem.where + ": " + problem.what;
    if (!problem.hint.empty())
        text += ". " + problem.hint;
    return printable(text);
}

inline tl::unexpected<Problem> fault(std::string where, std::string what, std::string hint = {}) {
    return tl::unexpected<Problem>(Problem{std::move(what), std::move(where), std::move(hint)});
}

} // namespace rheobase
