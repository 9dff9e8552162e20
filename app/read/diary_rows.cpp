#include "app/read/diary_rows.hpp"

#include "app/read/diary_amounts.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr std::size_t longest_shown = 160;

bool no_figure(std::string_view cell) {
    std::string const word = lower(cell);
    return word.empty() || word == "-" || word == "--" || word == "\xE2\x80\x94" || word == "n/a" ||
           word == "na" || word == "null" || word == "none" || word == "nil";
}

bool yes(std::string_view cell) {
    std::string const word = lower(trimmed(cell));
    return word == "true" || word == "1" || word == "yes" || word == "y" || word == "t";
}

bool a_total(std::string_view cell) {
    std::string word = lower(trimmed(cell));
    if (word.ends_with(':'))
        word.pop_back();
    return word == "total" || word == "totals" || word == "daily totals" || word == "weekly totals" ||
           word == "daily total" || word == "grand total";
}

std::string shortened(std::vector<std::string> const& cells) {
    std::string text;
    for (auto const& cell : cells) {
        text += (text.empty() ? "" : ",") + cell;
        if (text.size() > longest_shown)
            break;
    }
    if (text.size() > longest_shown) {
        std::size_t end = longest_shown;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        text = text.substr(0, end) + "\xE2\x80\xA6";
    }
    return text;
}

/// Most that a row can hold of a nutrient and still be food.
double most_of(diet::Nutrient nutrient) {
    double const grams = diet::about(nutrient).grams_per_unit;
    return known(grams) ? diary_reading.most_grams / grams
                        : diary_reading.most_grams * diary_reading.fat_kcal_per_g;
}

} // namespace

diet::Eaten eaten_of(DiaryRow const& row) {
    diet::Eaten eaten;
    eaten.day = row.when.day;
    eaten.time = row.when.time;
    eaten.meal = row.meal;
    eaten.line = row.line;
    eaten.text = row.food + (row.food.empty() || row.amount.empty() ? "" : ", " + row.amount);
    eaten.stated = row.stated;
    return eaten;
}

DiaryRows::DiaryRows(DiaryTable const& table, RowRules const& rules, diet::Diary& diary)
    : table_(table), rules_(rules), diary_(diary), rows_(table), wasted_(table.headings.size(), false) {
    std::map<diet::Nutrient, std::size_t> taken;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        Heading column = heading(table.headings[i], rules.format);
        by_heading_.try_emplace(lower(table.headings[i]), i);
        bool wanted = column.role == Role::nutrient && known(column.factor);
        if (wanted && !taken.try_emplace(column.nutrient, i).second) {
            wanted = false;
            diary.notes.push_back(fmt::format("Two columns hold {} (\"{}\" and \"{}\"); the first is used",
                                              diet::about(column.nutrient).short_name,
                                              table.headings[taken[column.nutrient]], column.written));
        }
        if (column.role != Role::nutrient && column.role != Role::none &&
            !places_.try_emplace(column.role, static_cast<int>(i)).second)
            column.role = Role::none;
        wanted_.push_back(wanted);
        columns_.push_back(std::move(column));
    }
    look_ahead();
}

