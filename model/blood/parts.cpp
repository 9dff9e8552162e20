// What sets a person apart from an ordinary life, found in the evidence.
#include "model/blood/drugs.rows.hpp"
#include "model/blood/history.hpp"
#include "model/blood/judging.rows.hpp"
#include "model/blood/losses.rows.hpp"
#include "model/diet/nutrients.hpp"
#include "model/ions/names.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::blood {

namespace {

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

/// The longest-taken medicine of each class. What was stopped counts up to the day it was stopped, where that
/// is known and lies no further back than its class counts.
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
            double const taken =
                std::max(m.since_days ? *m.since_days : m.started_days_ago.value_or(row.usual_days),
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
        if (!when || verdict::judge_condition(*when, [&](verdict::Term const& term) {
                         return chart.ask(term);
                     }).truth != verdict::Truth::yes)
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

} // namespace rheobase::blood
