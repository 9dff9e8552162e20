#include "app/read/experiment.hpp"

// The assembler copies the schema into the program.
asm(".section .rodata\n"
    "rheobase_experiment_schema_begin:\n"
    ".incbin \"" RHEOBASE_EXPERIMENT_SCHEMA "\"\n"
    "rheobase_experiment_schema_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_experiment_schema_begin[];
extern char const rheobase_experiment_schema_end[];
}

namespace rheobase::read {

std::string_view experiment_schema() {
    return {rheobase_experiment_schema_begin,
            static_cast<std::size_t>(rheobase_experiment_schema_end - rheobase_experiment_schema_begin)};
}

} // namespace rheobase::read
