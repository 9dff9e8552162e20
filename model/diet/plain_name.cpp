#include "model/diet/plain_name.hpp"

namespace rheobase::diet {

std::string plain_name(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        auto const comma = name.find(", ");
        auto const part = name.substr(0, comma);
        // "Not specified as to", "not further specified"
        if (!part.starts_with("NS as to") && part != "NFS")
            out += (out.empty() ? "" : ", ") + std::string(part);
        name = comma == name.npos ? std::string_view{} : name.substr(comma + 2);
    }
    return out;
}

} // namespace rheobase::diet
