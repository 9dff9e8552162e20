// Axes of the drawings of an experiment. Each phase has a panel with a time scale of its own, because a
// baseline of months beside a phase of hours would leave the phase a hair's breadth.
#pragma once

#include "model/ions/experiment.hpp"

#include <string>
#include <vector>

namespace rheobase::report {

struct Tick {
    double place = 0; ///< share of the axis, 0 to 1
    std::string label;
};

class TimeAxis {
  public:
    explicit TimeAxis(std::vector<ions::Phase> const& phases);

    struct Panel {
        double left = 0, width = 1; ///< shares of the whole width
        double hours = 0;
    };
    std::vector<Panel> const& panels() const { return panels_; }
    double place(int phase, double hour) const;
    /// A label centred further right than here would stand outside the drawing: it ends at its place instead.
    static constexpr double near_the_edge = 0.95;
    /// Round times of every panel that is wide enough for them.
    std::vector<Tick> ticks() const;
    /// False where phases of unlike length are drawn on unlike scales.
    bool one_scale() const;

  private:
    std::vector<Panel> panels_;
};

/// "14 d", "2 h", "5 d 3 h": a moment of a phase of that length.
std::string moment_in_words(double hour, double phase_hours);

/// From where to where a drawing reaches, and the round values between.
struct ValueAxis {
    double bottom = 0, top = 1;
    std::vector<Tick> ticks;

    /// Holds all from `low` to `high`.
    ValueAxis(double low, double high);
    double place(double value) const { return (value - bottom) / (top - bottom); } ///< may lie outside 0 to 1
};

} // namespace rheobase::report
