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
    std::set<std::string> days;
    for (auto const& eaten : diary.eaten)
        if (!eaten.day.empty())
            days.insert(eaten.day);
    return {days.begin(), days.end()};
}

} // namespace rheobase::diet
