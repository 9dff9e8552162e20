#include "model/blood/history.hpp"

#include "model/ions/names.hpp"

#include <algorithm>

namespace rheobase::blood {

namespace {

constexpr double hours_a_day = 24;

bool acts(Part const& part, double days_ago) {
    if (!known(part.from_days))
        return true;
    return part.from_days >= days_ago && part.to_days < days_ago;
}

/// A phase of which `until_days` ago is its end and `days_ago` its beginning.
ions::Phase phase(Subject const& subject, std::vector<Part> const& parts, std::vector<bool> const& lived,
                  double days_ago) {
    ions::Phase out;
    out.keeps_drugs = false;
    out.drinking = ions::Drinking{};
    out.loss = ions::Loss{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& part = parts[i];
        if (!lived[i] || !acts(part, days_ago))
            continue;
        if (part.kind == Part::Kind::medicine)
            out.drugs.push_back(part.drug);
        if (part.kind == Part::Kind::loss) {
            out.loss->sweat_l_per_day += part.loss.sweat_l_per_day;
            out.loss->vomiting_l_per_day += part.loss.vomiting_l_per_day;
            if (part.loss.stool == ions::Stool::diarrhoea)
                out.loss->stool = ions::Stool::diarrhoea;
        }
        if (part.kind == Part::Kind::alcohol)
            out.drinking->grams = subject.alcohol_g;
        if (part.kind == Part::Kind::sun)
            out.sun = subject.sun;
    }
    return out;
}

} // namespace

std::vector<ions::Observable> const& tests() {
    static auto const all = [] {
        std::vector<ions::Observable> found;
        for (std::size_t i = 0; i < ions::observable_count; ++i)
            if (!ions::observables_rows[i].analyte.empty())
                found.push_back(static_cast<ions::Observable>(i));
        return found;
    }();
    return all;
}

double last_change(std::vector<Part> const& parts) {
    double last = unknown;
    for (auto const& part : parts)
        if (known(part.from_days))
            for (double const day : {part.from_days, part.to_days})
                if (day > 0 && !(day >= last))
                    last = day;
    return last;
}

ions::Experiment life(Subject const& subject, std::vector<Part> const& parts,
                      std::vector<bool> const& lived) {
    std::vector<double> changes{0};
    double longest_ago = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (lived[i] && known(parts[i].from_days)) {
            changes.push_back(parts[i].from_days);
            changes.push_back(parts[i].to_days);
            longest_ago = std::max(longest_ago, parts[i].from_days);
        }
    std::sort(changes.rbegin(), changes.rend());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

    ions::Experiment out;
    constexpr double before_all = 1; // any moment before the first change: the phase is a steady state
    double const moment = ions::limit_of("phase_hours").low;
    out.phases.push_back(phase(subject, parts, lived, longest_ago + before_all));
    out.phases.back().hours = moment;
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
        out.phases.push_back(phase(subject, parts, lived, changes[i]));
        out.phases.back().hours = (changes[i] - changes[i + 1]) * hours_a_day;
    }
    // Every phase is reported as it begins, so that nothing cuts its steps: today is the beginning of a last
    // one.
    if (out.phases.size() > 1) {
        out.phases.push_back(out.phases.back());
        out.phases.back().hours = moment;
    }
    for (auto const what : tests())
        out.reports.push_back({what, ions::limit_of("every_hours").high});
    out.per_person = true;
    return out;
}

} // namespace rheobase::blood
