#include "base/listed.hpp"

namespace rheobase {

std::string listed(std::vector<std::string> const& parts, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out += (i == 0 ? "" : i + 1 == parts.size() ? " " + std::string(last) + " " : ", ") + parts[i];
    return out;
}

} // namespace rheobase
