#include "app/read/mem.hpp"

#include "app/read/diary_text.hpp"
#include "app/read/mem_curves.hpp"
#include "app/read/mem_fields.hpp"
#include "app/read/mem_reading.rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr auto give_a_recording =
    "A recording of QTRAC is a text with sections such as RECOVERY CYCLE DATA: choose its .MEM file";

constexpr std::array<std::string_view, 6> curve_sections{"sr", "charge", "sd", "te", "rc", "iv"};

/// What the columns of a section are, in their order behind the label.
std::vector<std::string_view> usual_columns(std::string_view kind) {
    if (kind == "te")
        return {"x", "current", "value"};
    if (kind == "iv")
        return {"current", "value"};
    if (kind == "charge")
        return {"x", "value", "charge"};
    if (kind == "sr" || kind == "sd")
        return {"percent", "value", "value"};
    return {"x", "value"};
}

class Reading {
  public:
    Reading(std::string_view file, MemRead& into) : file_(file), into_(into) {}

    void line(MemLine const& line);
    void finish();
    /// Whether there is a head, or a response to stimuli, and nothing tracked.
    bool header_alone() const { return sections_ > 0 || !into_.recording.protocol.empty(); }

  private:
    void heading(std::string_view text, std::string_view kind);
    void data(MemLine const& line, MemLabel const& label);
    bool columns(MemLine const& line);
    void cannot(int line, std::string what, std::string hint);
    MemFault fault_here() {
        return [this](int line, std::string what, std::string hint) {
            cannot(line, std::move(what), std::move(hint));
        };
    }

    std::string_view file_;
    MemRead& into_;
    std::string section_ = "header"; ///< what it is known as; empty for one that is not
    int sections_ = 0;
    int faults_here_ = 0;
    std::vector<std::string_view> columns_;
    std::array<std::vector<MemRow>, curve_sections.size()> rows_;
};

void Reading::cannot(int line, std::string what, std::string hint) {
    ++faults_here_;
    if (faults_here_ < mem_reading.most_faults)
        into_.unread.push_back({std::move(what), fmt::format("{}, line {}", file_, line), std::move(hint)});
    else if (faults_here_ == mem_reading.most_faults)
        into_.unread.push_back({"more lines of this section cannot be read",
                                fmt::format("{}, line {}", file_, line), "They are left out too"});
}

/// A heading stands alone in its line, in capitals; QTRAC adds the minutes of the recording: "… DATA
/// (2.4-3.5m)".
bool heads(std::string_view text) {
    auto const words = trimmed(text.substr(0, text.find('(')));
    bool const capitals =
        std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return capitals && text.find('\t') == text.npos && words.find(' ') != words.npos &&
           words.find('=') == words.npos &&
           (words.ends_with("DATA") || words.ends_with("VARIABLES") || words.ends_with("WAVEFORMS"));
}

void Reading::heading(std::string_view text, std::string_view kind) {
    section_ = kind;
    ++sections_;
    faults_here_ = 0;
    columns_ = usual_columns(kind);
    if (kind.empty())
        into_.notes.push_back(
            fmt::format("The section {} is not used.", trimmed(text.substr(0, text.find('(')))));
}

/// Whether the line names the columns of its section; they may stand in another order than usual.
bool Reading::columns(MemLine const& line) {
    auto cells = mem_cells(line.text, 2);
    if (!cells.empty() && cells.front().empty())
        cells.erase(cells.begin());
    std::vector<std::string_view> known_as;
    std::size_t some = 0;
    for (auto const cell : cells) {
        known_as.push_back(mem_word("column", cell));
        some += !known_as.back().empty();
    }
    if (some < 2)
        return false;
    // A threshold in mA stands beside its charge; of two thresholds the second is that of the longer
    // stimulus.
    columns_ = known_as;
    return true;
}

