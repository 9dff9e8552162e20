// The name index of the packed food table: lexicon, phrases, every food's name as read, and where each word
// stands.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

struct NamedFood {
    std::string id, name, synonyms, group, source;
    int unknown_figures = 0;
    int portions = 0;
};

using Sections = std::vector<std::pair<std::string, std::vector<std::byte>>>;

/// Reads name_words.csv, name_families.csv and name_group_marks.csv in the folder `diet`. Faults are told on
/// the error stream and counted in `faults`.
Sections name_index(std::string const& diet, std::vector<NamedFood> const& foods, int& faults);
