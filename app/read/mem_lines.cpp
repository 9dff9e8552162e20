#include "app/read/mem_lines.hpp"

#include "app/read/diary_text.hpp"
#include "app/read/mem_words.rows.hpp"
#include "base/number.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::vector<MemLine> mem_lines(std::string_view text) {
    std::vector<MemLine> lines;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find_first_of("\r\n", from), text.size());
        lines.push_back({static_cast<int>(lines.size()) + 1, text.substr(from, end - from)});
        from = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

std::string bare(std::string_view text) {
    std::string out;
    for (char const c : lower(text))
        if (letter(c) || digit(c))
            out += c;
    return out;
}

std::string_view mem_word(std::string_view kind, std::string_view written) {
    auto const word = kind == "column" ? lower(written) : bare(written);
    for (auto const& row : mem_words_rows)
        if (row.kind == kind && (kind == "column" ? word.find(row.written) != word.npos
                                                  : !word.empty() && word == bare(row.written)))
            return row.meant;
    return {};
}

std::vector<std::string_view> mem_cells(std::string_view text, std::size_t blanks) {
    std::vector<std::string_view> cells;
    if (text.find('\t') != text.npos) {
        for (std::size_t from = 0; from <= text.size();) {
            auto const end = std::min(text.find('\t', from), text.size());
            cells.push_back(trimmed(text.substr(from, end - from)));
            from = end + 1;
        }
        return cells;
    }
    text = trimmed(text);
    std::string const gap(blanks, ' ');
    while (!text.empty()) {
        auto const end = std::min(text.find(gap), text.size());
        cells.push_back(trimmed(text.substr(0, end)));
        text = trimmed(text.substr(end));
    }
    return cells;
}

std::optional<double> mem_number(std::string_view text) {
    std::string point(text);
    if (std::count(point.begin(), point.end(), ',') == 1 && point.find('.') == point.npos)
        std::replace(point.begin(), point.end(), ',', '.');
    return number(point);
}

std::optional<MemLabel> mem_label(std::string_view text) {
    text = trimmed(text);
    constexpr std::size_t longest_number = 4;
    std::size_t at = 0;
    while (at < text.size() && letter(text[at]))
        ++at;
    MemLabel label{text.substr(0, at), 0, {}};
    auto const from = at;
    while (at < text.size() && digit(text[at]))
        ++at;
    if (label.letters.empty() || at - from > longest_number || at >= text.size() || text[at] != '.')
        return std::nullopt;
    for (char const c : text.substr(from, at - from))
        label.set = 10 * label.set + (c - '0');
    auto const point = at++;
    while (at < text.size() && digit(text[at]))
        ++at;
    if (at == point + 1 || (at < text.size() && text[at] != ' ' && text[at] != '\t'))
        return std::nullopt;
    label.rest = text.substr(at);
    return label;
}

} // namespace rheobase::read
