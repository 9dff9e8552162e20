#include "tests/read/samples.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <zip.h>

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

namespace {

/// A ZIP archive of named texts, as bytes.
std::string zipped(std::vector<std::pair<std::string, std::string>> const& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    zip_t* const archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    for (auto const& [name, text] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_source_open(buffer);
    std::string bytes(1 << 20, '\0');
    bytes.resize(static_cast<std::size_t>(zip_source_read(buffer, bytes.data(), bytes.size())));
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

Problem problem(std::string const& text) {
    auto const diary = read_diary_text(text, "f", diet::foods());
    EXPECT_FALSE(diary) << diary->format;
    return diary ? Problem{} : diary.error();
}

struct TemporaryFile {
    std::string path;
    explicit TemporaryFile(std::string const& bytes, std::string const& name)
        : path(
              (std::filesystem::temp_directory_path() / ("rheobase_" + std::to_string(getpid()) + "_" + name))
                  .string()) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path); }
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
};

} // namespace

TEST(Diary, EveryFormatIsKnownByItsContent) {
    for (auto const& [format, text] : all())
        EXPECT_EQ(diary_of(text).format, format) << text.substr(0, 200);
}

TEST(Diary, AFilesNameSaysNothing) {
    TemporaryFile const file(apple, "diary.csv");
    EXPECT_EQ(read_diary(file.path, diet::foods())->format, "apple_health");
    TemporaryFile const other(cronometer, "export.xml");
    EXPECT_EQ(read_diary(other.path, diet::foods())->format, "cronometer");
}

TEST(Diary, LineEndsAndByteOrderMarksDoNotMatter) {
    std::string windows = "\xEF\xBB\xBF";
    for (char const c : cronometer)
        windows += c == '\n' ? "\r\n" : std::string(1, c);
    EXPECT_EQ(write_diary_csv(diary_of(windows), diet::foods()),
              write_diary_csv(diary_of(cronometer), diet::foods()));
}

TEST(Diary, ReadsAppleHealthInsideItsArchive) {
    auto const bytes =
        zipped({{"apple_health_export/export_cda.xml",
                 "<?xml version=\"1.0\"?><ClinicalDocument><a>HealthData</a></ClinicalDocument>"},
                {"apple_health_export/export.xml", apple},
                {"apple_health_export/workout-routes/a.gpx", "<gpx/>"}});
    EXPECT_EQ(write_diary_csv(diary_of(bytes), diet::foods()),
              write_diary_csv(diary_of(apple), diet::foods()));
    TemporaryFile const file(bytes, "apple.zip");
    auto const diary = read_diary(file.path, diet::foods());
    ASSERT_TRUE(diary);
    EXPECT_EQ(diary->format, "apple_health");
}

TEST(Diary, ReadsTheFoodLogInsideLoseItsArchive) {
    auto const diary =
        diary_of(zipped({{"daily-calorie-summary.csv",
                          "Date,Food cals,Exercise cals,Budget cals,EER\n07/15/2026,525,0,2400,2300\n"},
                         {"weights.csv", "Date,Weight,Deleted\n07/15/2026,80,0\n"},
                         {"food-logs.csv", loseit}}));
    EXPECT_EQ(diary.format, "loseit");
    EXPECT_EQ(diary.eaten.size(), 3u);
}

TEST(Diary, JoinsSamsungsTwoFilesInsideTheirArchive) {
    auto const diary = diary_of(zipped({{"com.samsung.health.food_intake.1.csv", samsung_intake},
                                        {"com.samsung.health.nutrition.1.csv", samsung_nutrition}}));
    EXPECT_EQ(diary.format, "samsung");
    EXPECT_EQ(diary.eaten.size(), 2u);
}

TEST(Diary, TwoDiariesInOneArchiveAreNotAddedUp) {
    auto const diary =
        diary_of(zipped({{"dailysummary.csv", cronometer_days}, {"servings.csv", cronometer}}));
    EXPECT_EQ(diary.format, "cronometer");
    EXPECT_TRUE(notes_say(diary, "nothing counts twice"));
}

TEST(Diary, AnArchiveWithoutADiaryIsASentence) {
    EXPECT_THAT(problem(zipped({{"a.txt", "hello"}})).what, testing::HasSubstr("none of the files"));
    EXPECT_THAT(problem(zipped({{"[Content_Types].xml", "<x/>"}})).what, testing::HasSubstr("spreadsheet"));
}

TEST(Diary, WhatIsNoDiaryIsNamedForWhatItIs) {
    EXPECT_THAT(problem("").what, testing::HasSubstr("empty"));
    EXPECT_THAT(problem("  \n\n").what, testing::HasSubstr("empty"));
    EXPECT_THAT(problem("%PDF-1.7 ...").what, testing::HasSubstr("PDF"));
    EXPECT_THAT(problem("\x89PNG\r\n\x1a\n").what, testing::HasSubstr("picture"));
    EXPECT_THAT(problem("<!DOCTYPE html><html><body>diary</body></html>").what,
                testing::HasSubstr("web page"));
    EXPECT_THAT(problem("<?xml version=\"1.0\"?><gpx><trk/></gpx>").what, testing::HasSubstr("gpx"));
    EXPECT_THAT(problem("Serial,Lamp,Hours\n1,A,200\n2,B,300\n").what,
                testing::HasSubstr("Serial, Lamp, Hours"));
    EXPECT_THAT(problem(std::string("\x7F"
                                    "ELF\0\0\0\0\0\0\0\0",
                                    12))
                    .what,
                testing::HasSubstr("not a text"));
    for (auto const* text : {"", "%PDF-1.7", "{\"a\": 1}", "[1, 2]", "Serial,Lamp,Hours\n1,A,200\n2,B,300\n"})
        EXPECT_FALSE(problem(text).hint.empty()) << text;
}

TEST(Diary, EncodingsAreNoted) {
    std::string latin;
    for (std::size_t i = 0; i < cronometer.size(); ++i)
        if (cronometer[i] != '\xC2')
            latin += cronometer[i];
    auto const diary = diary_of(latin);
    EXPECT_EQ(diary.format, "cronometer");
    EXPECT_TRUE(notes_say(diary, "Windows-1252"));
    EXPECT_DOUBLE_EQ(diary.eaten.at(4).stated[nutrient("b12_ug")], 4.58);
}

} // namespace rheobase::read
