// Laboratory results, understood: which analyte, in which unit, against which range, and whether they may be
// used. A code and a unit that contradict each other, or a missing unit, are "cannot interpret", never a
// guess.
#pragma once

#include "model/verdict/condition.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/verdict/verdict.hpp"

namespace rheobase::verdict {

/// All results of a case, in the order given, adjusted calcium added where albumin allows it.
class Labs {
  public:
    explicit Labs(Evidence const& evidence);

    std::vector<LabLine> const& lines() const { return lines_; }
    std::vector<NotConsidered> const& not_considered() const { return not_considered_; }

    /// The level against a number, its range (low, high, normal), or simply whether there is one (holds).
    /// The latest dated result is the level. One without a date, or older than `stale_after_days`, can say
    /// yes but is not firm.
    Reading compare(std::string_view analyte, Compare how, double number) const;

    /// The largest rise between two dated results at most `days` apart, in the analyte's unit: is it at least
    /// `rise`?
    Reading rose_by(std::string_view analyte, double rise, double days) const;

    /// The same as a ratio: later over earlier.
    Reading rose_times(std::string_view analyte, double times, double days) const;

    /// A result that was set aside because it cannot be relied on (spoiled sample, no unit, a value that nobody
    /// lives with): it may not be believed, but that it must be taken again stands.
    Reading spoiled(std::string_view analyte, Compare how, double number) const;

    /// Kidney function from creatinine, age and sex, where no laboratory gave it. Not in children, in
    /// pregnancy or while acutely ill, when creatinine misleads.
    void add_kidney_function(diet::Person const& person, bool acutely_ill);

    /// The latest dated result that is used; nothing when there is none.
    LabLine const* latest(std::string_view analyte) const;

  private:
    void interpret(Lab const& lab, Evidence const& evidence);
    void set_aside_contaminated();
    void adjust_calcium();
    void settle_changes();

    std::vector<LabLine> lines_;
    std::vector<LabLine> doubted_;
    std::vector<NotConsidered> not_considered_;
};

/// Estimated glomerular filtration rate in mL/min/1.73 m², CKD-EPI 2021 without race.
double egfr_from_creatinine(double umol_per_litre, double age_years, diet::Sex sex);

/// low, normal or high against the line's range; empty without one. A value on the bound is inside.
std::string flag_of(LabLine const& line);

/// The row of labs.csv; nothing when the values of this analyte are not read.
LabsRow const* lab_row(std::string_view analyte);

/// A unit as it is compared: small letters, µ as u, mcg as ug, brackets and blanks gone.
std::string unit_spelling(std::string_view unit);

/// Whether the check digit of a LOINC code is right (modulus 10, double-add-double).
bool loinc_check_digit_fits(std::string_view loinc);

} // namespace rheobase::verdict
