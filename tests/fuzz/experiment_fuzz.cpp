// Any bytes as an experiment: read or refused, never a crash, and what is accepted is sound.
#include "app/read/experiment.hpp"
#include "model/ions/names.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const read =
        rheobase::read::read_experiment({reinterpret_cast<char const*>(data), size}, "experiment.json");
    if (!read.faults.empty())
        return 0;
    auto const& experiment = read.experiment;
    if (experiment.people < 1 || experiment.phases.empty() || experiment.reports.empty())
        std::abort();
    for (auto const& phase : experiment.phases) {
        if (!(phase.hours > 0))
            std::abort();
        for (auto const& clamp : phase.clamps)
            if (!(clamp.value > 0) || clamp.from_hour < 0 || clamp.from_hour >= phase.hours)
                std::abort();
        for (auto const& eaten : phase.intake)
            if (eaten && (!(eaten->mean >= 0) || !(eaten->sd >= 0)))
                std::abort();
    }
    for (auto const& eaten : experiment.phases.front().intake)
        if (!eaten)
            std::abort();
    return 0;
}
