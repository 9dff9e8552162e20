#include "app/read/mem_fields.hpp"

#include "app/read/diary_text.hpp"
#include "app/read/mem_reading.rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

/// The program's own way to part the words of a label is a backslash.
std::string plain_name(std::string_view written) {
    std::string out(trimmed(written));
    std::replace(out.begin(), out.end(), '\\', ' ');
    return out;
}

} // namespace

void read_header_field(MemLine const& line, nerve::ThresholdRecording& recording, MemFault const& cannot) {
    auto const colon = line.text.find(':');
    if (colon == line.text.npos)
        return;
    auto const key = mem_word("header", line.text.substr(0, colon));
    auto const value = trimmed(line.text.substr(colon + 1));
    if (key.empty() || value.empty())
        return;
    auto const put = [&](std::string& text) { text = value; };
    auto const number = [&](double& into, std::string_view what) {
        // Two values may stand there, as in "33.5 / 34": the first is that of the beginning.
        auto first = trimmed(value.substr(0, value.find('/')));
        if (auto const end = first.find_first_of(" \t°"); end != first.npos)
            first = first.substr(0, end);
        if (auto const read = mem_number(first); read && *read > 0)
            into = *read;
        else
            cannot(line.number, fmt::format("'{:.40}' is no {}", value, what), "It counts as unknown");
    };
    if (key == "age")
        number(recording.age_years, "age");
    else if (key == "temperature")
        number(recording.temperature, "temperature");
    else if (key == "file")
        put(recording.file);
    else if (key == "name")
        put(recording.name);
    else if (key == "protocol")
        put(recording.protocol);
    else if (key == "date")
        put(recording.date);
    else if (key == "start_time")
        put(recording.start_time);
    else if (key == "sex")
        put(recording.sex);
    else if (key == "sites")
        put(recording.sites);
    else if (key == "diagnosis")
        put(recording.diagnosis);
    else if (key == "examiner")
        put(recording.examiner);
    else
        put(recording.comments);
}

void read_variable(MemLine const& line, nerve::ThresholdRecording& recording, MemFault const& cannot) {
    auto text = trimmed(line.text);
    if (auto const equals = text.find('=');
        equals != text.npos && !(text.front() >= '0' && text.front() <= '9')) {
        auto const value = trimmed(text.substr(equals + 1));
        if (bare(text.substr(0, equals)) == "program")
            recording.program = value;
        return;
    }
    auto const point = text.find('.');
    auto const number = point == text.npos ? std::nullopt : mem_number(text.substr(0, point));
    if (!number)
        return;
    text = trimmed(text.substr(point + 1));
    auto const end = std::min(text.find_first_of(" \t"), text.size());
    auto const written = text.substr(0, end);
    auto const name = plain_name(text.substr(end));
    if (written.empty() || written == "-")
        return;
    auto const value = mem_number(written);
    auto key = mem_word("variable", name);
    if (name.empty())
        for (auto const& row : nerve::indices_rows)
            if (row.qtrac == *number)
                key = row.key;
    if (key.empty())
        return;
    if (!value) {
        cannot(line.number, fmt::format("'{:.40}' is no number", written), "This index counts as unknown");
        return;
    }
    if (key == "temperature" && !known(recording.temperature) && *value > 0)
        recording.temperature = *value;
    else if (key == "age" && !known(recording.age_years) && *value > 0)
        recording.age_years = *value;
    else if (key == "sex" && recording.sex.empty())
        recording.sex = *value == 1 ? "M" : *value == 2 ? "F" : "";
    else if (key == "polarising_current")
        recording.polarising_current = *value;
    for (std::size_t i = 0; i < nerve::index_count; ++i)
        // What was not measured is written as 0 by some versions, and none of these is ever just that.
        if (nerve::indices_rows[i].key == key && *value != 0)
            recording.listed[i] = std::abs(*value) <= mem_reading.most_change ? *value : unknown;
}

void read_extra(MemLine const& line, nerve::ThresholdRecording& recording) {
    auto const equals = line.text.find('=');
    if (equals == line.text.npos)
        return;
    auto const name = plain_name(line.text.substr(0, equals));
    auto const value = mem_number(trimmed(line.text.substr(equals + 1)));
    constexpr auto most = static_cast<std::size_t>(mem_reading.most_variables);
    if (value && !name.empty() && recording.extras.size() < most)
        recording.extras.emplace_back(name, *value);
}

} // namespace rheobase::read
