#include "model/verdict/medicine.hpp"

#include "base/spelling.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>
#include <map>

namespace rheobase::verdict {

namespace {

constexpr std::size_t shortest_for_one_slip = 6;
constexpr std::size_t shortest_for_two_slips = 9;

/// Words in small letters; everything that is not a letter or digit parts them, an apostrophe falls away.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (char const c : text) {
        if (c == '\'')
            continue;
        char const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            words.back() += small;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string joined(std::vector<std::string> const& words) {
    std::string out = " ";
    for (auto const& word : words)
        out += word + " ";
    return out;
}

struct Name {
    std::string words; ///< with a blank at both ends
    MedicinesRow const* row;
};

/// Every name and brand, the longest first, so that "lisinopril and hydrochlorothiazide" is not read as
/// lisinopril.
std::vector<Name> const& names() {
    static auto const all = [] {
        std::vector<Name> out;
        for (auto const& row : medicines_rows) {
            out.push_back({joined(words_of(row.name)), &row});
            for (auto const synonym : parts_of(row.synonyms))
                out.push_back({joined(words_of(synonym)), &row});
        }
        std::stable_sort(out.begin(), out.end(),
                         [](Name const& a, Name const& b) { return a.words.size() > b.words.size(); });
        return out;
    }();
    return all;
}

bool atc_fits(std::string_view patterns, std::string_view atc) {
    bool fits = false;
    for (auto const pattern : parts_of(patterns)) {
        if (pattern.starts_with('-')) {
            if (atc.starts_with(pattern.substr(1)))
                return false;
        } else
            fits |= atc.starts_with(pattern);
    }
    return fits;
}

void add_classes(KnownMedicine& known, std::string_view atc, std::string_view named) {
    for (auto const& row : drug_classes_rows) {
        auto const more = parts_of(named);
        bool const fits = (!atc.empty() && atc_fits(row.atc, atc)) ||
                          std::find(more.begin(), more.end(), row.drug_class) != more.end();
        if (fits && std::find(known.classes.begin(), known.classes.end(), &row) == known.classes.end())
            known.classes.push_back(&row);
    }
}

void add_row(KnownMedicine& known, MedicinesRow const& row) {
    if (std::find(known.rows.begin(), known.rows.end(), &row) != known.rows.end())
        return;
    known.rows.push_back(&row);
    add_classes(known, row.atc, row.classes);
}

/// Reads the names out of the text, longest first, each taken out once found: a product may hold several
/// medicines.
void read_names(KnownMedicine& known, std::string_view name) {
    std::string text = joined(words_of(name));
    for (auto const& [words, row] : names()) {
        auto const at = text.find(words);
        if (at == text.npos)
            continue;
        text.replace(at, words.size(), " | ");
        add_row(known, *row);
        known.how = "name";
    }
    if (!known.rows.empty())
        return;
    for (auto const& word : words_of(name)) {
        int const allowed = word.size() >= shortest_for_two_slips  ? 2
                            : word.size() >= shortest_for_one_slip ? 1
                                                                   : 0;
        MedicinesRow const* best = nullptr;
        int fewest = 2 * allowed + 2;
        bool tied = false;
        for (auto const& [words, row] : names()) {
            auto const candidate = std::string_view(words).substr(1, words.size() - 2);
            if (candidate.find(' ') != candidate.npos || candidate.size() < shortest_for_one_slip)
                continue;
            // The first letter is seldom the wrong one: "codine" is codeine rather than iodine.
            int const distance = 2 * slips(word, candidate, allowed) + (candidate.front() != word.front());
            if (distance < fewest) {
                fewest = distance;
                best = row;
                tied = false;
            } else if (distance == fewest && best && row != best)
                tied = true;
        }
        // Between two medicines at the same distance nobody should guess.
        if (best && !tied && allowed > 0) {
            add_row(known, *best);
            known.how = "slip";
        }
    }
}

/// Days for which this medicine still counts in this class after it was stopped.
double window(KnownMedicine const& known, DrugClassesRow const& drug_class) {
    double days = rheobase::known(drug_class.stopped_days) ? drug_class.stopped_days : 0;
    for (auto const* row : known.rows)
        if (rheobase::known(row->stopped_days))
            days = std::max(days, row->stopped_days);
    return days;
}

bool of_class(KnownMedicine const& known, std::string_view drug_class,
              DrugClassesRow const** found = nullptr) {
    for (auto const* row : known.classes)
        if (row->drug_class == drug_class) {
            if (found)
                *found = row;
            return true;
        }
    return false;
}

/// When the medicine was last there: an injection counts from its last dose.
std::optional<double> gone_for(Medicine const& medicine) {
    if (medicine.stopped_days_ago)
        return medicine.stopped_days_ago;
    return medicine.last_dose_days_ago;
}

Reading better(Reading a, Reading b) {
    if (a.truth == b.truth)
        return {a.truth, a.firm || b.firm};
    return a.truth > b.truth ? a : b;
}

Reading one_counts(KnownMedicine const& known, DrugClassesRow const& drug_class) {
    if (known.medicine->current)
        return {Truth::yes, true};
    auto const gone = gone_for(*known.medicine);
    if (!gone)
        return {window(known, drug_class) > 0 ? Truth::yes : Truth::no, false};
    return {truth(*gone <= window(known, drug_class)), true};
}

} // namespace

bool drug_class_exists(std::string_view drug_class) {
    return std::any_of(drug_classes_rows.begin(), drug_classes_rows.end(),
                       [&](DrugClassesRow const& row) { return row.drug_class == drug_class; });
}

std::string_view nearest_medicine(std::string_view name) {
    std::vector<std::string_view> words;
    for (auto const& row : medicines_rows)
        words.push_back(row.name);
    std::string small(name);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return nearest(small, words);
}

KnownMedicine understood(Medicine const& medicine) {
    KnownMedicine known;
    known.medicine = &medicine;
    std::string atc;
    for (char const c : medicine.atc)
        if (c != ' ')
            atc += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    for (auto const& row : medicines_rows)
        if ((!medicine.rxnorm.empty() && row.rxnorm == medicine.rxnorm) || (!atc.empty() && row.atc == atc)) {
            add_row(known, row);
            known.how = "code";
        }
    if (!atc.empty()) {
        add_classes(known, atc, {});
        if (!known.classes.empty())
            known.how = "code";
    }
    // A name that says something else than the code is read too: raising urgency for both is the safe side.
    KnownMedicine by_name;
    by_name.medicine = &medicine;
    read_names(by_name, medicine.name);
    if (known.how.empty() || by_name.how == "name") {
        for (auto const* row : by_name.rows)
            add_row(known, *row);
        if (known.how.empty())
            known.how = by_name.how;
    }
    return known;
}

Medicines::Medicines(Evidence const& evidence) : list_whole_(evidence.told_whole.contains("medications")) {
    for (auto const& medicine : evidence.medicines) {
        known_.push_back(understood(medicine));
        auto const& last = known_.back();
        if (last.how.empty())
            not_considered_.push_back({medicine.name, std::string(nearest_medicine(medicine.name)),
                                       "This medicine is not known here, so its effects were not weighed."});
        else if (last.how == "slip")
            not_considered_.push_back({medicine.name, std::string(last.rows.front()->name),
                                       "Read as the medicine with the nearest name. Please check."});
    }
    read_supplements(evidence);
}

/// St John's wort, 5-HTP or a salt substitute is often listed as a supplement and acts as a medicine: rows
/// that name their classes by hand. Minerals and vitamins are counted by their amounts, not here.
void Medicines::read_supplements(Evidence const& evidence) {
    for (auto const& supplement : evidence.supplements) {
        Medicine as_medicine;
        as_medicine.name = supplement.name;
        auto understood_so = understood(as_medicine);
        bool const acts = understood_so.how == "name" &&
                          std::any_of(understood_so.rows.begin(), understood_so.rows.end(),
                                      [](MedicinesRow const* row) { return !row->classes.empty(); });
        if (!acts)
            continue;
        sold_as_supplements_.push_back(std::move(as_medicine));
        understood_so.medicine = &sold_as_supplements_.back();
        known_.push_back(std::move(understood_so));
    }
}

Reading Medicines::counts(std::string_view drug_class) const {
    Reading reading{list_whole_ ? Truth::no : Truth::unknown, true};
    for (auto const& one : known_) {
        DrugClassesRow const* row = nullptr;
        if (of_class(one, drug_class, &row))
            reading = better(reading, one_counts(one, *row));
    }
    return reading;
}

Reading Medicines::withdrawn(std::string_view drug_class) const {
    Reading reading{list_whole_ ? Truth::no : Truth::unknown, true};
    for (auto const& one : known_) {
        DrugClassesRow const* row = nullptr;
        if (!of_class(one, drug_class, &row) || one.medicine->current ||
            !rheobase::known(row->withdrawal_days))
            continue;
        auto const gone = gone_for(*one.medicine);
        reading = better(reading, gone ? Reading{truth(*gone <= row->withdrawal_days), true}
                                       : Reading{Truth::yes, false});
    }
    return reading;
}

Reading Medicines::changed_within(std::string_view drug_class, double days) const {
    Reading reading{list_whole_ ? Truth::no : Truth::unknown, true};
    for (auto const& one : known_) {
        DrugClassesRow const* row = nullptr;
        if (!of_class(one, drug_class, &row) || one_counts(one, *row).truth == Truth::no)
            continue;
        auto const& medicine = *one.medicine;
        bool dated = false;
        bool recent = false;
        for (auto const& when : {medicine.started_days_ago, medicine.dose_changed_days_ago,
                                 medicine.since_days, medicine.stopped_days_ago})
            if (when) {
                dated = true;
                recent |= *when <= days;
            }
        reading = better(reading, dated ? Reading{truth(recent), true} : Reading{Truth::unknown, true});
    }
    return reading;
}

Reading Medicines::taken_for(std::string_view drug_class, Compare how, double days) const {
    Reading reading{list_whole_ ? Truth::no : Truth::unknown, true};
    for (auto const& one : known_) {
        DrugClassesRow const* row = nullptr;
        if (!of_class(one, drug_class, &row) || one_counts(one, *row).truth == Truth::no)
            continue;
        auto const since =
            one.medicine->since_days ? one.medicine->since_days : one.medicine->started_days_ago;
        if (!since) {
            reading = better(reading, {Truth::unknown, true});
            continue;
        }
        bool const fits = how == Compare::less       ? *since < days
                          : how == Compare::at_most  ? *since <= days
                          : how == Compare::at_least ? *since >= days
                                                     : *since > days;
        reading = better(reading, {truth(fits), true});
    }
    return reading;
}

double Medicines::doses_a_day(std::string_view drug_class) const {
    double most = unknown;
    for (auto const& one : known_)
        if (double const doses = verdict::doses_a_day(*one.medicine);
            one.medicine->current && of_class(one, drug_class) && rheobase::known(doses) && !(most >= doses))
            most = doses;
    return most;
}

int Medicines::number_of(std::string_view drug_class) const {
    int count = 0;
    for (auto const& one : known_) {
        DrugClassesRow const* row = nullptr;
        count += of_class(one, drug_class, &row) && one_counts(one, *row).truth == Truth::yes;
    }
    return count;
}

} // namespace rheobase::verdict
