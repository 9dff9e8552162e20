#include "app/server/base64.hpp"

#include <array>
#include <cstdint>

namespace rheobase::server {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto values = [] {
    std::array<std::int8_t, 256> out{};
    out.fill(-1);
    for (std::size_t i = 0; i < letters.size(); ++i)
        out[static_cast<unsigned char>(letters[i])] = static_cast<std::int8_t>(i);
    return out;
}();

} // namespace

std::optional<std::string> base64_decoded(std::string_view text) {
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding)
        text.remove_suffix(1);
    if (text.size() % 4 == 1)
        return std::nullopt;
    std::string out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t held = 0;
    int bits = 0;
    for (char const c : text) {
        auto const value = values[static_cast<unsigned char>(c)];
        if (value < 0)
            return std::nullopt;
        held = (held << 6U) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>((held >> static_cast<unsigned>(bits)) & 0xFFU);
        }
    }
    return out;
}

std::string base64_encoded(std::string_view bytes) {
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (char const c : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6;) {
            bits -= 6;
            out += letters[(held >> static_cast<unsigned>(bits)) & 63U];
        }
    }
    if (bits > 0)
        out += letters[(held << static_cast<unsigned>(6 - bits)) & 63U];
    while (out.size() % 4 != 0)
        out += '=';
    return out;
}

} // namespace rheobase::server
