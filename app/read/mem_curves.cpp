#include "app/read/mem_curves.hpp"

#include "app/read/diary_text.hpp"
#include "app/read/mem_reading.rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>
#include <map>

namespace rheobase::read {

namespace {

struct Points {
    std::string name;
    int line = 0; ///< of the first
    std::vector<std::pair<double, double>> at;
};

std::string place(std::string_view file, int line) {
    return fmt::format("{}, line {}", file, line);
}

/// te_d40 is a depolarising current of 40 % of threshold. Conditioning runs from a delay of 10 ms on; a file
/// that counts from its onset is moved. Nothing where the current is not told or its sign goes against what
/// it did.
std::optional<Points> electrotonus(std::vector<MemRow> const& rows, std::string_view file, MemCurves& into) {
    double level = 0, begins = unknown, first = 0;
    for (auto const& row : rows) {
        if (!known(row.current) || row.current == 0 || !known(row.x) || !known(row.value))
            continue;
        if (std::abs(row.current) > std::abs(level))
            level = row.current;
        if (!known(begins) || row.x < begins) {
            begins = row.x;
            first = row.value;
        }
    }
    if (level == 0) {
        into.unread.push_back({"no conditioning current is told for this part of the threshold electrotonus",
                               place(file, rows.front().line), "It is left out"});
        return std::nullopt;
    }
    if (first * level < 0) {
        into.unread.push_back(
            {fmt::format("the current of {:.0f} % and a threshold reduction of {:.0f} % have opposite signs",
                         level, first),
             place(file, rows.front().line),
             "One of them is written the other way round, so this part is left out"});
        return std::nullopt;
    }
    Points points{fmt::format("te_{}{:.0f}", level > 0 ? 'd' : 'h', std::abs(level)), rows.front().line, {}};
    double const moved = begins == 0 ? mem_reading.onset : 0;
    if (moved > 0)
        into.notes.push_back(
            fmt::format("The delays of {} count from the onset of the current; {:.0f} ms are added.",
                        points.name, moved));
    for (auto const& row : rows)
        if (known(row.x) && known(row.value))
            points.at.emplace_back(row.x + moved, row.value);
    return points;
}

/// Charge over duration from the thresholds for two durations, told for each share of the largest response.
Points charge_of_two(std::vector<MemRow> const& rows) {
    Points points{"charge", rows.front().line, {}};
    MemRow const* nearest = nullptr;
    for (auto const& row : rows)
        if (known(row.percent) && known(row.value) && known(row.second_value) &&
            (!nearest || std::abs(row.percent - mem_reading.tracked_response) <
                             std::abs(nearest->percent - mem_reading.tracked_response)))
            nearest = &row;
    if (nearest)
        points.at = {{mem_reading.short_stimulus, mem_reading.short_stimulus * nearest->value},
                     {mem_reading.long_stimulus, mem_reading.long_stimulus * nearest->second_value}};
    return points;
}

Points plain_points(std::string_view kind, std::vector<MemRow> const& rows) {
    Points points{kind == "sr" ? "response" : std::string(kind), rows.front().line, {}};
    for (auto const& row : rows) {
        double const x = kind == "iv" ? row.current : kind == "sr" ? row.percent : row.x;
        // A threshold that lasts is a charge, where the file does not multiply them itself. Of two stimuli
        // the second is the longer one, which all but the time constant is measured with.
        double const y = kind == "charge" && !known(row.charge)    ? row.x * row.value
                         : kind == "charge"                        ? row.charge
                         : kind == "sr" && known(row.second_value) ? row.second_value
                                                                   : row.value;
        if (known(x) && known(y))
            points.at.emplace_back(x, y);
    }
    return points;
}

/// In the order of x, each x once.
void put_in_order(Points& points, MemCurves& into) {
    std::stable_sort(points.at.begin(), points.at.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    auto const same = std::unique(points.at.begin(), points.at.end(),
                                  [](auto const& a, auto const& b) { return a.first == b.first; });
    if (same != points.at.end())
        into.notes.push_back(fmt::format(
            "{} of {} stand where another does already; the first of each is kept.",
            counted(static_cast<std::size_t>(points.at.end() - same), "point", "points"), points.name));
    points.at.erase(same, points.at.end());
    if (constexpr auto most = static_cast<std::size_t>(mem_reading.most_points); points.at.size() > most) {
        points.at.resize(most);
        into.notes.push_back(fmt::format("Of {} the first {} points are read.", points.name, most));
    }
}

/// A curve that is there twice is taken where it has more points, and the later where they are equal.
void keep(Points points, std::map<std::string, Points>& found, MemCurves& into) {
    put_in_order(points, into);
    auto const [other, fresh] = found.try_emplace(points.name, points);
    if (fresh)
        return;
    bool const later = points.at.size() >= other->second.at.size();
    into.notes.push_back(fmt::format("{} stands twice, from line {} and from line {}; the {} is used.",
                                     points.name, other->second.line, points.line,
                                     later ? "second" : "first"));
    if (later)
        other->second = std::move(points);
}

} // namespace

void add_curves(std::string_view kind, std::vector<MemRow> const& rows, std::string_view file,
                MemCurves& into) {
    std::map<std::pair<int, int>, std::vector<MemRow>> parts;
    for (auto const& row : rows)
        parts[{row.section, row.set}].push_back(row);
    std::map<std::string, Points> found;
    for (auto const& [which, part] : parts) {
        if (kind == "te") {
            if (auto points = electrotonus(part, file, into))
                keep(std::move(*points), found, into);
        } else
            keep(kind == "sd" ? charge_of_two(part) : plain_points(kind, part), found, into);
    }
    for (auto const& [name, points] : found) {
        // What the thresholds for two durations tell is less than what five of them do.
        bool const there =
            std::any_of(into.curves.begin(), into.curves.end(),
                        [&, &called = name](auto const& curve) { return curve.name == called; });
        if (points.at.empty() || there)
            continue;
        nerve::RecordedCurve curve{name, {}, {}};
        for (auto const& [x, y] : points.at) {
            curve.x.push_back(x);
            curve.y.push_back(y);
        }
        into.curves.push_back(std::move(curve));
    }
}

} // namespace rheobase::read
