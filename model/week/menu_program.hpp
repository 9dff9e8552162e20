// The menu of a week or a day as a mixed-integer program: the least change from what is eaten now that brings
// what is needed.
//
// Columns: halves more and halves less of each food of one's own, whether it is given up; halves of each new
// food, whether it is on the table at all; what is missing of each floor and aim and what passes each
// ceiling, in percent. A floor or a ceiling gives way at a price, so that a plan exists wherever food alone
// cannot do it.
#pragma once

#include "engine/program/program.hpp"
#include "model/week/bounds.hpp"
#include "model/week/item.hpp"

#include <optional>
#include <vector>

namespace rheobase::week {

/// What the person minds, beside change itself.
struct Minds {
    bool price = false, cooking = false;
    double change = 1; ///< how much more than usual
};

struct Task {
    Span span = Span::week;      ///< that halves of items are counted in
    std::vector<Item> items;     ///< one's own first, then what is offered
    diet::Nutrients fixed;       ///< a day, whatever the menu
    diet::Nutrients fixed_added; ///< of that, from products and food it was added to; unknown is none
    double energy = unknown;     ///< kcal a day, to stay near; unknown where no target may be set
    std::vector<Bound> bounds;
    Minds minds;
    std::optional<int> changes_most; ///< foods that may change at all
};

/// Columns and rows of one item and one bound; -1 where it has none.
struct ItemColumns {
    int more = -1, less = -1, gone = -1, on_table = -1;
    int touched = -1;                 ///< whether it changes at all, where that is counted
    int first_row = 0, past_rows = 0; ///< rows that hold its own columns alone
};
struct BoundRows {
    int floor = -1, aim = -1, ceiling = -1;
    int missing_floor = -1, missing_aim = -1, above = -1; ///< columns, %
};

/// What a bound's ceiling counts of that, a day.
double fixed_against(Task const& task, Bound const& bound);

struct MenuProgram {
    engine::Program program;
    std::vector<ItemColumns> items;
    std::vector<BoundRows> bounds;

    /// Half portions of an item in a solution of the program.
    double halves(Task const& task, std::size_t item, std::vector<double> const& value) const;
};

/// `moves[i]`: item i may change; the others stay as they are (new ones off the table).
MenuProgram menu_program(Task const& task, std::vector<bool> const& moves);

} // namespace rheobase::week
