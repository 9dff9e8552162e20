#include "app/report/json/answer.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_answer_schema_begin:\n"
    ".incbin \"" RHEOBASE_ANSWER_SCHEMA "\"\n"
    "rheobase_answer_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_answer_schema_begin[];
extern char const rheobase_answer_schema_end[];
}

namespace rheobase::report {

std::string_view answer_schema() {
    return {rheobase_answer_schema_begin,
            static_cast<std::size_t>(rheobase_answer_schema_end - rheobase_answer_schema_begin)};
}

} // namespace rheobase::report
