// A case laid out to be asked: every term of the rule language has its meaning here, and nowhere else.
//
//   symptom.CODE            present; with .since_days .per_day .places compared, or .new .sudden .severe
//   .worsening
//                           .multifocal .at_night .doctor_saw
//   complaint.since_days    how long the main complaint lasts
//   condition.CODE          event. exposure. investigation. family. allergy. alike; a final * takes every
//   code that
//                           begins so; `within N days`; .since_days compared
//   drug.CLASS              counts now (window of its class); .taken_days compared, .changed `within N days`,
//                           .withdrawn, .number and .per_day (doses a day) compared
//   lab.ANALYTE             compared, low, high, normal, within N days; .rise_48h and .ratio_7d with >=;
//                           .spoiled compared: the value of a sample that was set aside
//                           .undisturbed: nothing of lab_movers.csv has come since the latest result
//   vital.KEY lifestyle.KEY loss.KEY person.KEY compared; lifestyle.KEY is WORD; person.sex is WORD
//   supplement.KEY          a day, over all products; intake.KEY likewise; .inadequate the probability;
//   .coverage diet.TYPE word.FLAG answered.KIND
#pragma once

#include "model/verdict/findings.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/medicine.hpp"
#include "model/verdict/red_words.hpp"

namespace rheobase::verdict {

class Chart {
  public:
    Chart(Evidence const& evidence, Findings const& findings);
    Chart(Chart const&) = delete;
    Chart& operator=(Chart const&) = delete;

    Reading ask(Term const& term) const;

    /// Asks as if this symptom had been present; "" takes the assumption back.
    void assume(std::string_view symptom) { assumed_ = symptom; }

    Evidence const& evidence() const { return evidence_; }
    Findings const& findings() const { return findings_; }
    Labs const& labs() const { return labs_; }
    Medicines const& medicines() const { return medicines_; }
    std::vector<Said> const& said() const { return said_; }

  private:
    Reading symptom(std::string_view code, std::string_view what, Term const& term) const;
    Reading finding(std::vector<Finding> const& list, std::string_view kind, std::string_view code,
                    Term const& term) const;
    Reading drug(std::string_view path, Term const& term) const;
    Reading laboratory(std::string_view path, Term const& term) const;
    Reading undisturbed(std::string_view analyte) const;
    Reading person(std::string_view key, Term const& term) const;
    Reading supplement(std::string_view key, Term const& term) const;
    Reading intake(std::string_view path, Term const& term) const;
    Reading assessed(std::string_view code) const;

    Evidence const& evidence_;
    Findings const& findings_;
    Labs labs_;
    Medicines medicines_;
    std::vector<Said> said_;
    std::string_view assumed_;
};

/// Whether a term can be asked at all: its kind, code, class and comparison are known. The reason when not.
std::string why_not_askable(Term const& term);

/// What a person would call the missing thing: "potassium", "weakness_objective", "medications".
std::string need_of(Term const& term);

} // namespace rheobase::verdict
