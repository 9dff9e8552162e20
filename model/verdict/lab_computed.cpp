// Results that no laboratory gave, computed from those it gave: calcium adjusted for albumin, and kidney
// function from creatinine. Each is marked as computed.
#include "model/verdict/lab.hpp"

#include "engine/elementary.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/kidney.rows.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::verdict {

namespace {

bool same_sample(LabLine const& a, LabLine const& b) {
    return a.days_ago.has_value() == b.days_ago.has_value() &&
           (!a.days_ago || std::fabs(*a.days_ago - *b.days_ago) <= judging.same_sample_days);
}

double power(double base, double exponent) {
    return engine::exp(exponent * engine::log(base));
}

/// Little muscle makes little creatinine, so that weak kidneys look well.
bool wasted(diet::Person const& person) {
    if (!person.weight_kg || !person.height_cm || *person.height_cm <= 0)
        return false;
    double const height_m = *person.height_cm * judging.metres_per_centimetre;
    return *person.weight_kg / (height_m * height_m) < kidney.flatters_below_bmi;
}

} // namespace

/// Total calcium counts what is bound to albumin; little albumin makes it look low. With albumin of the same
/// sample it is adjusted; without, the total stands in, but only to raise urgency.
void Labs::adjust_calcium() {
    std::vector<LabLine> added;
    for (auto const& calcium : lines_) {
        if (!calcium.used || calcium.analyte != "calcium_total")
            continue;
        LabLine line = calcium;
        line.analyte = "calcium_adjusted";
        line.name = name_of(line.analyte);
        auto const albumin = std::find_if(lines_.begin(), lines_.end(), [&](LabLine const& other) {
            return calcium.bound.empty() && other.bound.empty() && other.used && other.analyte == "albumin" &&
                   same_sample(other, calcium);
        });
        if (albumin == lines_.end()) {
            line.written = "total calcium; albumin is not known";
            line.why_not = "Stands in for adjusted calcium only to raise urgency: albumin is not known.";
        } else {
            line.value =
                calcium.value + judging.calcium_per_albumin * (judging.albumin_normal - albumin->value);
            line.value_us = line.value / (calcium.value / calcium.value_us);
            line.written = "computed from total calcium and albumin";
            line.flag = flag_of(line);
        }
        added.push_back(line);
    }
    lines_.insert(lines_.end(), added.begin(), added.end());
}

// Potassium salts of EDTA in the tube add potassium and bind calcium: both results then speak of the tube.
void Labs::set_aside_contaminated() {
    for (auto& potassium : lines_)
        for (auto& calcium : lines_) {
            if (!potassium.used || !calcium.used || potassium.analyte != "potassium" ||
                !calcium.analyte.starts_with("calcium") || !same_sample(potassium, calcium) ||
                !(potassium.value >= judging.edta_potassium_from) ||
                !(calcium.value < judging.edta_calcium_below))
                continue;
            for (auto* line : {&potassium, &calcium}) {
                line->used = false;
                line->why_not = "Set aside: so much potassium with so little calcium points to a tube with EDTA. "
                                "It must be taken again.";
                doubted_.push_back(*line);
                not_considered_.push_back({line->name + " " + line->written, {}, line->why_not});
            }
        }
}

double egfr_from_creatinine(double umol_per_litre, double age_years, diet::Sex sex) {
    bool const female = sex == diet::Sex::female;
    double const ratio = umol_per_litre / kidney.creatinine_umol_per_mg_dl /
                         (female ? kidney.kappa_female : kidney.kappa_male);
    return kidney.scale * power(std::min(ratio, 1.0), female ? kidney.alpha_female : kidney.alpha_male) *
           power(std::max(ratio, 1.0), kidney.exponent_above) * power(kidney.a_year, age_years) *
           (female ? kidney.female_factor : 1);
}

void Labs::add_kidney_function(diet::Person const& person, bool acutely_ill) {
    if (!person.age_years || !person.sex || *person.age_years < judging.adult_from_years ||
        person.pregnant.value_or(false) || person.pregnancy_weeks)
        return;
    std::vector<LabLine> added;
    for (auto const& creatinine : lines_) {
        if (!creatinine.used || !creatinine.bound.empty() || creatinine.analyte != "creatinine")
            continue;
        // A laboratory's own figure, as recent as this sample, goes first.
        bool const given = std::any_of(lines_.begin(), lines_.end(), [&](LabLine const& other) {
            return other.used && other.analyte == "egfr" &&
                   (same_sample(other, creatinine) || !creatinine.days_ago ||
                    (other.days_ago && *other.days_ago < *creatinine.days_ago));
        });
        if (given)
            continue;
        if (acutely_ill) {
            not_considered_.push_back(
                {"creatinine " + creatinine.written,
                 {},
                 "Kidney function was not computed from it: in acute illness creatinine "
                 "misleads."});
            continue;
        }
        auto const* row = lab_row("egfr");
        LabLine line;
        line.analyte = "egfr";
        line.name = name_of(line.analyte);
        line.value = egfr_from_creatinine(creatinine.value, *person.age_years, *person.sex);
        line.unit = std::string(row->unit);
        line.unit_us = std::string(row->unit_us);
        line.value_us = line.value;
        line.written = "computed from creatinine, age and sex (CKD-EPI 2021)";
        line.low = row->low;
        line.high = row->high;
        line.range_from = "fallback";
        line.flag = flag_of(line);
        line.days_ago = creatinine.days_ago;
        line.used = true;
        if (wasted(person))
            line.why_not = "Only raises urgency: with little muscle it looks better than the kidneys are.";
        added.push_back(line);
    }
    if (added.empty())
        return;
    lines_.insert(lines_.end(), added.begin(), added.end());
    settle_changes();
}

} // namespace rheobase::verdict
