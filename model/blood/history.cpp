#include "model/blood/history.hpp"

#include "model/blood/drugs.rows.hpp"
#include "model/blood/judging.rows.hpp"
#include "model/blood/losses.rows.hpp"
#include "model/diet/nutrients.hpp"
#include "model/ions/names.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::blood {

namespace {

constexpr double hours_a_day = 24;

void add_food(std::vector<Part>& into, Subject const& subject) {
    for (std::size_t i = 0; i < ions::ingested_count; ++i) {
        if (!subject.eats[i].told() || !subject.eats[i].apart)
            continue;
        auto const nutrient = diet::nutrient_called(ions::ingested_rows[i].key);
        Part part;
        part.what = static_cast<ions::Ingested>(i);
        part.name = "your " + std::string(diet::about(*nutrient).short_name) + " intake";
        into.push_back(part);
    }
}

ions::DrugClass drug_called(std::string_view name) {
    auto const found = std::find(ions::drug_names.begin(), ions::drug_names.end(), name);
    return static_cast<ions::DrugClass>(found - ions::drug_names.begin());
}

bool is_of(verdict::KnownMedicine const& known, std::string_view drug_class) {
    return std::any_of(known.classes.begin(), known.classes.end(),
                       [&](verdict::DrugClassesRow const* row) { return row->drug_class == drug_class; });
}

/// The longest-taken medicine of each class. What was stopped counts up to the day it was stopped, where that is known
/// and lies no further back than its class counts.
void add_medicines(std::vector<Part>& into, verdict::Chart const& chart) {
    for (auto const& row : drugs_rows) {
        if (chart.medicines().counts(row.drug_class).truth != verdict::Truth::yes)
            continue;
        Part best;
        bool any = false;
        for (auto const& one : chart.medicines().known()) {
            if (!one.medicine || !is_of(one, row.drug_class))
                continue;
            auto const& m = *one.medicine;
            if (!m.current && !m.stopped_days_ago && !m.last_dose_days_ago)
                continue;
            Part part;
            part.kind = Part::Kind::medicine;
            part.name = row.short_name;
            part.drug = {drug_called(row.drug), row.dose};
            part.to_days = m.current ? 0 : m.stopped_days_ago.value_or(m.last_dose_days_ago.value_or(0));
            double const taken = std::max(m.since_days ? *m.since_days : m.started_days_ago.value_or(row.usual_days),
                                          judging.shortest_days);
            part.from_days = std::max(taken, part.to_days + judging.shortest_days);
            if (part.from_days >= row.settled_days && part.to_days == 0)
                part.from_days = unknown;
            bool const longer = !known(part.from_days) || part.from_days > best.from_days;
            if (!any || (known(best.from_days) && longer))
                best = part;
            any = true;
        }
        if (any)
            into.push_back(best);
    }
}

ions::Loss loss_of(LossesRow const& row, verdict::Evidence const& evidence) {
    double amount = row.amount;
    if (auto const count = evidence.losses.find(std::string(row.each)); count != evidence.losses.end())
        amount = std::min(amount * count->second, row.most);
    ions::Loss loss;
    if (row.loss == "stool")
        loss.stool = ions::Stool::diarrhoea;
    else if (row.loss == "vomit")
        loss.vomiting_l_per_day = amount;
    else
        loss.sweat_l_per_day = amount;
    return loss;
}

double days_of(LossesRow const& row, verdict::Evidence const& evidence) {
    for (auto const& symptom : evidence.symptoms)
        if (symptom.code == row.symptom && symptom.present.value_or(true) && symptom.since_days)
            return *symptom.since_days;
    auto const told = evidence.losses.find("days");
    return told != evidence.losses.end() && row.loss != "sweat" ? told->second : row.usual_days;
}

/// The first row of each kind that the evidence fits.
void add_losses(std::vector<Part>& into, verdict::Chart const& chart) {
    std::string_view done;
    for (auto const& row : losses_rows) {
        if (row.loss == done)
            continue;
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        if (!when || verdict::judge_condition(*when, [&](verdict::Term const& term) { return chart.ask(term); }).truth !=
                         verdict::Truth::yes)
            continue;
        done = row.loss;
        Part part;
        part.kind = Part::Kind::loss;
        part.name = row.short_name;
        part.loss = loss_of(row, chart.evidence());
        part.from_days = std::max(days_of(row, chart.evidence()), judging.shortest_days);
        into.push_back(part);
    }
}

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

std::vector<Part> parts(Subject const& subject, verdict::Chart const& chart) {
    std::vector<Part> all;
    add_food(all, subject);
    auto const add = [&](Part::Kind kind, std::string name) {
        Part part;
        part.kind = kind;
        part.name = std::move(name);
        all.push_back(part);
    };
    if (subject.alcohol_g > 0)
        add(Part::Kind::alcohol, "alcohol");
    if (subject.sun)
        add(Part::Kind::sun, *subject.sun == ions::Sun::winter ? "little sun" : "much sun");
    if (subject.kidneys_ill)
        add(Part::Kind::kidneys, "kidney disease");
    add_medicines(all, chart);
    add_losses(all, chart);
    return all;
}

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

ions::Experiment life(Subject const& subject, std::vector<Part> const& parts, std::vector<bool> const& lived) {
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
    // Every phase is reported as it begins, so that nothing cuts its steps: today is the beginning of a last one.
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
