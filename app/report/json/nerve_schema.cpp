#include "app/report/json/nerve.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_nerve_schema_begin:\n"
    ".incbin \"" RHEOBASE_NERVE_SCHEMA "\"\n"
    "rheobase_nerve_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_nerve_schema_begin[];
extern char const rheobase_nerve_schema_end[];
}

namespace rheobase::report {

std::string_view nerve_schema() {
    return {rheobase_nerve_schema_begin,
            static_cast<std::size_t>(rheobase_nerve_schema_end - rheobase_nerve_schema_begin)};
}

} // namespace rheobase::report
