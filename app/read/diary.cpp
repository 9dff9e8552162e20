#include "app/read/diary.hpp"

#include "app/read/diary_formats.hpp"
#include "app/read/diary_json.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr std::size_t sniffed = 1 << 16;
constexpr auto most_bytes = static_cast<std::size_t>(diary_reading.most_bytes);

/// The formats that are tables, the surest first; any table whose headings are known comes last.
constexpr struct {
    bool (*is)(DiaryTable const&);
    diet::Diary (*read)(DiaryTable const&, diet::Foods const&);

} tables[] = {
    {is_own_csv, read_own_csv},
    {is_asa24, read_asa24},
    {is_samsung, read_samsung},
    {is_loseit, read_loseit},
    {is_cronometer, read_cronometer},
    {is_myfitnesspal, read_myfitnesspal},
    {is_named_columns, read_named_columns},
};

std::optional<diet::Diary> read_table(std::string_view text, diet::Foods const& foods) {
    auto const candidates = possible_tables(text);
    for (auto const& format : tables)
        for (auto const& table : candidates)
            if (format.is(table))
                return format.read(table, foods);
    return std::nullopt;
}

bool is_table(std::string_view text) {
    auto const candidates = possible_tables(text);
    return std::any_of(candidates.begin(), candidates.end(), [](auto const& table) {
        return std::any_of(std::begin(tables), std::end(tables),
                           [&](auto const& format) { return format.is(table); });
    });
}

std::string_view after_blanks(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool is_apple_health(std::string_view head) {
    // UTF-16 has a zero beside each letter.
    std::string plain;
    for (char const c : head)
        if (c != '\0')
            plain += c;
    if (plain.starts_with("\xFF\xFE") || plain.starts_with("\xFE\xFF"))
        plain.erase(0, 2);
    return after_blanks(plain).starts_with('<') && plain.find("HealthData") != plain.npos &&
           plain.find("<ClinicalDocument") == plain.npos;
}

/// What a file is that is none of ours, where its first bytes tell.
std::optional<Problem> known_stranger(std::string_view head, std::string_view where) {
    struct Kind {
        std::string_view mark, what, hint;
    };
    constexpr Kind kinds[] = {
        {"%PDF", "this is a PDF, which cannot be read as a diary", "Export the diary as CSV"},
        {"\x89PNG", "this is a picture", "Export the diary as CSV, or write what was eaten in words"},
        {"\xFF\xD8\xFF", "this is a picture", "Export the diary as CSV, or write what was eaten in words"},
        {"\x1F\x8B", "this is a gzip archive", "Unpack it and give the file inside"},
        {"\xD0\xCF\x11\xE0", "this is an old Excel or Word file", "Save the sheet as CSV"},
        {"SQLite format 3", "this is a database", "Export the diary from its program as CSV"},
    };
    for (auto const& kind : kinds)
        if (head.starts_with(kind.mark))
            return Problem{std::string(kind.what), std::string(where), std::string(kind.hint)};
    auto const text = lower(after_blanks(head.substr(0, 1000)));
    if (text.starts_with("<!doctype html") || text.starts_with("<html"))
        return Problem{"this is a web page, not an export", std::string(where),
                       "Use the program's export to CSV"};
    return std::nullopt;
}

/// The root element's name of an XML text, "" where there is none.
std::string root_of(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
        char const c = text[at + 1];
        if (c == '?' || c == '!')
            continue;
        return std::string(
            text.substr(at + 1, std::min<std::size_t>(text.find_first_of(" \t\r\n/>", at + 1) - at - 1, 60)));
    }
    return "";
}

