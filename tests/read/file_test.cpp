#include "app/read/file.hpp"

#include <cstdio>
#include <filesystem>
#include <zip.h>

namespace rheobase::read {

TEST(File, AMissingFileIsASentence) {
    auto const file = read_file("/nowhere/diary.csv", 100);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().where, "/nowhere/diary.csv");
    EXPECT_THAT(file.error().what, testing::HasSubstr("cannot be opened"));
}

TEST(File, AFolderIsASentence) {
    EXPECT_THAT(read_file(RHEOBASE_ROOT, 100).error().what, testing::HasSubstr("folder"));
}

TEST(File, ReadsNoMoreThanItIsAllowed) {
    std::string const bytes(1000, 'x');
    EXPECT_EQ(whole(*stream_of(bytes), 1000, "f")->size(), 1000u);
    EXPECT_THAT(whole(*stream_of(bytes), 999, "f").error().what, testing::HasSubstr("larger than"));
}

TEST(File, WhatWasLookedAtCanBePutBack) {
    std::string const bytes = "the head and the rest";
    auto stream = stream_of(bytes);
    auto head = first_bytes(*stream, 8);
    ASSERT_TRUE(head);
    EXPECT_EQ(*head, "the head");
    EXPECT_EQ(*whole(*put_back(*head, std::move(stream)), 100, "f"), bytes);
}

TEST(File, HalfAnArchiveIsASentence) {
    auto const zip = Zip::open("", "PK\x03\x04 and no more", "z");
    ASSERT_FALSE(zip);
    EXPECT_THAT(zip.error().what, testing::HasSubstr("cannot be opened"));
}

} // namespace rheobase::read
