// A crowd weighed by what the person's own blood has shown.
#pragma once

#include "model/blood/blood.hpp"

namespace rheobase::blood {

/// Whether the crowd holds a measured value: yes; no, hardly anybody is like that; or so few are that
/// weighing by it would leave too few.
enum class Fit { weighed, too_few, far_out };

class Weights {
  public:
    /// Everybody alike, but for those whose level is unknown: they did not live through it.
    explicit Weights(std::vector<double> const& levels);

    /// Weighs by a result, where `expected` is what each person's true level is (unknown: takes no part) and
    /// `cv` the noise of a test. Weighs nothing unless it says so.
    Fit weigh(double measured, std::vector<double> const& expected, double cv);

    double effective() const;

    /// Of each person.
    std::vector<double> const& each() const { return of_; }

    /// The value below which this share of the weight lies. Unknown values do not count.
    double percentile(std::vector<double> const& values, double share) const;

  private:
    std::vector<double> of_;
};

} // namespace rheobase::blood
