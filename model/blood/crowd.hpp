// The crowd that stands for one person, and the worlds it can be put into.
#pragma once

#include "model/blood/history.hpp"

namespace rheobase::blood {

/// Levels of everybody at the end of one world: by test, then person; unknown for who did not live through
/// it.
using Levels = std::vector<std::vector<double>>;

class Crowd {
  public:
    /// All three must outlive it.
    Crowd(Subject const& subject, std::vector<Part> const& parts, Options const& options);

    /// The first `people` of the crowd in the world that has those parts for which `lived` is true.
    Levels live(std::vector<bool> const& lived, int people) const;

  private:
    Subject const& subject_;
    std::vector<Part> const& parts_;
    Options const& options_;
    std::vector<ions::Adult> strangers_;
};

/// What one world makes of each person's level against another; as long as the shorter of the two.
std::vector<double> differences(std::vector<double> const& now, std::vector<double> const& then);

} // namespace rheobase::blood
