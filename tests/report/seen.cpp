#include "tests/report/seen.hpp"

#include "app/read/case.hpp"
#include "app/read/diary.hpp"
#include "app/read/file.hpp"

#include <expat.h>

namespace rheobase::report {

namespace {

struct Reading {
    Seen seen;
    int folded = 0; ///< how many <details> are open around here
    bool style = false;
    std::vector<bool> marked; ///< for each open element: its words are the answer's
};

void opened(void* data, char const* tag, char const** attributes) {
    auto& reading = *static_cast<Reading*>(data);
    std::string_view const name(tag);
    reading.seen.tags.emplace_back(name);
    reading.folded += name == "details";
    reading.style |= name == "style";
    bool marked = false;
    for (; *attributes; attributes += 2) {
        std::string_view const key(attributes[0]);
        reading.seen.names.emplace_back(key);
        marked |= key == "data-said";
        if (key == "id")
            reading.seen.ids.emplace_back(attributes[1]);
        if (key == "href")
            reading.seen.hrefs.emplace_back(attributes[1]);
    }
    reading.marked.push_back(marked);
    if (marked)
        reading.seen.said.emplace_back();
}

void closed(void* data, char const* tag) {
    auto& reading = *static_cast<Reading*>(data);
    reading.folded -= std::string_view(tag) == "details";
    reading.style = reading.style && std::string_view(tag) != "style";
    reading.marked.pop_back();
}

void words(void* data, char const* text, int size) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.style)
        return;
    std::string_view const part(text, static_cast<std::size_t>(size));
    reading.seen.text += part;
    if (reading.folded == 0)
        reading.seen.unfolded += part;
    if (!reading.marked.empty() && reading.marked.back())
        reading.seen.said.back() += part;
}

} // namespace

Seen seen(std::string const& page) {
    Reading reading;
    auto* parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, &reading);
    XML_SetElementHandler(parser, opened, closed);
    XML_SetCharacterDataHandler(parser, words);
    if (XML_Parse(parser, page.data(), static_cast<int>(page.size()), 1) == XML_STATUS_ERROR)
        reading.seen.fault = std::string(XML_ErrorString(XML_GetErrorCode(parser))) + " in line " +
                             std::to_string(XML_GetCurrentLineNumber(parser));
    XML_ParserFree(parser);
    // A page that cannot be read would pass every search for what must not be there.
    EXPECT_EQ(reading.seen.fault, "");
    return std::move(reading.seen);
}

Answer answer_to(std::string_view case_text) {
    auto const taken = read::read_case(case_text, "case.json");
    EXPECT_TRUE(taken.faults.empty());
    return answer(taken.evidence, {}, diet::foods());
}

Answer answer_to_the_example() {
    std::string const folder = RHEOBASE_ROOT "/docs/examples/";
    auto const text = read::read_file(folder + "calf_twitch.json", 1 << 20);
    auto const taken = read::read_case(text.value(), "calf_twitch.json");
    auto const diary = read::read_diary(folder + taken.diary_path, diet::foods());
    return answer(taken.evidence, diary.value(), diet::foods());
}

} // namespace rheobase::report
