// The last stage: from what a person eats, needs, wishes and must not, to a week, or an ordinary day, as
// little changed as possible.
#pragma once

#include "model/verdict/verdict.hpp"
#include "model/week/beside.hpp"
#include "model/week/conflict.hpp"
#include "model/week/days.hpp"
#include "model/week/now.hpp"
#include "model/week/shopping.hpp"
#include "model/week/swaps.hpp"

#include <functional>

namespace rheobase::week {

/// What a blood test would likely read with the plan, against now; the same virtual people in both.
struct BloodChange {
    std::string_view analyte, unit;
    int decimals = 0;
    double now = unknown, then = unknown; ///< medians
    double noise = unknown;               ///< standard deviation of one test in one person
    bool detectable = false;              ///< one test each could show it
};

struct Week {
    std::string why_not; ///< why there is no plan, in a sentence; empty where there is one
    Now now;
    Task task;   ///< the items that `menu`, `changes` and `days` count from
    Swaps swaps; ///< to begin with
    Menu menu;   ///< of the week
    std::vector<Change> changes;
    std::vector<Day> days; ///< seven, or one
    std::vector<Shelf> shopping;
    Conflict conflict;                    ///< wishes that cannot hold together
    std::vector<OutOfReach> out_of_reach; ///< floors that food alone does not reach here
    std::vector<std::string> notes;       ///< whole sentences: what was left out, what bounds the plan
    std::vector<Beside> beside;           ///< fluid, sun and processing; filled with the answer's stops
    std::vector<BloodChange> blood;       ///< filled by who has the body model; empty where nobody asked
    bool planned() const { return why_not.empty() && menu.found; }
};

/// How far a plan is searched: among the foods favoured alone, in a third of a second, or on until its gap is
/// proven, as far as the nodes allow.
enum class Search { first, proven };

/// What a plan is made from.
struct Asked {
    verdict::Evidence const& evidence;
    verdict::Plan const& plan; ///< of the verdict: whether food may be advised, and the stops
    diet::Diary const& diary;
    double days = 0; ///< of the diary
    std::optional<bool> energy_plausible;
    double energy_to_resting = unknown;
    Wishes wishes;
    Span span = Span::week;
    Search search = Search::proven;
    std::function<void(long nodes)> told = {}; ///< called now and then with how much has been searched
};

/// Why no food can be counted from this diary, in a sentence that says what to do: none of it was recognised,
/// it could not be opened, or it holds more or less than a body eats (`energy`, kcal a day). Empty where it
/// can.
std::string why_not_this_diary(Asked const& asked, double energy);

/// What is eaten now in the asked span; of a day, in an ordinary one. Where `notes` is given, what to know of
/// that is added to it.
Now now_of(Asked const& asked, diet::Foods const& table, std::vector<std::string>* notes = nullptr);

/// The items and bounds that a plan by these wishes has, of what is eaten now.
Task week_task(Asked const& asked, Now const& now, diet::Foods const& table);

/// Pure, and the same for the same input. No plan where the verdict allows none or the diary cannot bear one.
Week plan_week(Asked const& asked, diet::Foods const& table);

} // namespace rheobase::week
