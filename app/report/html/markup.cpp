#include "app/report/html/markup.hpp"

#include "base/printable.hpp"

namespace rheobase::report {

std::string escaped(std::string_view raw) {
    std::string out;
    for (char const c : printable(raw))
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    return out;
}

void Markup::start(std::string_view tag, Attributes attributes, std::string_view mark) {
    out_ += '<';
    out_ += tag;
    out_ += mark;
    for (auto const& [name, value] : attributes) {
        out_ += ' ';
        out_ += name;
        out_ += "=\"" + escaped(value) + '"';
    }
    out_ += '>';
}

Markup::Open Markup::in(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    return {*this, tag};
}

Markup::Open::~Open() {
    page_.end(tag_);
}

void Markup::end(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += '>';
    // A line end between blocks keeps the source readable; within a sentence it would be a blank too many.
    if (tag != "span" && tag != "strong" && tag != "a" && tag != "b")
        out_ += '\n';
}

void Markup::leaf(std::string_view tag, std::string_view words, Attributes attributes) {
    start(tag, attributes);
    text(words);
    end(tag);
}

void Markup::said(std::string_view tag, std::string_view words, Attributes attributes) {
    start(tag, attributes, " data-said=\"\"");
    text(words);
    end(tag);
}

void Markup::empty(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_.back() = '/';
    out_ += '>';
}

void Markup::text(std::string_view words) {
    out_ += escaped(words);
}

} // namespace rheobase::report
