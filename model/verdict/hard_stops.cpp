#include "model/verdict/hard_stops.hpp"

#include "model/verdict/advice.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

constexpr std::string_view every_food = "all";

HardStopsRow const* row_of(std::string_view code) {
    auto const found = std::find_if(hard_stops_rows.begin(), hard_stops_rows.end(),
                                    [&](HardStopsRow const& row) { return row.code == code; });
    return found == hard_stops_rows.end() ? nullptr : &*found;
}

} // namespace

std::vector<HardStop> hard_stops(Ask const& ask) {
    struct Parsed {
        HardStopsRow const* row;
        Condition when;
    };
    static auto const all = [] {
        std::vector<Parsed> out;
        for (auto const& row : hard_stops_rows)
            if (auto when = parse_condition(row.when, named_condition))
                out.push_back({&row, std::move(*when)});
        return out;
    }();
    std::vector<HardStop> found;
    for (auto const& [row, when] : all) {
        if (judge_condition(when, ask).truth != Truth::yes)
            continue;
        HardStop stop{std::string(row->code), {}, std::string(row->text), std::string(row->source)};
        for (auto const what : parts_of(row->forbids))
            stop.forbids.emplace_back(what);
        found.push_back(std::move(stop));
    }
    return found;
}

std::vector<StopKindsRow const*> forbidden_by(std::vector<HardStop> const& stops) {
    std::vector<StopKindsRow const*> kinds;
    for (auto const& row : stop_kinds_rows)
        if (forbids(stops, row.code))
            kinds.push_back(&row);
    return kinds;
}

bool forbids(std::vector<HardStop> const& stops, std::string_view what) {
    return std::any_of(stops.begin(), stops.end(), [&](HardStop const& stop) {
        return std::find(stop.forbids.begin(), stop.forbids.end(), what) != stop.forbids.end();
    });
}

bool forbids_more_of(std::vector<HardStop> const& stops, std::string_view nutrient) {
    auto const kinds = forbidden_by(stops);
    return std::any_of(kinds.begin(), kinds.end(), [&](StopKindsRow const* kind) {
        return kind->nutrient == nutrient || kind->nutrient == every_food;
    });
}

std::vector<Advice> not_to_do(std::vector<HardStop> const& stops, std::vector<Advice> const& said) {
    std::vector<Advice> lines;
    for (auto const& stop : stops) {
        auto const* row = row_of(stop.code);
        bool const already = row != nullptr && std::any_of(said.begin(), said.end(), [&](Advice const& one) {
                                 return one.code == row->advice;
                             });
        if (!already)
            lines.push_back({stop.code, stop.text, stop.source});
    }
    return lines;
}

std::vector<Problem> faults_of_hard_stops() {
    std::vector<Problem> faults;
    for (auto const& row : hard_stops_rows) {
        auto const where = "hard_stops.csv:" + std::to_string(row.line) + " " + std::string(row.code);
        if (auto const parsed = parse_condition(row.when, named_condition); !parsed)
            faults.push_back({parsed.error().what, where, {}});
        else
            for (auto const& term : parsed->terms)
                if (auto why = why_not_askable(term); !why.empty())
                    faults.push_back({term.path + ": " + why, where, {}});
        for (auto const what : parts_of(row.forbids))
            if (std::none_of(stop_kinds_rows.begin(), stop_kinds_rows.end(),
                             [&](StopKindsRow const& kind) { return kind.code == what; }))
                faults.push_back({"no such kind of stop: " + std::string(what), where, {}});
        if (!row.advice.empty() && std::none_of(advice_rows.begin(), advice_rows.end(),
                                                [&](AdviceRow const& one) { return one.code == row.advice; }))
            faults.push_back({"no such advice: " + std::string(row.advice), where, {}});
        if (row_of(row.code) != &row)
            faults.push_back({"two stops have this name", where, {}});
    }
    for (auto const& kind : stop_kinds_rows)
        if (!kind.nutrient.empty() && kind.nutrient != every_food && !diet::nutrient_called(kind.nutrient))
            faults.push_back({"no such nutrient: " + std::string(kind.nutrient),
                              "stop_kinds.csv:" + std::to_string(kind.line),
                              {}});
    return faults;
}

} // namespace rheobase::verdict
