// Any bytes as an export of Apple Health, whole and inside one.
#include "app/read/diary.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace rheobase;
    std::string_view const text(reinterpret_cast<char const*>(bytes), size);
    (void)read::read_diary_text(text, "fuzz", diet::foods());
    (void)read::read_diary_text("<HealthData>\n" + std::string(text) + "\n</HealthData>", "fuzz",
                                diet::foods());
    return 0;
}
