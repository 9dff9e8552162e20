#include "app/read/diary_text.hpp"

#include "app/read/diary_reading.rows.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

void append(std::string& text, std::uint32_t point) {
    auto const put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80)
        put(point);
    else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

constexpr std::uint32_t replacement = 0xFFFD;

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string text;
    text.reserve(bytes.size() / 2);
    auto const unit = [&](std::size_t i) -> std::uint32_t {
        auto const a = static_cast<unsigned char>(bytes[i]);
        auto const b = static_cast<unsigned char>(bytes[i + 1]);
        return big_endian ? std::uint32_t{a} << 8 | b : std::uint32_t{b} << 8 | a;
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        std::uint32_t const first = unit(i);
        if (first < 0xD800 || first > 0xDFFF) {
            append(text, first);
            continue;
        }
        std::uint32_t const second = i + 3 < bytes.size() ? unit(i + 2) : 0;
        if (first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
            append(text, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            i += 2;
        } else
            append(text, replacement);
    }
    return text;
}

/// Length of the UTF-8 character at `at`, 0 when it is not one, -1 when the text ends inside it.
int character(std::string_view text, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const first = byte(at);
    if (first < 0x80)
        return 1;
    int const length = first >= 0xC2 && first < 0xE0   ? 2
                       : first >= 0xE0 && first < 0xF0 ? 3
                       : first >= 0xF0 && first < 0xF5 ? 4
                                                       : 0;
    if (length == 0)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (at + static_cast<std::size_t>(i) >= text.size())
            return -1;
        auto const next = byte(at + static_cast<std::size_t>(i));
        bool const early = i == 1 && ((first == 0xE0 && next < 0xA0) || (first == 0xED && next >= 0xA0) ||
                                      (first == 0xF0 && next < 0x90) || (first == 0xF4 && next >= 0x90));
        if (next < 0x80 || next >= 0xC0 || early)
            return 0;
    }
    return length;
}

/// What Windows-1252 has at 0x80 to 0x9F; the rest of it is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

Utf8 repaired(std::string bytes) {
    std::size_t broken = 0;
    std::size_t proper = 0;
    std::size_t first_broken = bytes.size();
    for (std::size_t at = 0; at < bytes.size();) {
        int const length = character(bytes, at);
        proper += length > 1;
        if (length <= 0) {
            broken += length == 0;
            first_broken = std::min(first_broken, at);
        }
        at += static_cast<std::size_t>(std::max(length, 1));
    }
    if (first_broken == bytes.size())
        return {std::move(bytes), {}};

    Utf8 result;
    auto const line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(first_broken), '\n');
    bool const western = broken > proper;
    for (std::size_t at = 0; at < bytes.size();) {
        int const length = character(bytes, at);
        auto const byte = static_cast<unsigned char>(bytes[at]);
        if (length > 0 && (!western || length == 1))
            result.text.append(bytes, at, static_cast<std::size_t>(length));
        else
            append(result.text, !western ? replacement : byte < 0xA0 ? windows_1252[byte - 0x80u] : byte);
        at += static_cast<std::size_t>(length > 0 && !western ? length : 1);
    }
    if (western)
        result.notes.push_back("The file is not in UTF-8; it was read as Windows-1252 (Latin-1)");
    else
        result.notes.push_back(
            fmt::format("{} that no UTF-8 text has replaced by a question sign, the first on line {}",
                        counted(std::max<std::size_t>(broken, 1), "byte", "bytes"), line));
    return result;
}

} // namespace

Result<Utf8> as_utf8(std::string bytes, std::string_view where) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    auto const printed = [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; };
    if (std::find_if(bytes.begin(), bytes.end(), printed) == bytes.end())
        return fault(std::string(where), "the file is empty", "Export the diary again");

    bool const little = bytes.starts_with("\xFF\xFE");
    bool const big = bytes.starts_with("\xFE\xFF");
    if (little || big)
        return Utf8{from_utf16(std::string_view(bytes).substr(2), big),
                    {"The file is in UTF-16; it was converted"}};

    std::string_view const head = std::string_view(bytes).substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    std::size_t controls = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        auto const byte = static_cast<unsigned char>(head[i]);
        zeros[i % 2] += byte == 0;
        controls += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
    }
    if (zeros[0] + zeros[1] > head.size() / 4 && (zeros[0] == 0 || zeros[1] == 0))
        return Utf8{from_utf16(bytes, zeros[0] > 0), {"The file is in UTF-16; it was converted"}};
    if (controls * 10 > head.size() || bytes.find('\0') != bytes.npos)
        return fault(std::string(where), "this is not a text: it holds bytes that no text has",
                     "Give the CSV, XML, JSON or ZIP file that the program exports");
    return repaired(std::move(bytes));
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\xC2\xB5" || text.substr(i, 2) == "\xCE\xBC") {
            out += 'u';
            ++i;
        } else
            out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lines_named(std::vector<int> const& lines) {
    auto const most = static_cast<std::size_t>(diary_reading.words_shown);
    std::string text = lines.size() == 1 ? "line " : "lines ";
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
        text += (i ? ", " : "") + std::to_string(lines[i]);
    if (lines.size() > most)
        text += " and " + std::to_string(lines.size() - most) + " more";
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace rheobase::read
