#include "app/read/lab_table.hpp"

#include "app/read/diary_dates.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/fhir_date.hpp"
#include "app/read/fhir_quantity.hpp"
#include "app/read/lab_table_words.rows.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <map>

namespace rheobase::read {

namespace {

/// Portals print a name and an address above the table.
constexpr int most_lines_above = 20;

/// Where each column of lab_table_words.csv stands in the rows of one file.
using Places = std::map<std::string_view, std::size_t>;

LabTableWordsRow const* word_of(std::string_view kind, std::string_view written) {
    for (auto const& row : lab_table_words_rows)
        if (row.kind == kind && row.written == written)
            return &row;
    return nullptr;
}

Places places_of(CsvRow const& row) {
    Places places;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (auto const* word = word_of("column", lower(trimmed(row.cells[i]))))
            places.emplace(word->meant, i);
    return places;
}

bool is_head(Places const& places) {
    return (places.contains("test") || places.contains("loinc")) && places.contains("value");
}

struct Table {
    Places places;
    char separator;
    DayOrder order = DayOrder::unsure;
    std::optional<long> today;

    std::string cell(CsvRow const& row, std::string_view column) const {
        auto const place = places.find(column);
        return place != places.end() && place->second < row.cells.size()
                   ? std::string(trimmed(row.cells[place->second]))
                   : std::string();
    }

    /// Where semicolons part the cells, a comma is the decimal mark: 1,250 is one and a quarter there.
    std::optional<double> figure(std::string_view written) const {
        std::string text(written);
        if (separator == ';' && text.find('.') == text.npos)
            std::replace(text.begin(), text.end(), ',', '.');
        return number_with_grouping(text);
    }
};

/// "0.62", "< 0.5", "0.62 mmol/L", "5.8 H".
bool read_result(std::string_view text, Table const& table, verdict::Lab& lab) {
    lab.bound = fhir::bound_taken(text);
    text = trimmed(text);
    auto const end = std::min(text.find_first_not_of("+-0123456789.,"), text.size());
    auto const value = table.figure(text.substr(0, end));
    if (!value)
        return false;
    lab.value = *value;
    std::string const behind(trimmed(text.substr(end)));
    if (behind.empty() || word_of("flag", lower(behind)) || behind == lab.unit)
        return true;
    if (!lab.unit.empty())
        return false;
    lab.unit = behind;
    return true;
}

/// "0.70-1.00", "0.70 to 1.00", "< 5"; what is anything else says nothing.
void read_range(std::string_view text, Table const& table, verdict::Lab& lab) {
    auto const bound = fhir::bound_taken(text);
    auto const figure_of = [&](std::string_view part) {
        part = trimmed(part);
        return table.figure(part.substr(0, std::min(part.find_first_not_of("0123456789.,"), part.size())));
    };
    if (!bound.empty()) {
        (bound[0] == '<' ? lab.ref_high : lab.ref_low) = figure_of(text);
        return;
    }
    for (std::string_view const dash : {"-", "\xE2\x80\x93", " to "})
        if (auto const at = text.find(dash, 1); at != text.npos) {
            auto const low = figure_of(text.substr(0, at));
            auto const high = figure_of(text.substr(at + dash.size()));
            if (low && high && *low < *high) {
                lab.ref_low = low;
                lab.ref_high = high;
            }
            return;
        }
}

/// The result of a row, or why there is none.
std::string read_row(CsvRow const& row, Table const& table, verdict::Lab& lab) {
    lab.analyte = table.cell(row, "test");
    lab.loinc = table.cell(row, "loinc");
    lab.unit = table.cell(row, "unit");
    lab.note = table.cell(row, "note");
    if (lab.analyte.empty() && lab.loinc.empty())
        return "no test is named";
    auto const written = table.cell(row, "value");
    if (written.empty())
        return "no result is given";
    if (!read_result(written, table, lab))
        return "the result is no number";
    read_range(table.cell(row, "range"), table, lab);
    if (auto const low = table.figure(table.cell(row, "low")))
        lab.ref_low = low;
    if (auto const high = table.figure(table.cell(row, "high")))
        lab.ref_high = high;
    lab.days_ago = table.figure(table.cell(row, "days_ago"));
    auto const date = table.cell(row, "date");
    if (date.empty() || lab.days_ago)
        return {};
    if (table.order == DayOrder::unsure && written_with_slashes(date))
        return {};
    auto const day = moment(date, table.order);
    auto const taken = day ? fhir::when(day->day) : std::nullopt;
    if (!taken || !table.today)
        return "the date is not written as 2026-03-01";
    if (taken->day > *table.today + 1)
        return "the date is in the future";
    lab.days_ago = static_cast<double>(*table.today - taken->day);
    return {};
}

/// Whether 3/4/2026 is March or April, told by the other dates of the table. Dots are European; slashes alone
/// tell nothing.
DayOrder order_of(std::vector<CsvRow> const& rows, Table const& table, bool& open) {
    auto order = DayOrder::unsure;
    open = false;
    for (auto const& row : rows) {
        auto const date = table.cell(row, "date");
        if (auto const shown = order_shown_by(date); shown != DayOrder::unsure)
            order = shown;
        if (written_with_slashes(date) && date.find('.') != date.npos && order == DayOrder::unsure)
            order = DayOrder::day_first;
        open = open || written_with_slashes(date);
    }
    open = open && order == DayOrder::unsure;
    return order;
}

LabTable read_rows(std::vector<CsvRow> const& rows, Table table) {
    LabTable out;
    bool open = false;
    table.order = order_of(rows, table, open);
    if (open)
        out.notes.emplace_back("Its dates may be of two months (3/4 is in March or in April), so the results "
                               "are kept without a day. Write them as 2026-03-04.");
    for (auto const& row : rows) {
        verdict::Lab lab;
        auto const why = read_row(row, table, lab);
        if (why.empty())
            out.labs.push_back(std::move(lab));
        else
            out.unread.push_back({row.line, csv_line(row.cells), why});
    }
    return out;
}

} // namespace

std::optional<LabTable> read_lab_table(std::string_view bytes, std::string_view today) {
    auto const text = as_utf8(std::string(bytes), "");
    if (!text)
        return std::nullopt;
    auto const now = fhir::when(today);
    for (char const separator : {',', ';', '\t'}) {
        CsvReader reader(text->text, separator);
        CsvRow row;
        Places places;
        for (int above = 0; above <= most_lines_above && !is_head(places) && reader.next(row); ++above)
            places = places_of(row);
        if (!is_head(places))
            continue;
        std::vector<CsvRow> rows;
        while (reader.next(row))
            rows.push_back(row);
        auto out = read_rows(rows, {std::move(places), separator, DayOrder::unsure,
                                    now ? std::optional(now->day) : std::nullopt});
        out.notes.insert(out.notes.begin(), text->notes.begin(), text->notes.end());
        return out;
    }
    return std::nullopt;
}

} // namespace rheobase::read
