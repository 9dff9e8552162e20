// What a plan changes, food by food, with what each change brings.
#pragma once

#include "model/week/menu.hpp"

namespace rheobase::week {

/// What one whole portion brings of a nutrient that was short.
struct Brings {
    diet::Nutrient nutrient = 0;
    double amount = 0;  ///< in the nutrient's unit, as tables have it
    double of_need = 0; ///< share of the floor, or of the aim where there is no floor
};

struct Change {
    enum class Kind { added, more, less, gone } kind = Kind::added;
    std::size_t item = 0;
    Span span = Span::week;
    double before = 0, after = 0; ///< half portions in it
    std::vector<Brings> brings;   ///< of added and more: what it is there for, most first
    std::string spares; ///< of less and gone: what it is cut for ("sodium"), empty where for energy alone
};

/// In the order: new foods, more, less, gone; within, the one that does most first.
std::vector<Change> changes(Task const& task, Menu const& menu);

/// One sentence for a person: "Add pumpkin seeds, 4 times a week a small handful (28 g): +165 mg magnesium
/// each time."
std::string in_words(Change const& change, std::vector<Item> const& items);

} // namespace rheobase::week
