// What the rules ask of results: the latest level against a bound, a rise, a doubted value.
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/lab.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// Unfirm: without a date, or too old to clear a rule.
bool firm(LabLine const& line) {
    auto const* row = lab_row(line.analyte);
    bool const own = row && known(row->stale_days);
    return line.days_ago && *line.days_ago <= (own ? row->stale_days : judging.stale_after_days);
}

/// "< 0.1" against a number: sure only where every value beyond the bound gives the same answer. A bound
/// settles a rule on its own side and is silent about the rest.
Truth bound_satisfies(LabLine const& line, Compare how, double number) {
    bool const below = line.bound.starts_with('<');
    bool const itself = line.bound.ends_with('='); // the value may lie on the bound
    double const edge = line.value;
    // Whether all, or none, of the values that the bound allows lie below the number.
    bool const all_less = below && (edge < number || (edge == number && !itself));
    bool const all_at_most = below && edge <= number;
    bool const all_more = !below && (edge > number || (edge == number && !itself));
    bool const all_at_least = !below && edge >= number;
    auto const either_way = [](bool yes, bool no) {
        return yes ? Truth::yes : no ? Truth::no : Truth::unknown;
    };
    switch (how) {
    case Compare::less:
        return either_way(all_less, all_at_least);
    case Compare::at_most:
        return either_way(all_at_most, all_more);
    case Compare::more:
        return either_way(all_more, all_at_most);
    case Compare::at_least:
        return either_way(all_at_least, all_less);
    case Compare::low:
        return either_way(line.flag == "low", line.flag == "high" || (!below && edge >= line.low));
    case Compare::high:
        return either_way(line.flag == "high", line.flag == "low" || (below && edge <= line.high));
    case Compare::normal:
        return either_way(line.flag == "normal", line.flag == "low" || line.flag == "high");
    case Compare::equal:
        return Truth::unknown;
    case Compare::holds:
    case Compare::is:
    case Compare::within:
        break;
    }
    return Truth::yes;
}

Truth satisfies(LabLine const& line, Compare how, double number) {
    if (!line.bound.empty() && how != Compare::within)
        return bound_satisfies(line, how, number);
    switch (how) {
    case Compare::less:
        return truth(line.value < number);
    case Compare::at_most:
        return truth(line.value <= number);
    case Compare::more:
        return truth(line.value > number);
    case Compare::at_least:
        return truth(line.value >= number);
    case Compare::equal:
        return truth(line.value == number);
    case Compare::low:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "low");
    case Compare::high:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "high");
    case Compare::normal:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "normal");
    case Compare::within:
        return line.days_ago ? truth(*line.days_ago <= number) : Truth::unknown;
    case Compare::holds:
    case Compare::is:
        break;
    }
    return Truth::yes;
}

/// Whether `rose` holds of any two exact results at most `days` apart, the later of them recent enough to count.
template <class Rose>
Reading any_pair(std::vector<LabLine> const& lines, std::string_view analyte, double days, Rose rose) {
    Reading reading;
    for (auto const& later : lines)
        for (auto const& earlier : lines) {
            if (!later.used || !earlier.used || later.analyte != analyte || earlier.analyte != analyte ||
                !later.bound.empty() || !earlier.bound.empty() || !later.days_ago || !earlier.days_ago ||
                *earlier.days_ago <= *later.days_ago || *earlier.days_ago - *later.days_ago > days ||
                !firm(later))
                continue;
            reading.truth = either(reading.truth == Truth::unknown ? Truth::no : reading.truth,
                                   truth(rose(later.value, earlier.value)));
        }
    return reading;
}

} // namespace

LabLine const* Labs::latest(std::string_view analyte) const {
    LabLine const* latest = nullptr;
    for (auto const& line : lines_)
        if (line.used && line.analyte == analyte && line.days_ago &&
            (!latest || *line.days_ago < *latest->days_ago))
            latest = &line;
    return latest;
}

Reading Labs::compare(std::string_view analyte, Compare how, double number) const {
    auto const* newest = latest(analyte);
    bool const stands_in = newest && !newest->why_not.empty();
    Reading reading;
    if (newest) // how old it is, is known for sure, however old
        reading = {satisfies(*newest, how, number), how == Compare::within || (firm(*newest) && !stands_in)};
    // Two results of one day that disagree: either may raise urgency, neither clears anything.
    for (auto const& line : lines_)
        if (newest && line.used && line.analyte == analyte && line.days_ago == newest->days_ago &&
            how != Compare::within && satisfies(line, how, number) != satisfies(*newest, how, number))
            reading = {Truth::yes, false};
    for (auto const& line : lines_) {
        if (!line.used || line.analyte != analyte || line.days_ago || reading.truth == Truth::yes)
            continue;
        auto const undated = satisfies(line, how, number);
        if (undated == Truth::yes || (!newest && undated == Truth::no))
            reading = {undated, false};
    }
    return reading;
}

Reading Labs::spoiled(std::string_view analyte, Compare how, double number) const {
    Reading reading;
    auto const* good = latest(analyte);
    for (auto const& line : doubted_) {
        // A good sample after the spoiled one is the new test that was needed.
        bool const taken_again = good && line.days_ago && *good->days_ago < *line.days_ago;
        if (line.analyte == analyte && reading.truth != Truth::yes && !taken_again)
            reading.truth = satisfies(line, how, number);
    }
    if (reading.truth == Truth::unknown && good)
        reading.truth = Truth::no;
    return reading;
}

Reading Labs::rose_by(std::string_view analyte, double rise, double days) const {
    return any_pair(lines_, analyte, days, [&](double later, double earlier) { return later - earlier >= rise; });
}

Reading Labs::rose_times(std::string_view analyte, double times, double days) const {
    return any_pair(lines_, analyte, days, [&](double later, double earlier) { return later >= times * earlier; });
}

} // namespace rheobase::verdict
