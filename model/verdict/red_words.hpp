// Red-flag words in the person's own text. They may raise urgency and never lower it; fears, relatives, the
// past, things imagined or read, and denials do not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

struct Said {
    std::string_view flag;    ///< row of words_flags.csv
    std::string_view symptom; ///< what it stands for: a symptom, or condition.CODE
    std::string clause;       ///< the words it was read from
};

/// Reads the text. `child`: the person is under 18, so that "my son" is about the person.
std::vector<Said> red_words(std::string_view text, bool child);

} // namespace rheobase::verdict
