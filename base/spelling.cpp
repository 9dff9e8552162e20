#include "base/spelling.hpp"

#include <algorithm>

namespace rheobase {

int slips(std::string_view a, std::string_view b, int most) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (static_cast<int>(b.size() - a.size()) > most)
        return most + 1;
    // Three rows of the optimal string alignment table: the swap of neighbours looks two rows back.
    std::vector<int> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int const change = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
        std::swap(before, above);
        std::swap(above, row);
    }
    return std::min(above[b.size()], most + 1);
}

std::string_view nearest(std::string_view written, std::vector<std::string_view> const& known_words) {
    int best = static_cast<int>(std::max<std::size_t>(1, written.size() / 3));
    std::string_view found;
    for (auto const word : known_words) {
        int const distance = slips(written, word, best);
        if (distance < best || (distance == best && found.empty())) {
            best = distance;
            found = word;
        }
    }
    return found;
}

} // namespace rheobase
