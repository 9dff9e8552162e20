// Any bytes as a diary: whatever is read can be written in our own format and read again with the same foods.
#include "app/read/diary.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace rheobase;
    auto const diary =
        read::read_diary_text({reinterpret_cast<char const*>(bytes), size}, "fuzz", diet::foods());
    if (!diary || diary->eaten.empty())
        return 0;
    auto const again =
        read::read_diary_text(read::write_diary_csv(*diary, diet::foods()), "again", diet::foods());
    if (!again || again->eaten.size() != diary->eaten.size())
        std::abort();
    for (std::size_t i = 0; i < diary->eaten.size(); ++i)
        if (again->eaten[i].food != diary->eaten[i].food)
            std::abort();
    return 0;
}
