#include "model/diet/diary.hpp"

#include <algorithm>
#include <set>

namespace rheobase::diet {

double share_read(Diary const& diary) {
    if (diary.lines <= 0)
        return unknown;
    std::set<int> lost;
    for (auto const& line : diary.unread)
        lost.insert(line.line);
    auto const unread = std::min(diary.lines, static_cast<int>(lost.size()));
    return 1.0 - static_cast<double>(unread) / diary.lines;
}

std::vector<std::string> days_of(Diary const& diary) {
    std::set<std::string> days;
    for (auto const& eaten : diary.eaten)
        if (!eaten.day.empty())
            days.insert(eaten.day);
    return {days.begin(), days.end()};
}

} // namespace rheobase::diet