Result<diet::Diary> read_plain(std::string bytes, std::string_view where, diet::Foods const& foods) {
    if (auto const stranger = known_stranger(std::string_view(bytes).substr(0, sniffed), where))
        return tl::unexpected(*stranger);
    auto utf8 = as_utf8(std::move(bytes), where);
    if (!utf8)
        return tl::unexpected(utf8.error());
    std::string const text = std::move(utf8->text);
    auto const finished = [&](diet::Diary diary) {
        diary.notes.insert(diary.notes.begin(), utf8->notes.begin(), utf8->notes.end());
        return diary;
    };
    std::string_view const start = after_blanks(text);
    if (start.starts_with('{') || start.starts_with('['))
        return read_json(text, where, foods).map(finished);
    if (start.starts_with('<') && !root_of(start).empty() &&
        root_of(start).find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-.") == std::string::npos)
        return fault(std::string(where),
                     fmt::format("this is XML of a kind that holds no diary (its outermost element is {})",
                                 root_of(start)),
                     "Of XML files the export.xml of Apple Health can be read");
    if (auto table = read_table(text, foods))
        return finished(std::move(*table));
    if (looks_like_a_table(text)) {
        std::string names;
        auto const candidates = possible_tables(text);
        if (!candidates.empty())
            for (std::size_t i = 0; i < std::min<std::size_t>(candidates.front().headings.size(), 8); ++i)
                names += (i ? ", " : "") + candidates.front().headings[i].substr(0, 40);
        return fault(std::string(where),
                     fmt::format("this is a table whose headings tell neither days nor foods ({})", names),
                     "Name the columns as in our own format: day,time,meal,text, where text holds the food "
                     "and its amount");
    }
    return finished(read_plain_words(text, foods));
}

/// What the archive holds that is a diary. Summaries of days are passed over where foods are listed.
Result<diet::Diary> read_zip(Zip const& zip, std::string_view where, diet::Foods const& foods) {
    constexpr std::size_t most_entries = 200000;
    std::vector<diet::Diary> diaries;
    std::string others;
    for (std::size_t i = 0; i < std::min(zip.size(), most_entries); ++i) {
        std::string const name = zip.name(i);
        if (name.ends_with('/'))
            continue;
        if (name == "[Content_Types].xml")
            return fault(std::string(where), "this is a spreadsheet or document of an office program",
                         "Save the sheet as CSV");
        auto entry = zip.entry(i);
        if (!entry)
            return tl::unexpected(entry.error());
        auto head = first_bytes(**entry, sniffed);
        if (!head) {
            others += others.empty() ? in_words(head.error()) : "";
            continue;
        }
        bool const apple = is_apple_health(*head);
        std::string_view const start = after_blanks(*head);
        bool const json = start.starts_with('{') && (head->find("com.google.nutrition") != head->npos ||
                                                     head->find("\"diary\"") != head->npos);
        if (!apple && !json) {
            auto const utf8 = as_utf8(*head, name);
            if (!utf8 || !is_table(utf8->text))
                continue;
        }
        auto stream = put_back(std::move(*head), std::move(*entry));
        if (apple) {
            diaries.push_back(read_apple_health(*stream, foods));
            continue;
        }
        std::string const inside = fmt::format("{}: {}", where, name);
        auto diary = whole(*stream, most_bytes, inside).and_then([&](std::string bytes) {
            return read_plain(std::move(bytes), inside, foods);
        });
        if (!diary)
            return tl::unexpected(diary.error());
        diaries.push_back(std::move(*diary));
    }
    if (diaries.empty())
        return fault(std::string(where),
                     others.empty() ? "none of the files in this archive is a diary" : others,
                     "Export the diary again, or give its file alone");

    auto const of = [&](std::string_view format) {
        return std::find_if(diaries.begin(), diaries.end(),
                            [&](auto const& d) { return d.format == format; });
    };
    if (of("samsung_food_intake") != diaries.end() && of("samsung_nutrition") != diaries.end())
        return joined_samsung(std::move(*of("samsung_food_intake")), *of("samsung_nutrition"));
    auto const names_foods = [](diet::Diary const& d) {
        return std::any_of(d.eaten.begin(), d.eaten.end(),
                           [](auto const& e) { return e.food != diet::no_food; });
    };
    auto best = std::find_if(diaries.begin(), diaries.end(), names_foods);
    if (best == diaries.end())
        best = diaries.begin();
    diet::Diary diary = std::move(*best);
    if (diaries.size() > 1)
        diary.notes.push_back(fmt::format("The archive holds {} files of what was eaten; one was read ({}), "
                                          "so that nothing counts twice: give the others alone to read them",
                                          diaries.size(), diary.format));
    return diary;
}

} // namespace

Result<diet::Diary> read_json(std::string_view text, std::string_view where, diet::Foods const& foods) {
    if (is_google_fit(text))
        return read_google_fit(text, foods);
    if (is_own_json(text))
        return read_own_json(text, foods);
    std::string keys;
    for (auto const& key : json_keys(text))
        keys += (keys.empty() ? "" : ", ") + key;
    return fault(std::string(where),
                 keys.empty() ? "this JSON holds no diary"
                              : fmt::format("this JSON holds no diary; its keys are {}", keys),
                 "Our own is {\"diary\": [{\"day\": \"2026-01-05\", \"text\": \"two eggs\"}]}");
}

Result<diet::Diary> read_diary_text(std::string_view text, std::string_view name, diet::Foods const& foods) {
    if (is_zip(text))
        return Zip::open("", text, name).and_then([&](Zip const& zip) { return read_zip(zip, name, foods); });
    if (is_apple_health(text.substr(0, sniffed)))
        return read_apple_health(*stream_of(text), foods);
    return read_plain(std::string(text), name, foods);
}

Result<diet::Diary> read_diary(std::string_view path_or_dash, diet::Foods const& foods) {
    auto stream = open_stream(path_or_dash);
    if (!stream)
        return tl::unexpected(stream.error());
    std::string const where = path_or_dash == "-" ? "standard input" : std::string(path_or_dash);
    auto head = first_bytes(**stream, sniffed);
    if (!head)
        return tl::unexpected(head.error());
    bool const zip = is_zip(*head);
    bool const apple = is_apple_health(*head);
    if (zip && path_or_dash != "-")
        return Zip::open(where, {}, where).and_then([&](Zip const& archive) {
            return read_zip(archive, where, foods);
        });
    auto all = put_back(std::move(*head), std::move(*stream));
    if (apple)
        return read_apple_health(*all, foods);
    auto bytes = whole(*all, most_bytes, where);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return zip ? read_diary_text(*bytes, where, foods) : read_plain(std::move(*bytes), where, foods);
}

} // namespace rheobase::read