/// The order of days and the decimal mark belong to the whole file: one row can settle them for all.
void DiaryRows::look_ahead() {
    bool day_first = false, month_first = false, points = false, commas = false;
    int const day = places_.contains(Role::day) ? places_[Role::day] : -1;
    TableRows rows(table_);
    CsvRow row;
    while (rows.next(row)) {
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i) {
            std::string_view const cell = trimmed(row.cells[i]);
            if (static_cast<int>(i) == day) {
                auto const shown = order_shown_by(cell);
                day_first |= shown == DayOrder::day_first;
                month_first |= shown == DayOrder::month_first;
                slashes_ = slashes_ || written_with_slashes(cell);
            }
            auto const role = columns_[i].role;
            if (role != Role::nutrient && role != Role::quantity && role != Role::grams)
                continue;
            auto const comma = cell.find(',');
            points = points || cell.find('.') != cell.npos;
            commas = commas || (comma != cell.npos && comma == cell.rfind(',') && cell.size() - comma != 4 &&
                                cell.find_first_not_of("0123456789,-") == cell.npos);
        }
    }
    decimal_comma_ = commas && !points;
    if (table_.separator == ';' && !points)
        decimal_comma_ = true;
    if (day_first && month_first) {
        diary_.notes.push_back("Some dates have the day first and some the month; each is read as it can be, "
                               "the others month first");
        rules_.order = DayOrder::unsure;
    } else if (day_first || month_first)
        rules_.order = day_first ? DayOrder::day_first : DayOrder::month_first;
    else if (slashes_ && rules_.order == DayOrder::unsure)
        diary_.notes.push_back(
            "The dates do not tell whether the month or the day stands first; they are read month first, "
            "with points between the numbers day first");
}

std::string_view DiaryRows::at(Role role) const {
    auto const place = places_.find(role);
    if (place == places_.end() || static_cast<std::size_t>(place->second) >= row_.cells.size())
        return {};
    return trimmed(row_.cells[static_cast<std::size_t>(place->second)]);
}

std::string_view DiaryRows::cell(std::string_view heading) const {
    auto const place = by_heading_.find(heading);
    return place == by_heading_.end() || place->second >= row_.cells.size()
               ? std::string_view{}
               : trimmed(row_.cells[place->second]);
}

std::optional<double> DiaryRows::plain_number(std::string_view cell) const {
    if (!decimal_comma_)
        return number_with_grouping(cell);
    std::string text;
    for (char const c : cell)
        if (c != '.')
            text += c == ',' ? '.' : c;
    return number(text);
}

/// The figure in the unit of the column; nothing when it is blank or no amount (which is noted).
std::optional<double> DiaryRows::figure(std::string_view written, Heading const& column, int line) {
    std::string_view const cell = trimmed(written);
    if (no_figure(cell))
        return std::nullopt;
    auto value = plain_number(cell);
    double factor = column.factor;
    if (!value) {
        // "12.5 g": a unit in the cell is surer than the one in the heading.
        auto const end = cell.find_first_not_of("0123456789.,-+ ");
        if (end != cell.npos && end > 0 && column.role == Role::nutrient)
            if (auto const own = to_nutrient_unit(column.nutrient, cell.substr(end))) {
                value = plain_number(cell.substr(0, end));
                factor = *own;
            }
    }
    double const amount = value ? *value * factor : unknown;
    double const most = column.role == Role::nutrient ? most_of(column.nutrient) : diary_reading.most_grams;
    if (known(amount) && amount >= 0 && amount <= most)
        return amount;
    odd_figures_.push_back(fmt::format("line {}, {}: \"{}\"", line, column.written, cell.substr(0, 40)));
    return std::nullopt;
}

void DiaryRows::unread(DiaryRow const& row, std::string why) {
    diary_.unread.push_back({row.line, row.as_written, std::move(why)});
}

/// Takes the grams of a row; returns why they are none. A column of grams in which someone wrote "1 cup"
/// holds an amount all the same.
std::string DiaryRows::weigh(std::string_view cell, DiaryRow& row) const {
    if (auto const grams = plain_number(cell)) {
        row.grams = *grams;
        return *grams >= 0 && *grams <= diary_reading.most_grams
                   ? ""
                   : fmt::format("no one eats this amount: \"{}\" grams", cell.substr(0, 40));
    }
    auto const amount = diary_amount(cell);
    if (!amount.understood)
        return fmt::format("\"{}\" in the column \"{}\" is no amount", cell.substr(0, 40),
                           columns_[static_cast<std::size_t>(places_.at(Role::grams))].written);
    if (!can_be_eaten(amount))
        return fmt::format("no one eats this amount: \"{}\"", cell.substr(0, 40));
    if (known(amount.grams))
        row.grams = amount.grams;
    else
        row.amount = cell;
    return "";
}

