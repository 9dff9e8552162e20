// How far two words are apart, to say "did you mean" and to read slips of the pen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// The number of letters to insert, drop, change or swap with their neighbour, counted no further than
/// `most`. Returns most + 1 when the words are further apart than that.
int slips(std::string_view a, std::string_view b, int most);

/// The known word nearest to what was written, or an empty one when nothing is near (a third of its letters).
std::string_view nearest(std::string_view written, std::vector<std::string_view> const& known_words);

} // namespace rheobase
