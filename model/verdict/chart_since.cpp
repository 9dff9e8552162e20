// Whether a result still tells how things are. A potassium of last month says little once a water tablet was
// begun, the stomach was upset or the kidneys were tested again. Nothing here is guessed: a medicine that
// moves the value and has no dates leaves the answer open.
#include "model/verdict/chart.hpp"

#include "model/verdict/lab_movers.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// yes: a medicine of this class was begun, changed or stopped since. unknown: nobody says.
Truth moved_by_medicine(Medicines const& medicines, std::string_view drug_class, double days_ago) {
    Truth out = Truth::no;
    for (auto const& one : medicines.known()) {
        bool const of_class =
            std::any_of(one.classes.begin(), one.classes.end(),
                        [&](DrugClassesRow const* row) { return row->drug_class == drug_class; });
        if (!of_class)
            continue;
        auto const& medicine = *one.medicine;
        bool dated = false;
        for (auto const& when : {medicine.started_days_ago, medicine.since_days,
                                 medicine.dose_changed_days_ago, medicine.stopped_days_ago})
            if (when) {
                dated = true;
                if (*when <= days_ago)
                    return Truth::yes;
            }
        if (!dated)
            out = Truth::unknown;
    }
    return out;
}

Truth moved_by_finding(std::vector<Finding> const& list, std::string_view code, double days_ago) {
    for (auto const& one : list)
        if (one.code == code && one.present.value_or(true) && (!one.days_ago || *one.days_ago <= days_ago))
            return Truth::yes;
    return Truth::no;
}

} // namespace

Reading Chart::undisturbed(std::string_view analyte) const {
    auto const* latest = labs_.latest(analyte);
    if (!latest)
        return {};
    double const days_ago = *latest->days_ago;
    // Nobody gave the list of medicines: one may have been begun.
    Truth moved = evidence_.told_whole.contains("medications") ? Truth::no : Truth::unknown;
    for (auto const& row : lab_movers_rows) {
        if (row.analyte != analyte)
            continue;
        if (row.kind == "drug")
            moved = either(moved, moved_by_medicine(medicines_, row.code, days_ago));
        else if (row.kind == "event")
            moved = either(moved, moved_by_finding(evidence_.events, row.code, days_ago));
        else if (row.kind == "condition")
            moved = either(moved, moved_by_finding(evidence_.conditions, row.code, days_ago));
        else if (auto const* other = labs_.latest(row.code); other && *other->days_ago < days_ago)
            moved = Truth::yes;
    }
    return {opposite(moved)};
}

} // namespace rheobase::verdict
