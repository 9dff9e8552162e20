// A small drawing beside a figure: where it lies on a scale, with marks. Positions are shares of the width,
// so that the drawing fits a phone and a page alike.
#pragma once

#include "app/report/html/markup.hpp"

namespace rheobase::report {

enum class Mark { half, enough, adequate, limit };

class Scale {
  public:
    /// `label` says in words what the drawing shows; `top` is the value at its right end.
    Scale(Markup& html, std::string_view label, double bottom, double top);
    ~Scale();
    Scale(Scale const&) = delete;
    Scale& operator=(Scale const&) = delete;

    /// The part of the scale that is as it should be.
    void band(double from, double to);
    /// From low to high with a line at the middle; an arrow where it leaves the scale.
    void range(double low, double mid, double high, std::string_view kind);
    void point(double value, std::string_view kind);
    void mark(double value, Mark mark);
    /// Nobody knows: hatched over the whole width.
    void nothing_known();

  private:
    double place(double value) const; ///< in percent of the width, held inside it
    void arrow(bool right, std::string_view kind);

    Markup& html_;
    double bottom_, top_;
};

} // namespace rheobase::report
