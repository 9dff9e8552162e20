#include "app/read/diary_text.hpp"

namespace rheobase::read {

TEST(Text, KeepsUtf8AsItIs) {
    auto const text = as_utf8("caf\xC3\xA9 \xE2\x82\xAC", "f");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "caf\xC3\xA9 \xE2\x82\xAC");
    EXPECT_TRUE(text->notes.empty());
}

TEST(Text, TakesOffTheByteOrderMark) {
    EXPECT_EQ(as_utf8("\xEF\xBB\xBF"
                      "Day",
                      "f")
                  ->text,
              "Day");
}

TEST(Text, ConvertsUtf16OfBothOrdersWithANote) {
    std::string const little("\xFF\xFE"
                             "D\0a\0y\0\xB5\0",
                             10);
    std::string const big("\xFE\xFF"
                          "\0D\0a\0y\0\xB5",
                          10);
    for (auto const& bytes : {little, big}) {
        auto const text = as_utf8(bytes, "f");
        ASSERT_TRUE(text);
        EXPECT_EQ(text->text, "Day\xC2\xB5");
        EXPECT_EQ(text->notes.size(), 1u);
    }
}

TEST(Text, ConvertsUtf16WithoutAMark) {
    std::string bytes;
    for (char const c : std::string("Day,Food Name\n")) {
        bytes += c;
        bytes += '\0';
    }
    EXPECT_EQ(as_utf8(bytes, "f")->text, "Day,Food Name\n");
}

TEST(Text, ReadsWindows1252WithANote) {
    auto const text = as_utf8("B12 (\xB5g), caf\xE9 \x80", "f");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "B12 (\xC2\xB5g), caf\xC3\xA9 \xE2\x82\xAC");
    EXPECT_THAT(text->notes, testing::ElementsAre(testing::HasSubstr("Windows-1252")));
}

TEST(Text, ReplacesSingleBrokenBytesAndSaysWhere) {
    auto const text = as_utf8("caf\xC3\xA9 cr\xC3\xA8me\nna\xFFve", "f");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "caf\xC3\xA9 cr\xC3\xA8me\nna\xEF\xBF\xBDve");
    EXPECT_THAT(text->notes, testing::ElementsAre(testing::HasSubstr("line 2")));
}

TEST(Text, RefusesEmptyAndBinaryFiles) {
    EXPECT_THAT(as_utf8(" \r\n", "f").error().what, testing::HasSubstr("empty"));
    EXPECT_THAT(as_utf8(std::string("\x7F"
                                    "ELF\x02\x01\x01\0\0\0\0\0\x03",
                                    13),
                        "f")
                    .error()
                    .what,
                testing::HasSubstr("not a text"));
}

TEST(Text, WritesMicroSignsAsU) {
    EXPECT_EQ(lower("Vitamin D (\xC2\xB5g) \xCE\xBCG"), "vitamin d (ug) ug");
}

} // namespace rheobase::read
