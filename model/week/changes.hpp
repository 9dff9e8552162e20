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
    double weight = 0;            ///< what it does in shares of needs and limits, in all
    std::vector<Brings> brings;   ///< of added and more: what it is there for, most first
    std::string stands_for; ///< of added and more that bring nothing missing: why, as the end of a sentence
    std::string spares;     ///< of less and gone: what it is cut for ("sodium"), empty where for energy alone
    std::string barred;     ///< of what must go: why, as the end of a sentence ("it is not vegan")
};

/// Why a food must go: "it is not gluten free", "it holds what you avoid", "for your safety, no liquorice".
std::string barred_in_words(Item const& item);

/// In a line: "Less Pork, chop: half a regular one (60 g) instead of 120 g." What is new or given up reads
/// as in_words, without what it brings.
std::string in_brief(Change const& change, std::vector<Item> const& items);

/// In the order: new foods, more, less, gone; within, the one that does most first.
std::vector<Change> changes(Task const& task, Menu const& menu);

/// One sentence for a person: "Add pumpkin seeds, 4 times a week a small handful (28 g): +165 mg magnesium
/// each time."
std::string in_words(Change const& change, std::vector<Item> const& items);

} // namespace rheobase::week
