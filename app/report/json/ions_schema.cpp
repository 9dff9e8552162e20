#include "app/report/json/ions.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_ions_schema_begin:\n"
    ".incbin \"" RHEOBASE_IONS_SCHEMA "\"\n"
    "rheobase_ions_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_ions_schema_begin[];
extern char const rheobase_ions_schema_end[];
}

namespace rheobase::report {

std::string_view ions_schema() {
    return {rheobase_ions_schema_begin,
            static_cast<std::size_t>(rheobase_ions_schema_end - rheobase_ions_schema_begin)};
}

} // namespace rheobase::report
