#include "app/store/own_case.hpp"

#include "app/store/days.hpp"
#include "app/store/kept.rows.hpp"

#include <fmt/core.h>
#include <set>

namespace rheobase::store {

namespace {

/// The last weeks, without a day that is not over where there are others.
Result<std::vector<Entry>> last_weeks(Store& store, Id person, std::string const& today,
                                      std::vector<std::string>& notes) {
    auto const last = *day_number(today);
    auto const before =
        store.entries(person, iso_day(last - static_cast<long>(kept.diary_days)), iso_day(last - 1));
    if (!before)
        return before;
    auto const now = store.entries(person, today, today);
    if (!now)
        return now;
    if (before->empty()) {
        if (!now->empty())
            notes.emplace_back("Only today is logged, and it may not be over. Log a few days to know more.");
        return now;
    }
    if (!now->empty())
        notes.emplace_back("Today may not be over, so it is left out.");
    return before;
}

/// Lines of a diary that could not be read may have been of any of its days.
Result<void> add_unread(Store& store, Id person, std::vector<Entry> const& entries, diet::Diary& diary) {
    std::set<Id> taken;
    for (auto const& entry : entries)
        taken.insert(entry.import);
    auto const imports = store.imports(person);
    if (!imports)
        return tl::unexpected(imports.error());
    for (auto const& one : *imports) {
        if (!taken.contains(one.id))
            continue;
        for (auto const& lost : one.unread)
            diary.unread.push_back({++diary.lines, lost.text, one.name + ": " + lost.why});
        diary.notes.insert(diary.notes.end(), one.notes.begin(), one.notes.end());
    }
    return {};
}

} // namespace

Result<OwnCase> own_case(Store& store, Id person, std::string_view day) {
    auto const today = day_read(day);
    if (!today)
        return tl::unexpected(today.error());
    auto const kept_case = store.case_on(person, *today);
    if (!kept_case)
        return tl::unexpected(kept_case.error());
    OwnCase out;
    out.read = read::read_case(kept_case->json, "your store");
    for (auto const& said : kept_case->unread)
        out.read.evidence.set_aside.push_back({"/person", "", said});
    std::vector<std::string> notes;
    auto const entries = last_weeks(store, person, *today, notes);
    if (!entries)
        return tl::unexpected(entries.error());
    out.diary = diary_of(*entries, diet::foods());
    if (entries->empty())
        return out;
    std::set<std::string> days;
    for (auto const& entry : *entries)
        days.insert(entry.day);
    out.from = *days.begin();
    out.to = *days.rbegin();
    out.days = static_cast<int>(days.size());
    out.diary.notes.push_back(out.days == 1
                                  ? fmt::format("This rests on what was logged on {}.", out.from)
                                  : fmt::format("This rests on what was logged from {} to {}, on {} days.",
                                                out.from, out.to, out.days));
    out.diary.notes.insert(out.diary.notes.end(), notes.begin(), notes.end());
    if (auto const added = add_unread(store, person, *entries, out.diary); !added)
        return tl::unexpected(added.error());
    return out;
}

} // namespace rheobase::store
