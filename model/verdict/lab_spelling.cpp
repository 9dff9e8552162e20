// Units and LOINC codes as laboratories print them.
#include "model/verdict/lab.hpp"

namespace rheobase::verdict {

std::string unit_spelling(std::string_view unit) {
    std::string out;
    for (std::size_t i = 0; i < unit.size(); ++i) {
        // µ is C2 B5, μ is CE BC, ² is C2 B2 in UTF-8; zero-width characters (E2 80 ..) are met in real
        // files.
        auto const byte = [&](std::size_t k) {
            return k < unit.size() ? static_cast<unsigned char>(unit[k]) : static_cast<unsigned char>(0);
        };
        unsigned char const c = byte(i);
        if ((c == 0xC2 && byte(i + 1) == 0xB5) || (c == 0xCE && byte(i + 1) == 0xBC)) {
            out += 'u';
            ++i;
        } else if (c == 0xC2 && byte(i + 1) == 0xB2) {
            out += '2';
            ++i;
        } else if (c == 0xE2 && byte(i + 1) == 0x80) {
            i += 2;
        } else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (c != ' ' && c != '[' && c != ']' && c != '{' && c != '}' && c != '_')
            out += static_cast<char>(c);
    }
    auto replace = [&](std::string_view what, std::string_view by) {
        for (auto at = out.find(what); at != out.npos; at = out.find(what, at + by.size()))
            out.replace(at, what.size(), by);
    };
    replace("mcg", "ug");
    replace("mcmol", "umol");
    replace("micromol", "umol");
    replace("liter", "l");
    replace("litre", "l");
    replace("m^2", "m2");
    replace("/min/1.73m**2", "/min/1.73m2");
    if (out == "mval/l")
        out = "meq/l";
    if (out == "gm/dl")
        out = "g/dl";
    return out;
}

bool loinc_check_digit_fits(std::string_view loinc) {
    auto const dash = loinc.find('-');
    if (dash == loinc.npos || dash == 0 || dash + 2 != loinc.size())
        return false;
    int sum = 0;
    bool twice = true;
    for (std::size_t i = dash; i-- > 0;) {
        if (loinc[i] < '0' || loinc[i] > '9')
            return false;
        int digit = loinc[i] - '0';
        if (twice) {
            digit *= 2;
            digit = digit / 10 + digit % 10;
        }
        sum += digit;
        twice = !twice;
    }
    return (10 - sum % 10) % 10 == loinc[dash + 1] - '0';
}

} // namespace rheobase::verdict
