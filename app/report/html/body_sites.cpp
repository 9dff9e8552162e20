#include "app/report/html/body_sites.hpp"

#include <algorithm>

namespace rheobase::report {

namespace {

/// Lower case, words parted by single blanks, a blank at both ends so that only whole words are found.
std::string spaced(std::string_view text) {
    std::string out = " ";
    for (char const c : text) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter)
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        else if (out.back() != ' ')
            out += ' ';
    }
    if (out.back() != ' ')
        out += ' ';
    return out;
}

bool holds(std::string_view text, std::string_view word) {
    return text.find(" " + std::string(word) + " ") != text.npos;
}

bool plural(std::string_view word) {
    return word.ends_with('s') && word != "biceps" && word != "triceps" && word != "quadriceps" &&
           word != "achilles";
}

void find_in(std::string text, std::vector<Site>& found) {
    Side const said = holds(text, "both")    ? Side::both
                      : holds(text, "left")  ? (holds(text, "right") ? Side::both : Side::left)
                      : holds(text, "right") ? Side::right
                                             : Side::unsaid;
    // Longer words first: "upper arm" is not an arm, and "lower back" not the back.
    std::vector<std::pair<std::string_view, html::BodyPartsRow const*>> words;
    for (auto const& row : html::body_parts_rows) {
        std::string_view rest = row.words;
        while (!rest.empty()) {
            auto const end = rest.find(';');
            words.emplace_back(rest.substr(0, end), &row);
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
    std::stable_sort(words.begin(), words.end(),
                     [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); });
    for (auto const& [word, row] : words) {
        auto const at = text.find(" " + std::string(word) + " ");
        if (at == text.npos)
            continue;
        text.replace(at + 1, word.size(), word.size(), '.');
        Side const side = said == Side::unsaid && plural(word) ? Side::both : said;
        auto const same = std::find_if(found.begin(), found.end(),
                                       [&, part = row](auto const& site) { return site.part == part; });
        if (same == found.end())
            found.push_back({row, side});
        else if (same->side != side)
            same->side = Side::both;
    }
}

} // namespace

std::vector<Site> sites_of(verdict::Symptom const& symptom) {
    std::vector<Site> found;
    for (auto const& code : symptom.sites)
        find_in(spaced(code), found);
    if (found.empty())
        find_in(spaced(symptom.site), found);
    return found;
}

std::string in_words(Site const& site) {
    auto const part = std::string(site.part->part);
    switch (site.side) {
    case Side::left:
        return "left " + part;
    case Side::right:
        return "right " + part;
    case Side::both:
        return part + ", both sides";
    case Side::unsaid:
        return part + ", side not said";
    }
    return part;
}

std::string plain_site(std::string_view code) {
    std::string out(code);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

} // namespace rheobase::report
