#include "app/read/case.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_case_schema_begin:\n"
    ".incbin \"" RHEOBASE_CASE_SCHEMA "\"\n"
    "rheobase_case_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_case_schema_begin[];
extern char const rheobase_case_schema_end[];
}

namespace rheobase::read {

std::string_view case_schema() {
    return {rheobase_case_schema_begin,
            static_cast<std::size_t>(rheobase_case_schema_end - rheobase_case_schema_begin)};
}

} // namespace rheobase::read
