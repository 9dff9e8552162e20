// The report while it is written: the page, the answer it tells, and the numbers of its sources.
#pragma once

#include "app/report/html/markup.hpp"
#include "model/rheobase.hpp"

#include <set>
#include <string>
#include <string_view>

namespace rheobase::report {

struct Sheet {
    explicit Sheet(Answer const& told);

    Markup html;
    Answer const& answer;
    std::set<std::string> sources; ///< every key the answer rests on; its place is its number on the page
    bool emergency;
    bool without_amounts; ///< counting harms this reader

    /// Small numbers behind a statement that lead to its sources.
    void refs(std::string_view cell);
    /// The heading that names a section; `id` is what the section is labelled by.
    void heading(std::string_view text, std::string_view id);
    /// "<li>text<refs></li>", the text from the answer.
    void item(std::string_view text, std::string_view source = {});
};

// One section each, in the order of the page. A section with nothing to say writes nothing.
void write_now(Sheet& sheet);
void write_causes(Sheet& sheet);
void write_intake(Sheet& sheet);
void write_blood(Sheet& sheet);
void write_felt(Sheet& sheet);
void write_body(Sheet& sheet);
void write_labs(Sheet& sheet);
void write_tests(Sheet& sheet);
void write_plan(Sheet& sheet);
void write_unjudged(Sheet& sheet);
void write_told(Sheet& sheet);
void write_sources(Sheet& sheet);

} // namespace rheobase::report
