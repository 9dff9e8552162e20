#include "base/printable.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>

using namespace rheobase;

TEST(Printable, WhatWouldSteerATerminalIsShownAsAMark) {
    EXPECT_EQ(printable("\x1b[31mred"), "\xEF\xBF\xBD[31mred");
    EXPECT_EQ(printable("a\x7f"), "a\xEF\xBF\xBD");
    EXPECT_EQ(printable("\xC2\x9B"
                        "31m"),
              "\xEF\xBF\xBD"
              "31m");
}

TEST(Printable, WhatTurnsTheDirectionOfWritingIsShownAsAMark) {
    EXPECT_EQ(printable("Ada \xE2\x80\xAE"
                        "eb"),
              "Ada \xEF\xBF\xBD"
              "eb");
    EXPECT_EQ(printable("\xE2\x81\xA6"), "\xEF\xBF\xBD");
    EXPECT_EQ(printable("\xE2\x80\x99\xE2\x82\xAC"), "\xE2\x80\x99\xE2\x82\xAC");
}

TEST(Printable, OrdinaryTextStaysAsItIs) {
    EXPECT_EQ(printable("jalapeño – 5 µg\n\tnext"), "jalapeño – 5 µg\n\tnext");
}

TEST(Printable, AProblemIsSafeToPrint) {
    EXPECT_EQ(in_words(Problem{"there is no key '\x1b[2J'", "case.json:/", ""}).find('\x1b'),
              std::string::npos);
}
