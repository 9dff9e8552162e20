// Any bytes as a table of laboratory results: each row is a result with a finite figure or is named as not
// read.
#include "app/read/lab_table.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const table =
        rheobase::read::read_lab_table({reinterpret_cast<char const*>(bytes), size}, "2026-03-10");
    if (!table)
        return 0;
    for (auto const& lab : table->labs)
        if (!std::isfinite(lab.value) || (lab.analyte.empty() && lab.loinc.empty()) ||
            (lab.ref_low && !std::isfinite(*lab.ref_low)) ||
            (lab.ref_high && !std::isfinite(*lab.ref_high)) ||
            (lab.days_ago && !std::isfinite(*lab.days_ago)))
            std::abort();
    for (auto const& row : table->unread)
        if (row.why.empty())
            std::abort();
    return 0;
}
