#include "model/diet/diary.hpp"

#include <algorithm>
#include <set>

namespace rheobase::diet {

double share_read(Diary const& diary) {
    if (diary.lines <= 0)
        return unknown;
    std::set<int> understood, in_part, lost;
    for (auto const& eaten : diary.eaten)
        understood.insert(eaten.line);
    for (auto const& line : diary.unread)
        (understood.contains(line.line) ? in_part : lost).insert(line.line);
    // A line of which something was understood and something was not counts for half.
    double const missed = static_cast<double>(lost.size()) + static_cast<double>(in_part.size()) / 2;
    return std::max(0.0, 1 - missed / diary.lines);
}

std::vector<std::string> days_of(Diary const& diary) {
    std::vector<std::string> days;
    std::set<std::string> seen;
    bool dates = true;
    for (auto const& eaten : diary.eaten)
        if (!eaten.day.empty() && seen.insert(eaten.day).second) {
            days.push_back(eaten.day);
            dates = dates && eaten.day[0] >= '0' && eaten.day[0] <= '9' &&
                    eaten.day.find('-') != std::string::npos;
        }
    // Dates have an order of their own; "Monday" and "Day 10" stand as the diary has them.
    if (dates)
        std::sort(days.begin(), days.end());
    return days;
}

} // namespace rheobase::diet
