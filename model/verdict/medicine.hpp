// Which medicine is meant, and which classes it belongs to: by RxNorm code, by ATC code, then by name, brand
// or slip.
#pragma once

#include "model/verdict/condition.hpp"
#include "model/verdict/drug_classes.rows.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/medicines.rows.hpp"

#include <deque>
#include <string>
#include <vector>

namespace rheobase::verdict {

/// One medicine of the case, understood as far as it could be.
struct KnownMedicine {
    Medicine const* medicine = nullptr;
    std::vector<MedicinesRow const*>
        rows; ///< the medicines its name or codes mean; empty when only a class is known
    std::vector<DrugClassesRow const*> classes;
    std::string how; ///< "code", "name", "slip", or "" when it is not known
};

/// All medicines of a case.
class Medicines {
  public:
    explicit Medicines(Evidence const& evidence);
    Medicines(Medicines const&) = delete;
    Medicines& operator=(Medicines const&) = delete;

    std::vector<KnownMedicine> const& known() const { return known_; }
    std::vector<NotConsidered> const& not_considered() const { return not_considered_; }

    /// Whether a medicine of the class counts: taken now, or stopped within the window of its class.
    Reading counts(std::string_view drug_class) const;
    /// Whether one of the class was stopped so recently that withdrawal can show.
    Reading withdrawn(std::string_view drug_class) const;
    /// Whether one of the class was started, changed in dose or stopped within `days`.
    Reading changed_within(std::string_view drug_class, double days) const;
    /// For how many days the longest-taken one of the class has been taken; unknown where nobody says.
    Reading taken_for(std::string_view drug_class, Compare how, double days) const;
    /// Doses a day of the one of the class taken most often; unknown where nobody says.
    double doses_a_day(std::string_view drug_class) const;
    /// How many different medicines of the class count.
    int number_of(std::string_view drug_class) const;

  private:
    void read_supplements(Evidence const& evidence);

    std::vector<KnownMedicine> known_;
    std::deque<Medicine> sold_as_supplements_; ///< a deque, because `known_` points into it
    std::vector<NotConsidered> not_considered_;
    bool list_whole_ = false;
};

/// What a name, ATC and RxNorm code mean. Nothing is invented: an unknown medicine comes back without
/// classes.
KnownMedicine understood(Medicine const& medicine);

/// The known medicine nearest to a name; empty when nothing is near.
std::string_view nearest_medicine(std::string_view name);

/// How often a day a medicine is taken: its times of day, or what its dose says ("2 puffs four times a day",
/// "every 4 hours"); unknown where neither tells.
double doses_a_day(Medicine const& medicine);

bool drug_class_exists(std::string_view drug_class);

} // namespace rheobase::verdict