void Reading::data(MemLine const& line, MemLabel const& label) {
    auto const kind = mem_word("label", label.letters);
    if (kind.empty())
        return;
    // The label says what a row is even where a heading is missing or is written in another way.
    if (kind != section_)
        heading(label.letters, kind);
    auto cells = mem_cells(label.rest, 1);
    if (!cells.empty() && cells.front().empty())
        cells.erase(cells.begin());
    MemRow row;
    row.line = line.number;
    row.set = label.set;
    row.section = sections_;
    bool any = false;
    for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
        if (cells[i].empty() || columns_[i].empty())
            continue;
        auto const value = mem_number(cells[i]);
        bool const time = columns_[i] == "x";
        if (!value) {
            cannot(line.number, fmt::format("'{:.40}' is no number", cells[i]), "The point is left out");
            return;
        }
        if (std::abs(*value) > (time ? mem_reading.longest : mem_reading.most_change) ||
            (time && (*value < 0 || (*value == 0 && kind != "te")))) {
            cannot(line.number, fmt::format("{:.6g} cannot be meant here", *value), "The point is left out");
            return;
        }
        any = true;
        (time                       ? row.x
         : columns_[i] == "current" ? row.current
         : columns_[i] == "charge"  ? row.charge
         : columns_[i] == "percent" ? row.percent
         : known(row.value)         ? row.second_value
                                    : row.value) = *value;
    }
    auto const place = std::find(curve_sections.begin(), curve_sections.end(), kind) - curve_sections.begin();
    auto& rows = rows_[static_cast<std::size_t>(place)];
    constexpr auto most_rows = static_cast<std::size_t>(mem_reading.most_points) * curve_sections.size();
    if (any && rows.size() < most_rows)
        rows.push_back(row);
}

void Reading::line(MemLine const& line) {
    auto const text = trimmed(line.text);
    if (text.empty())
        return;
    auto const known_as = mem_word("section", text.substr(0, text.find('(')));
    if (!known_as.empty() || heads(text))
        return heading(text, known_as);
    if (auto const label = mem_label(text))
        return data(line, *label);
    if (section_ == "header")
        read_header_field(line, into_.recording, fault_here());
    else if (section_ == "variables")
        read_variable(line, into_.recording, fault_here());
    else if (section_ == "extra")
        read_extra(line, into_.recording);
    else if (!section_.empty())
        columns(line);
}

void Reading::finish() {
    MemCurves made;
    for (std::size_t i = 0; i < curve_sections.size(); ++i)
        add_curves(curve_sections[i], rows_[i], file_, made);
    into_.recording.curves = std::move(made.curves);
    into_.unread.insert(into_.unread.end(), made.unread.begin(), made.unread.end());
    into_.notes.insert(into_.notes.end(), made.notes.begin(), made.notes.end());
}

} // namespace

Result<MemRead> read_mem(std::string bytes, std::string_view name) {
    if (bytes.find_first_not_of(" \t\r\n") == bytes.npos)
        return fault(std::string(name), "the file is empty, and no recording of a nerve", give_a_recording);
    auto const utf8 = as_utf8(std::move(bytes), name);
    if (!utf8)
        return fault(std::string(name), "this is no text, and so no recording of a nerve", give_a_recording);
    MemRead read;
    read.notes = utf8->notes;
    Reading reading(name, read);
    for (auto const& line : mem_lines(utf8->text))
        reading.line(line);
    reading.finish();
    auto const& r = read.recording;
    // How the response grows with the stimulus says nothing of thresholds that anything could be held against.
    bool const tracked = std::any_of(r.curves.begin(), r.curves.end(),
                                     [](auto const& curve) { return curve.name != "response"; });
    if (!tracked &&
        std::none_of(r.listed.begin(), r.listed.end(), [](double value) { return known(value); }))
        return fault(
            std::string(name),
            reading.header_alone()
                ? "no threshold tracking was found in it, only the head of a recording: the file may be cut"
                : "no threshold tracking was found in it",
            give_a_recording);
    return read;
}

} // namespace rheobase::read
