// A drawing with two axes as a list of what is in it, written at once: shapes are stretched to their frame,
// so that lines fit a phone and a desk, and words stand over them as HTML, so that they do not.
#pragma once

#include "app/report/html/ions_axis.hpp"
#include "app/report/html/markup.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rheobase::report {

/// Where values stand on one side of the frame.
struct PlotAxis {
    double low = 0, high = 1;
    bool logarithmic = false;
    std::vector<Tick> ticks;

    /// From `low` to `high` with those of these marks that lie between; a mark's label is the number itself.
    static PlotAxis marked(double low, double high, std::initializer_list<double> marks,
                           bool logarithmic = false);
    /// Holds all from `low` to `high`, with round marks.
    static PlotAxis holding(double low, double high);

    double place(double value) const; ///< 0 to 1 inside the frame, and no further out than one frame
};

class Drawing {
  public:
    using Points = std::vector<std::pair<double, double>>;

    Drawing(PlotAxis across, PlotAxis upwards) : across_(std::move(across)), upwards_(std::move(upwards)) {}

    void line(std::string_view kind, Points const& points);
    /// The ground between two edges that run along each other.
    void band(std::string_view kind, Points const& one_edge, Points const& other_edge);
    void box(std::string_view kind, double left, double bottom, double right, double top);
    /// Round, however the frame is stretched.
    void dots(std::string_view kind, Points const& points);
    /// Words with their middle, left or right end at a point.
    enum class Anchor { middle, left, right };
    void word(std::string_view kind, std::string text, double x, double y, Anchor anchor = Anchor::left);
    /// Words one above another at their heights, inside the frame and moved apart where they would touch.
    void column(std::string_view kind, std::vector<std::pair<std::string, double>> words, double x);

    /// `label` says the drawing in words; `x_title` and `y_title` name the axes.
    void write(Markup& html, std::string_view label, std::string_view x_title,
               std::string_view y_title) const;

  private:
    struct Shape {
        std::string kind, path;
    };
    struct Word {
        std::string kind, text;
        double x, y;
        Anchor anchor;
    };
    std::string path(Points const& points) const;
    void write_words(Markup& html) const;

    PlotAxis across_, upwards_;
    std::vector<Shape> shapes_;
    std::vector<Word> words_;
};

} // namespace rheobase::report
