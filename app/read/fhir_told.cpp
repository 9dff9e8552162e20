#include "app/read/fhir_told.hpp"

#include "app/read/fhir_reading.rows.hpp"

namespace rheobase::read::fhir {

void Told::say(std::string what, std::string const& why, std::string const& nearest) {
    auto& said = by_reason_[why][std::move(what)];
    if (said.nearest.empty())
        said.nearest = nearest;
    ++said.times;
}

std::vector<verdict::NotConsidered> Told::rows() const {
    std::vector<verdict::NotConsidered> out;
    constexpr auto most = static_cast<int>(fhir_reading.named_of_a_kind);
    for (auto const& [why, things] : by_reason_) {
        int named = 0;
        int more = 0;
        for (auto const& [what, said] : things) {
            if (named == most) {
                more += said.times;
                continue;
            }
            ++named;
            auto const times = said.times > 1 ? " (" + std::to_string(said.times) + " times)" : "";
            out.push_back({"record: " + what + times, said.nearest, why});
        }
        if (more > 0)
            out.push_back({"record: " + std::to_string(more) + " more of this kind", {}, why});
    }
    std::string kinds;
    for (auto const& [kind, times] : not_read_)
        kinds += (kinds.empty() ? "" : ", ") + std::to_string(times) + " " + kind;
    if (!kinds.empty())
        out.push_back({"record: " + kinds, {}, "Entries of these kinds are not used."});
    return out;
}

} // namespace rheobase::read::fhir
