// A page of plain text: headings, wrapped paragraphs, hanging lists, with colour only where a terminal shows
// it.
#pragma once

#include <string>
#include <string_view>

namespace rheobase::report {

enum class Tint { none, strong, warn, calm, faint };

class Page {
  public:
    explicit Page(bool colour) : colour_(colour) {}

    void heading(std::string_view text);
    /// Wrapped at the page's width; later lines hang under `hang` blanks, the first under `indent`.
    void paragraph(std::string_view text, std::size_t indent = 0, std::size_t hang = 0,
                   Tint tint = Tint::none);
    /// "– text", hanging.
    void item(std::string_view text, std::size_t indent = 2);
    /// One line as it is.
    void line(std::string_view text);
    void gap();

    std::string tinted(std::string_view text, Tint tint) const;
    std::string text() && { return std::move(text_); }

    static constexpr std::size_t width = 84;

  private:
    bool colour_;
    std::string text_;
};

/// How many columns a text takes: one a character, whatever bytes it is made of.
std::size_t columns(std::string_view text);

/// The text filled with blanks to so many columns.
std::string padded(std::string_view text, std::size_t to);

/// A bar of `cells` columns, `share` of it filled; more than the whole ends in an arrow.
std::string bar(double share, std::size_t cells);

} // namespace rheobase::report
