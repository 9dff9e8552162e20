#include "base/printable.hpp"

namespace rheobase {

std::string printable(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBF\xBD";
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const low = (byte(i) < 0x20 && text[i] != '\n' && text[i] != '\t') || byte(i) == 0x7F;
        // U+0080 to U+009F steer some terminals as ESC does.
        bool const high = byte(i) == 0xC2 && i + 1 < text.size() && byte(i + 1) >= 0x80 && byte(i + 1) < 0xA0;
        // U+202A to U+202E and U+2066 to U+2069 turn the direction of what stands around them.
        auto const three = text.substr(i, 3);
        bool const turning = (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE") ||
                             (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9");
        if (low || high || turning) {
            out += mark;
            i += turning ? 2 : high;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace rheobase