/// The day of a row: a date, a name such as "Monday", or where the format lets it be left out that of the row
/// above.
bool DiaryRows::day_of(std::string_view cell, DiaryRow& row) {
    if (cell.empty()) {
        if (rules_.day_needed)
            return false;
        row.when.day = day_above_;
        if (!day_above_.empty())
            without_day_.push_back(row.line);
        else
            before_days_.push_back(row.line);
        return true;
    }
    if (lower(cell) == no_day) {
        day_above_.clear();
        return true;
    }
    if (auto const when = moment(cell, rules_.order))
        row.when = *when;
    else if (bool const number = cell.size() <= 3 && cell.find_first_not_of("0123456789") == cell.npos;
             number)
        row.when.day = *day_label(fmt::format("day {}", cell));
    else if (auto const label = day_label(cell))
        row.when.day = days_.day(*label);
    else
        return false;
    day_above_ = row.when.day;
    return true;
}

bool DiaryRows::next(DiaryRow& row) {
    while (rows_.next(row_)) {
        auto const blank = [](std::string const& cell) { return trimmed(cell).empty(); };
        if (std::all_of(row_.cells.begin(), row_.cells.end(), blank))
            continue;
        row = DiaryRow{};
        row.line = row_.line;
        row.as_written = shortened(row_.cells);
        auto const width = columns_.size();
        auto const filled = static_cast<std::size_t>(
            std::find_if_not(row_.cells.rbegin(), row_.cells.rend(), blank).base() - row_.cells.begin());
        if (a_total(at(Role::day)) || a_total(at(Role::meal)) || a_total(at(Role::food))) {
            totals_.push_back(row.line);
            continue;
        }
        if (yes(at(Role::deleted))) {
            deleted_.push_back(fmt::format("line {} ({})", row.line, at(Role::food)));
            continue;
        }
        if (diary_.lines >= static_cast<int>(diary_reading.most_rows)) {
            diary_.notes.push_back(fmt::format("Reading stopped at line {}: no diary has more than {} rows",
                                               row.line, diary_.lines));
            return false;
        }
        ++diary_.lines;
        if (filled > width && rules_.last_takes_the_rest) {
            // "two eggs, toast" without quotation marks: the commas belong to the text.
            for (std::size_t i = width; i < filled; ++i)
                row_.cells[width - 1] += table_.separator + row_.cells[i];
            row_.cells.resize(width);
        } else if (filled > width) {
            unread(row, fmt::format("the row has {} cells and the headings {}: perhaps a comma or quotation "
                                    "mark stands inside a cell",
                                    filled, width));
            continue;
        }
        if (row_.cells.size() < width && rows_.cut_off()) {
            unread(row,
                   fmt::format("the file ends in this row, after {} of {} cells", row_.cells.size(), width));
            continue;
        }
        if (places_.contains(Role::day)) {
            if (!day_of(at(Role::day), row)) {
                unread(row, at(Role::day).empty() ? "it names no day"
                                                  : fmt::format("\"{}\" is no day of the calendar",
                                                                at(Role::day).substr(0, 40)));
                continue;
            }
        }
        if (auto const time = time_of_day(at(Role::time)); !time.empty())
            row.when.time = time;
        else if (auto const both = moment(at(Role::time), rules_.order); both && !both->time.empty())
            row.when.time = both->time;
        row.meal = at(Role::meal);
        row.food = at(Role::food);
        if (!at(Role::brand).empty() && row.food.find(at(Role::brand)) == row.food.npos)
            row.food += (row.food.empty() ? "" : ", ") + std::string(at(Role::brand));
        row.category = at(Role::category);
        row.note = at(Role::note);
        row.completed = at(Role::completed).empty() || yes(at(Role::completed));
        row.amount = at(Role::amount);
        if (row.amount.empty() && !at(Role::quantity).empty()) {
            auto const count = plain_number(at(Role::quantity));
            row.amount = count ? fmt::format("{}", *count) : std::string(at(Role::quantity));
            if (!at(Role::unit).empty())
                row.amount += " " + std::string(at(Role::unit));
        } else if (!row.amount.empty() && number_with_grouping(row.amount) && !at(Role::unit).empty())
            row.amount += " " + std::string(at(Role::unit));
        std::string no_weight;
        for (std::size_t i = 0; i < std::min(width, row_.cells.size()); ++i) {
            auto const& column = columns_[i];
            if (column.role == Role::grams && static_cast<int>(i) == places_[Role::grams] &&
                !no_figure(trimmed(row_.cells[i]))) {
                no_weight = weigh(trimmed(row_.cells[i]), row);
            }
            if (column.role != Role::nutrient)
                continue;
            if (wanted_[i])
                row.stated[column.nutrient] = figure(row_.cells[i], column, row.line).value_or(unknown);
            else if (!known(column.factor) && plain_number(trimmed(row_.cells[i])).value_or(0) > 0)
                wasted_[i] = true;
        }
        if (!no_weight.empty()) {
            unread(row, no_weight);
            continue;
        }
        return true;
    }
    return false;
}

