// Any bytes as a case file: read, judged, and never a crash. Rules and causes see whatever could be read.
#include "app/read/case.hpp"
#include "model/verdict/verdict.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const read = rheobase::read::read_case({reinterpret_cast<char const*>(data), size}, "case.json");
    auto const verdict =
        rheobase::verdict::judge(read.evidence, rheobase::verdict::findings_from_case(read.evidence));
    // An answer always names a place and a number to call.
    if (verdict.act.where.empty() || verdict.act.emergency.empty())
        std::abort();
    return 0;
}
