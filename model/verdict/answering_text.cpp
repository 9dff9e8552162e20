#include "model/verdict/answering_text.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/places.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n.");
    if (first == text.npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n.") - first + 1));
}

/// The parts between commas, semicolons and line ends; a comma inside a figure ("1,5") parts nothing.
std::vector<std::string> entries(std::string_view text) {
    std::vector<std::string> out;
    std::string part;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        char const c = i < text.size() ? text[i] : '\n';
        bool const in_figure =
            c == ',' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if ((c != ',' && c != ';' && c != '\n') || in_figure) {
            part += in_figure ? '.' : c;
            continue;
        }
        if (auto whole = trimmed(part); !whole.empty())
            out.push_back(std::move(whole));
        part.clear();
    }
    return out;
}

bool means_none(std::string_view text) {
    auto const word = code_spelling(trimmed(text));
    return word == "none" || word == "no" || word == "nothing" || word == "0" || word == "none_of_these";
}

/// Cuts the text at a word between blanks; gives what stands behind it, or nothing.
std::optional<std::string> cut_behind(std::string& text, std::string_view word) {
    auto const at = text.find(" " + std::string(word) + " ");
    if (at == text.npos)
        return std::nullopt;
    auto behind = text.substr(at + word.size() + 2);
    text = trimmed(text.substr(0, at));
    return behind;
}

/// Where the dose begins: at the first word that begins with a figure, so that "vitamin B6" stays whole.
std::size_t dose_in(std::string const& entry) {
    auto figure = entry.find_first_of("0123456789");
    while (figure != entry.npos && figure > 0 && entry[figure - 1] != ' ')
        figure = entry.find_first_of("0123456789", figure + 1);
    return figure;
}

void put_medicine(Evidence& evidence, std::string entry) {
    Medicine medicine;
    entry += ' ';
    auto const set_days = [&](std::string_view word, std::optional<double> Medicine::*member) {
        if (auto const behind = cut_behind(entry, word))
            if (double const days = days_in(*behind); known(days))
                medicine.*member = days;
    };
    if (entry.find(" stopped ") != entry.npos)
        medicine.current = false;
    set_days("stopped", &Medicine::stopped_days_ago);
    set_days("changed", &Medicine::dose_changed_days_ago);
    set_days("for", &Medicine::since_days);
    set_days("since", &Medicine::since_days);
    auto const figure = dose_in(entry);
    medicine.name = trimmed(std::string_view(entry).substr(0, figure));
    if (figure != entry.npos)
        medicine.dose = trimmed(std::string_view(entry).substr(figure));
    if (medicine.name.empty())
        medicine.name = trimmed(entry);
    if (!medicine.name.empty())
        evidence.medicines.push_back(std::move(medicine));
}

void put_supplement(Evidence& evidence, std::string const& entry) {
    diet::Supplement product;
    product.name = entry;
    if (auto const figure = dose_in(entry); figure != entry.npos && figure > 0) {
        product.name = trimmed(std::string_view(entry).substr(0, figure));
        product.dose = trimmed(std::string_view(entry).substr(figure));
    }
    for (auto const& said : diet::understand(product))
        evidence.set_aside.push_back({"/supplements: " + entry, {}, said + "."});
    evidence.supplements.push_back(std::move(product));
}

/// "magnesium 0.62 mmol/L 3 days ago": a name, a figure, its unit and, if it is told, when.
void put_result(Evidence& evidence, std::string const& entry) {
    auto const not_read = [&](std::string const& why, std::string_view near = {}) {
        evidence.set_aside.push_back({"/labs: " + entry, std::string(near), why});
    };
    std::size_t at = entry.find(' ');
    while (at != entry.npos && at + 1 < entry.size() && !is_digit(entry[at + 1]))
        at = entry.find(' ', at + 1);
    if (at == entry.npos || at + 1 >= entry.size())
        return not_read("No figure with a unit was found in this result.");
    auto const name = trimmed(std::string_view(entry).substr(0, at));
    auto rest = entry.substr(at + 1);
    auto const figure_end = rest.find_first_not_of("0123456789.");
    auto const figure = number(std::string_view(rest).substr(0, figure_end));
    rest = figure_end == rest.npos ? "" : trimmed(std::string_view(rest).substr(figure_end));
    Lab lab;
    lab.unit = rest.substr(0, rest.find(' '));
    if (auto const blank = rest.find(' '); blank != rest.npos)
        if (double const days = days_in(std::string_view(rest).substr(blank)); known(days))
            lab.days_ago = days;
    lab.analyte = code_meant("analyte", name);
    if (lab.analyte.empty())
        return not_read("This blood test is not known here, so its result was not used.",
                        nearest_code("analyte", name));
    if (!figure)
        return not_read("No figure with a unit was found in this result.");
    lab.value = *figure;
    evidence.labs.push_back(std::move(lab));
}

} // namespace

void put_text(Evidence& evidence, QuestionKind kind, std::string_view text) {
    auto const whole = trimmed(text);
    if (whole.empty())
        return;
    if (kind == QuestionKind::words) {
        evidence.words += (evidence.words.empty() ? "" : " ") + whole;
        return;
    }
    auto const list = means_none(whole) ? std::vector<std::string>{} : entries(text);
    for (auto const& entry : list)
        if (kind == QuestionKind::medicines)
            put_medicine(evidence, entry);
        else if (kind == QuestionKind::supplements)
            put_supplement(evidence, entry);
        else
            put_result(evidence, entry);
    if (kind == QuestionKind::medicines)
        evidence.told_whole.insert("medications");
    if (kind == QuestionKind::supplements)
        evidence.told_whole.insert("supplements");
}

} // namespace rheobase::verdict
