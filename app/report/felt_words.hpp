// What the person's likely blood would do to a nerve, in short sentences that every report says alike. They
// are rows of felt_words.csv.
#pragma once

#include "model/rheobase.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::report {

struct FeltSentence {
    std::string_view code; ///< of its row
    std::string text;
    std::string_view source;
};

/// In the order in which they are read. Once a rule has fired nothing that could reassure is among them, and
/// where nothing else is left there is none at all. None where nothing can be said.
std::vector<FeltSentence> felt_sentences(Answer const& answer);

/// One behind the other.
std::string in_one(std::vector<FeltSentence> const& sentences);

/// Why nothing can be said, where the section on blood does not say it already; else empty.
std::string felt_why_not(Answer const& answer);

/// Whether the section stands on the page: sentences, or why there are none.
bool felt_told(Answer const& answer);

/// "3 % easier", "12 % harder", "the same": of a change of the threshold in percent.
std::string ease_in_words(double change_percent);

} // namespace rheobase::report
