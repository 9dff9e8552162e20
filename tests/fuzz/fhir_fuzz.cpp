// Any bytes as a health record: read, put beside a case, judged, and never a crash.
#include "app/read/case.hpp"
#include "app/read/fhir.hpp"
#include "model/verdict/verdict.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    // With a day given and without: the dates of the record settle it then.
    auto const record = rheobase::read::read_fhir(text, "record.json", size % 2 == 0 ? "2026-03-10" : "");
    auto evidence =
        rheobase::read::read_case(R"({"person": {"age_years": 34}, "symptoms": [{"code": "twitch"}],
        "medications": [{"name": "omeprazole"}], "labs": [{"analyte": "potassium", "value": 4.1, "unit": "mmol/L"}]})",
                                  "case.json")
            .evidence;
    rheobase::read::add_record(evidence, record.evidence);
    auto const verdict = rheobase::verdict::judge(evidence, rheobase::verdict::findings_from_case(evidence));
    // An answer always names a place and a number to call.
    if (verdict.act.where.empty() || verdict.act.emergency.empty())
        std::abort();
    return 0;
}