void DiaryRows::finish() {
    std::map<std::string, std::string> wasted;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (wasted_[i]) {
            auto& names = wasted[columns_[i].why_not];
            names += (names.empty() ? "" : ", ") + columns_[i].written;
        }
    for (auto const& [why, names] : wasted)
        diary_.notes.push_back(fmt::format("Not used, because {}: {}. These are filled from the food table "
                                           "where a food was found, else unknown",
                                           why, names));
    std::vector<std::string> unused;
    for (auto const& column : columns_)
        if (column.role == Role::none && !column.written.empty() &&
            std::find(rules_.read_apart.begin(), rules_.read_apart.end(), lower(column.written)) ==
                rules_.read_apart.end())
            unused.push_back(column.written);
    auto const note = [&](std::vector<std::string> const& things, std::string_view one,
                          std::string_view many) {
        auto const most = static_cast<std::size_t>(diary_reading.words_shown);
        std::string names;
        for (std::size_t i = 0; i < std::min(things.size(), most); ++i)
            names += (i ? "; " : "") + things[i];
        if (!things.empty())
            diary_.notes.push_back(
                fmt::format("{}: {}{}", counted(things.size(), one, many), names,
                            things.size() > most ? fmt::format(" and {} more", things.size() - most) : ""));
    };
    note(unused, "column is not used", "columns are not used");
    note(odd_figures_, "figure is no amount that can be eaten and is left unknown",
         "figures are no amounts that can be eaten and are left unknown");
    note(deleted_, "row is marked as deleted and left out", "rows are marked as deleted and left out");
    if (!totals_.empty())
        diary_.notes.push_back(fmt::format("{} left out, so that nothing counts twice: {}",
                                           counted(totals_.size(), "row of totals is", "rows of totals are"),
                                           lines_named(totals_)));
    if (!without_day_.empty())
        diary_.notes.push_back(fmt::format(
            "{} no day and {} to the day above: {}", counted(without_day_.size(), "row names", "rows name"),
            without_day_.size() == 1 ? "is counted" : "are counted", lines_named(without_day_)));
    if (!before_days_.empty() && !day_above_.empty())
        diary_.notes.push_back(fmt::format("{} no day, with none above, and {} as a day of {} own: {}",
                                           counted(before_days_.size(), "row names", "rows name"),
                                           before_days_.size() == 1 ? "counts" : "count",
                                           before_days_.size() == 1 ? "its" : "their",
                                           lines_named(before_days_)));
    if (!places_.contains(Role::day))
        diary_.notes.push_back("The file names no days, so all of it counts as one");
}

} // namespace rheobase::read
