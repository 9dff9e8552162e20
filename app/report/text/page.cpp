#include "app/report/text/page.hpp"

#include "base/printable.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::report {

std::size_t columns(std::string_view text) {
    // Bytes that continue a UTF-8 character take no column of their own.
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string_view text, std::size_t to) {
    std::string out(text);
    if (auto const taken = columns(text); taken < to)
        out.append(to - taken, ' ');
    return out;
}

std::string bar(double share, std::size_t cells) {
    auto const full =
        std::isfinite(share)
            ? static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(cells) + 0.5)
            : 0;
    std::string out;
    for (std::size_t i = 0; i < cells; ++i)
        out += i + 1 == cells && share > 1.05 ? "▶" : i < full ? "█" : "░";
    return out;
}

std::string Page::tinted(std::string_view text, Tint tint) const {
    if (!colour_ || tint == Tint::none)
        return std::string(text);
    char const* code = tint == Tint::strong ? "\033[1m"
                       : tint == Tint::warn ? "\033[1;31m"
                       : tint == Tint::calm ? "\033[32m"
                                            : "\033[2m";
    return code + std::string(text) + "\033[0m";
}

void Page::heading(std::string_view text) {
    if (!text_.empty())
        text_ += '\n';
    text_ += tinted(text, Tint::strong) + '\n';
}

void Page::paragraph(std::string_view raw, std::size_t indent, std::size_t hang, Tint tint) {
    auto const safe = printable(raw);
    std::string_view text = safe;
    std::string line(indent, ' ');
    bool fresh = true;
    auto const flush = [&] {
        text_ += tinted(line, tint) + '\n';
        line.assign(hang, ' ');
        fresh = true;
    };
    while (!text.empty()) {
        auto const end = text.find_first_of(" \n");
        auto const word = text.substr(0, end);
        if (!fresh && columns(line) + 1 + columns(word) > width)
            flush();
        if (!word.empty()) {
            line += (fresh ? "" : " ") + std::string(word);
            fresh = false;
        }
        if (end != text.npos && text[end] == '\n')
            flush();
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    }
    if (!fresh)
        flush();
}

void Page::item(std::string_view text, std::size_t indent) {
    paragraph("– " + std::string(text), indent, indent + 2);
}

void Page::line(std::string_view text) {
    text_ += text;
    text_ += '\n';
}

void Page::gap() {
    text_ += '\n';
}

} // namespace rheobase::report
