#include "model/diet/foods.hpp"

#include <cstdio>
#include <cstdlib>

// The assembler copies the packed table into the program; the compiler never sees its six megabytes.
asm(".section .rodata\n"
    ".balign 64\n"
    "rheobase_foods_begin:\n"
    ".incbin \"" RHEOBASE_FOODS_BIN "\"\n"
    "rheobase_foods_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern std::byte const rheobase_foods_begin[];
extern std::byte const rheobase_foods_end[];
}

namespace rheobase::diet {

Foods const& foods() {
    static Foods const table = [] {
        auto const opened = Foods::open({rheobase_foods_begin, rheobase_foods_end});
        if (!opened) {
            std::fprintf(stderr, "%s\n", in_words(opened.error()).c_str());
            std::abort();
        }
        return *opened;
    }();
    return table;
}

} // namespace rheobase::diet
