// What allergies, wishes, diets and stops do to the foods that a person eats already.
#pragma once

#include "model/week/bans.hpp"
#include "model/week/item.hpp"
#include "model/week/wishes.hpp"

namespace rheobase::week {

/// What was done to the own foods that a person should hear of, in names of the foods.
struct OwnBarred {
    struct Group {
        std::string why; ///< "what you avoid", or the diet: "vegan"
        std::vector<std::string> foods;
    };
    struct Kept {
        std::string wish, food, why;
    };
    std::vector<std::string> not_judged; ///< left out, because no table tells what is in them
    std::string keep_example;            ///< words for `keep` that name the first of them
    std::vector<std::string> kept_not_judged;
    std::vector<Group> off_diet;                ///< by the diets that the person keeps to
    std::vector<Group> taken_out;               ///< all others, by why
    std::vector<Kept> keep_barred;              ///< wishes to keep what must go
    std::vector<std::string> keep_not_in_diary; ///< wishes to keep what no food of the diary is called
};

/// Sets may_grow, may_shrink, must_go and why_barred of each own item. A food that is avoided, off a diet
/// kept to or wished for, or barred by its name or kind must go; one that a stop wants no more of may not
/// grow; one that must stay steady may not move; one that is kept may not shrink. A dish whose makings no
/// table tells must go for a person who does not bear some food, named or not; where it is kept, it stays as
/// it is.
OwnBarred bar_own(std::vector<Item>& items, PlanBans const& bans, std::vector<verdict::HardStop> const& stops,
                  Wishes const& wishes, diet::Foods const& table);

/// The same in sentences.
std::vector<std::string> notes_of(OwnBarred const& barred);

/// Whether an own food is called by the words of a wish, by the table or by the diary.
bool wish_names(Item const& item, std::string_view wish, diet::Foods const& table);

} // namespace rheobase::week
