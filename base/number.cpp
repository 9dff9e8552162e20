#include "base/number.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace rheobase {

namespace {

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

std::optional<double> number(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> number_with_grouping(std::string_view text) {
    text = trimmed(text);
    if (auto const plain = number(text))
        return plain;
    auto const comma = text.rfind(',');
    if (comma == text.npos)
        return std::nullopt;
    auto const point = text.rfind('.');
    // The mark further right is the decimal one; a lone comma groups when exactly three digits follow it.
    bool const decimal_comma =
        point == text.npos ? text.size() - comma - 1 != 3 || text.starts_with("0,") : comma > point;
    std::string plain;
    for (char const c : text) {
        if (c == ',')
            decimal_comma ? void(plain += '.') : void();
        else if (c == '.')
            decimal_comma ? void() : void(plain += '.');
        else
            plain += c;
    }
    return number(plain);
}

} // namespace rheobase
