#include "app/report/json/week.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_week_schema_begin:\n"
    ".incbin \"" RHEOBASE_WEEK_SCHEMA "\"\n"
    "rheobase_week_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_week_schema_begin[];
extern char const rheobase_week_schema_end[];
}

namespace rheobase::report {

std::string_view week_schema() {
    return {rheobase_week_schema_begin,
            static_cast<std::size_t>(rheobase_week_schema_end - rheobase_week_schema_begin)};
}

} // namespace rheobase::report
