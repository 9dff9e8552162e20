// HTML as it is written: every text is made harmless on its way in, and what opens is closed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace rheobase::report {

/// A text that no browser takes for markup, in an element or between quotes.
std::string escaped(std::string_view text);

class Markup {
  public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    /// An open element; it closes when this leaves its scope.
    class Open {
      public:
        Open(Markup& page, std::string_view tag) : page_(page), tag_(tag) {}
        ~Open();
        Open(Open const&) = delete;
        Open& operator=(Open const&) = delete;

      private:
        Markup& page_;
        std::string_view tag_;
    };

    [[nodiscard]] Open in(std::string_view tag, Attributes attributes = {});
    /// A whole element with nothing but text in it.
    void leaf(std::string_view tag, std::string_view text, Attributes attributes = {});
    /// A leaf whose words come from the answer, word for word: the JSON holds them too, and a test looks.
    void said(std::string_view tag, std::string_view text, Attributes attributes = {});
    /// An element that holds nothing: <meta>, <path>.
    void empty(std::string_view tag, Attributes attributes);
    void text(std::string_view text);
    /// Our own markup, never a person's words.
    void ours(std::string_view markup) { out_ += markup; }

    std::string page() && { return std::move(out_); }

  private:
    void start(std::string_view tag, Attributes attributes, std::string_view mark = {});
    void end(std::string_view tag);

    std::string out_;
};

} // namespace rheobase::report
