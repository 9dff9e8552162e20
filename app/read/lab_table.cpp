#include "app/read/lab_table.hpp"

#include "app/read/diary_text.hpp"
#include "app/read/fhir_date.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace rheobase::read {

namespace {

enum Column : std::size_t { test, loinc, value, unit, date, days_ago, low, high, note, columns };

struct Heading {
    Column column;
    std::string_view word;
};

constexpr Heading headings[] = {
    {test, "analyte"},
    {test, "test"},
    {test, "test name"},
    {test, "name"},
    {test, "lab"},
    {test, "component"},
    {loinc, "loinc"},
    {loinc, "loinc code"},
    {value, "value"},
    {value, "result"},
    {value, "result value"},
    {unit, "unit"},
    {unit, "units"},
    {date, "date"},
    {date, "collected"},
    {date, "collection date"},
    {date, "sample date"},
    {date, "day"},
    {days_ago, "days_ago"},
    {days_ago, "days ago"},
    {low, "low"},
    {low, "ref_low"},
    {low, "reference low"},
    {high, "high"},
    {high, "ref_high"},
    {high, "reference high"},
    {note, "note"},
    {note, "comment"},
};

using Places = std::array<std::optional<std::size_t>, columns>;

Places places_of(CsvRow const& row) {
    Places places;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto const word = lower(trimmed(row.cells[i]));
        for (auto const& heading : headings)
            if (heading.word == word && !places[heading.column])
                places[heading.column] = i;
    }
    return places;
}

std::optional<double> number_read(std::string_view text) {
    text = trimmed(text);
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// The result of a row, or why there is none.
std::string read_row(CsvRow const& row, Places const& places, std::optional<long> today, verdict::Lab& lab) {
    auto const cell = [&](Column column) {
        auto const place = places[column];
        return place && *place < row.cells.size() ? std::string(trimmed(row.cells[*place])) : std::string();
    };
    lab.analyte = cell(test);
    lab.loinc = cell(loinc);
    lab.unit = cell(unit);
    lab.note = cell(note);
    if (lab.analyte.empty() && lab.loinc.empty())
        return "no test is named";
    auto written = cell(value);
    for (std::string_view const bound : {"<=", ">=", "<", ">"})
        if (written.starts_with(bound)) {
            lab.bound = bound;
            written.erase(0, bound.size());
            break;
        }
    auto const number = number_read(written);
    if (!number)
        return written.empty() ? "no result is given" : "the result is no number";
    lab.value = *number;
    lab.ref_low = number_read(cell(low));
    lab.ref_high = number_read(cell(high));
    lab.days_ago = number_read(cell(days_ago));
    if (auto const day = cell(date); !day.empty() && !lab.days_ago) {
        auto const taken = fhir::when(day);
        if (!taken || taken->known != fhir::When::Known::day || !today)
            return "the date is not written as 2026-03-01";
        if (taken->day > *today + 1)
            return "the date is in the future";
        lab.days_ago = static_cast<double>(*today - taken->day);
    }
    return {};
}

} // namespace

std::optional<LabTable> read_lab_table(std::string_view text, std::string_view today) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    auto const now = fhir::when(today);
    for (char const separator : {',', ';', '\t'}) {
        CsvReader reader(text, separator);
        CsvRow row;
        if (!reader.next(row))
            return std::nullopt;
        auto const places = places_of(row);
        if ((!places[test] && !places[loinc]) || !places[value])
            continue;
        LabTable table;
        while (reader.next(row)) {
            verdict::Lab lab;
            auto const why = read_row(row, places, now ? std::optional(now->day) : std::nullopt, lab);
            if (why.empty())
                table.labs.push_back(std::move(lab));
            else
                table.unread.push_back({row.line, csv_line(row.cells), why});
        }
        return table;
    }
    return std::nullopt;
}

} // namespace rheobase::read
