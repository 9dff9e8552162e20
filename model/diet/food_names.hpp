// Reading a food's name: which words carry the food, which of them is its head, and what else the name says
// of it (fat level, cooking, how it was kept …).
//
// "Soft drink, cola, diet" and "diet coke" read alike: two words, soft drink and cola, with sugar: free. What
// words stand for is a table (name_words.csv), what attributes there are another (name_families.csv). Table
// names and questions are read by the same code, when the table is packed and when it is searched.
#pragma once

#include "model/diet/lexicon.hpp"
#include "model/diet/name_families.rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::diet {

/// Where a word stands in a name, and so what it costs when it was not asked for.
enum class Role : std::uint8_t { head, first, later, with, aside, category, brand, alias, without };

constexpr int count_families() {
    int count = 0;
    for (std::size_t i = 0; i < name_families_rows.size(); ++i)
        count += i == 0 || name_families_rows[i].family != name_families_rows[i - 1].family;
    return count;
}
inline constexpr int family_count = count_families();

/// A value of an attribute: the family's place and the value's place in it.
struct Attribute {
    std::uint8_t family = 0;
    std::uint8_t value = 0;
};

/// The attribute of a family and value of name_families.csv, or nothing.
constexpr bool attribute_called(std::string_view family, std::string_view value, Attribute& found) {
    int place = -1;
    int within = 0;
    for (std::size_t i = 0; i < name_families_rows.size(); ++i) {
        if (i == 0 || name_families_rows[i].family != name_families_rows[i - 1].family) {
            ++place;
            within = 0;
        }
        if (name_families_rows[i].family == family && name_families_rows[i].value_name == value) {
            found = {static_cast<std::uint8_t>(place), static_cast<std::uint8_t>(within)};
            return true;
        }
        ++within;
    }
    return false;
}

struct Term {
    Word word = unknown_word;
    Role role = Role::later;
    bool either = false; ///< one of two or more that are named: "Gouda or Edam"
    bool mended = false; ///< read after putting a slip of the pen right
};

inline constexpr int most_terms = 48;

struct FoodName {
    std::array<Term, most_terms> terms;
    int count = 0;
    std::array<std::uint32_t, family_count> said{}; ///< per family a bit a value; 0 where nothing is said
    std::array<Word, 8> unwanted{};                 ///< "no tomatoes", "without raisins"
    int unwanted_count = 0;
    int unknown_count = 0; ///< words of no meaning to the lexicon
};

/// Reads a name. `mend` puts slips of the pen right; table names are read without it.
FoodName read_name(std::string_view name, Lexicon const& lexicon, bool mend);

/// A hash of the set of a name's words that does not depend on their order.
std::uint32_t words_hash(FoodName const& name);

} // namespace rheobase::diet
