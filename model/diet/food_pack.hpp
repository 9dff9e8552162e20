// The layout of the packed food table, shared by the tool that writes it and the program that reads it.
//
//   header: mark, version, checksum of all that follows, number of sections
//   directory: per section its name (8 bytes), offset and size
//   sections: strings, foods, values, portions, by_id, filled, and whatever the name index adds
//
// Little-endian, 8-byte aligned, positions from the start of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace rheobase::diet {

inline constexpr std::uint64_t pack_mark = 0x4B434150444F4F46; ///< "FOODPACK"
inline constexpr std::uint64_t pack_version = 1;

struct PackHeader {
    std::uint64_t mark;
    std::uint64_t version;
    std::uint64_t checksum;
    std::uint64_t sections;
};

struct PackSection {
    char name[8];
    std::uint64_t offset;
    std::uint64_t size;
};

/// Words of one food's record: where its strings are, its processing class (1-4, 0 unknown), its portions.
enum FoodRecord : std::uint32_t {
    id_at,
    name_at,
    synonyms_at,
    group_at,
    source_at,
    family_at,
    processing_class,
    first_portion,
    portions_held,
    fields_per_food
};

/// Eight bytes at a time, so that checking six megabytes costs a millisecond (multiply-rotate, Knuth's
/// constant).
inline std::uint64_t pack_checksum(std::span<std::byte const> bytes) {
    std::uint64_t sum = bytes.size();
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, bytes.size() - i < 8 ? bytes.size() - i : 8);
        sum = (sum ^ word) * 0x9E3779B97F4A7C15;
        sum ^= sum >> 29;
    }
    return sum;
}

} // namespace rheobase::diet
