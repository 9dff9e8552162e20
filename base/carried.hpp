// Files that are carried inside the program, copied into it by the assembler.
#pragma once

#include <string_view>

/// At namespace scope, outside of any namespace: carries the file at `path` (a string literal) under `symbol`.
#define RHEOBASE_CARRY(symbol, path)                                                                         \
    asm(".section .rodata\n" #symbol "_begin:\n"                                                             \
        ".incbin \"" path "\"\n" #symbol "_end:\n"                                                           \
        ".byte 0\n"                                                                                          \
        ".previous\n");                                                                                      \
    extern "C" {                                                                                             \
    extern char const symbol##_begin[], symbol##_end[];                                                      \
    }

/// Its bytes.
#define RHEOBASE_CARRIED(symbol)                                                                             \
    std::string_view(symbol##_begin, static_cast<std::size_t>(symbol##_end - symbol##_begin))
