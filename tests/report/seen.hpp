// A page as a reader of markup sees it: its tags in order, its links, and the words that it says of the
// answer. The reader is strict, so that a page it takes has no tag that anybody's words could have opened.
#pragma once

#include "model/rheobase.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::report {

struct Seen {
    std::string fault;              ///< why the page is no well-formed markup; empty when it is
    std::vector<std::string> tags;  ///< each element once, as it opens
    std::vector<std::string> ids;   ///< in the order of the page
    std::vector<std::string> hrefs; ///< every link
    std::vector<std::string> names; ///< of every attribute
    std::vector<std::string> said;  ///< what is marked as the answer's own words
    std::string text;               ///< all of it
    std::string unfolded;           ///< what is read without opening a <details>
};

Seen seen(std::string const& page);

/// The answer to a case as JSON text, without a diary beside it.
Answer answer_to(std::string_view case_text);

/// The answer to the example of docs/examples, with its diary.
Answer answer_to_the_example();

} // namespace rheobase::report
