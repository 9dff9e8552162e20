#include "app/read/file.hpp"
#include "app/read/mem.hpp"
#include "base/number.hpp"
#include "model/nerve/indices.hpp"
#include "model/nerve/measured.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rheobase::read {

namespace {

using testing::Contains, testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not, testing::SizeIs;

std::string const example_path = RHEOBASE_ROOT "/docs/examples/median_apb.MEM";

std::string example() {
    return read_file(example_path, 1'000'000).value();
}

MemRead read(std::string const& text) {
    auto result = read_mem(text, "x.MEM");
    EXPECT_TRUE(result) << (result ? "" : in_words(result.error()));
    return result ? *result : MemRead{};
}

nerve::RecordedCurve const* curve(MemRead const& read, std::string_view name) {
    for (auto const& one : read.recording.curves)
        if (one.name == name)
            return &one;
    return nullptr;
}

std::vector<std::string> unread(MemRead const& read) {
    std::vector<std::string> out;
    for (auto const& problem : read.unread)
        out.push_back(in_words(problem));
    return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string const small_rc = " RECOVERY CYCLE DATA (7.6-10.6m)\n\n"
                             "\tInterval (ms)\t Threshold change (%)\n"
                             "RC1.1\t 3.2\t 4.5\nRC1.2\t 5\t -22.5\nRC1.3\t 42\t 11\n";

/// What was read, written again as such a file.
std::string as_mem(nerve::ThresholdRecording const& r) {
    auto out = fmt::format(" Name:\t{}\n Age:\t{}\n Sex:\t{}\n Temperature:\t{}\n S/R sites:\t{}\n", r.name, r.age_years,
                           r.sex, r.temperature, r.sites);
    int te = 0;
    for (auto const& c : r.curves) {
        bool const electrotonus = c.name.starts_with("te_");
        if (electrotonus)
            out += fmt::format("\n THRESHOLD ELECTROTONUS DATA\n\tDelay (ms)\tCurrent (%)\tThresh redn. (%)\n");
        else
            out += c.name == "rc"       ? "\n RECOVERY CYCLE DATA\n\tInterval (ms)\tThreshold change (%)\n"
                   : c.name == "iv"     ? "\n THRESHOLD I/V DATA\n\tCurrent (%)\tThreshold redn. (%)\n"
                   : c.name == "charge" ? "\n CHARGE DURATION DATA\n\tDuration (ms)\tThreshold charge (mA.mS)\n"
                                        : "\n STIMULUS-RESPONSE DATA\n\t% Max\tStimulus(2)\n";
        te += electrotonus;
        double const level = electrotonus ? std::stod(c.name.substr(4)) * (c.name[3] == 'd' ? 1 : -1) : 0;
        for (std::size_t i = 0; i < c.x.size(); ++i) {
            std::string_view const label = electrotonus ? "TE" : c.name == "rc" ? "RC" : c.name == "iv" ? "IV"
                                                                 : c.name == "charge" ? "QT" : "SR";
            out += fmt::format("{}{}.{}\t{}", label, electrotonus ? std::to_string(te) : "", i + 1, c.x[i]);
            if (electrotonus)
                out += fmt::format("\t{}", c.x[i] >= 10 && c.x[i] < 110 ? level : 0);
            out += fmt::format("\t{}\n", c.y[i]);
        }
    }
    out += "\n DERIVED EXCITABILITY VARIABLES\n\n";
    for (std::size_t i = 0; i < nerve::index_count; ++i)
        if (known(r.listed[i]))
            out += fmt::format(" {}.\t{}\n", nerve::indices_rows[i].qtrac, r.listed[i]);
    out += "\n EXTRA VARIABLES\n\n";
    for (auto const& [name, value] : r.extras)
        out += fmt::format("{} = {}\n", name, value);
    return out;
}

} // namespace

TEST(Mem, ReadsEverySectionOfTheExample) {
    auto const it = read(example());
    auto const& r = it.recording;
    EXPECT_THAT(unread(it), IsEmpty());
    EXPECT_THAT(it.notes, IsEmpty());
    EXPECT_EQ(r.name, "EXAMPLE 1");
    EXPECT_EQ(r.age_years, 47);
    EXPECT_EQ(r.sex, "F");
    EXPECT_EQ(r.temperature, 33.2);
    EXPECT_EQ(r.sites, "Median Wr-APB");
    EXPECT_EQ(r.program, "QTracP 9/12/2016");
    std::vector<std::string> names;
    for (auto const& one : r.curves) {
        names.push_back(one.name);
        EXPECT_TRUE(std::is_sorted(one.x.begin(), one.x.end())) << one.name;
        EXPECT_EQ(one.x.size(), one.y.size());
    }
    EXPECT_THAT(names, testing::UnorderedElementsAre("response", "charge", "te_d40", "te_h40", "te_d20", "te_h20", "rc", "iv"));
    EXPECT_EQ(curve(it, "iv")->x.front(), -100) << "the file runs downwards";
    EXPECT_EQ(r.listed[nerve::index_place("rrp_ms")], 3.75);
    EXPECT_TRUE(known(r.listed[nerve::index_place("rheobase_relative")]));
    EXPECT_FALSE(known(r.listed[nerve::index_place("te_d40_peak")])) << "not in its list";
    EXPECT_THAT(r.extras, ElementsAre(std::pair<std::string, double>("Potassium", 5.6)));
}

TEST(Mem, WhatWasReadWrittenAgainReadsTheSame) {
    auto const first = read(example()).recording, second = read(as_mem(first)).recording;
    ASSERT_EQ(first.curves.size(), second.curves.size());
    for (auto const& one : first.curves) {
        auto const other = std::find_if(second.curves.begin(), second.curves.end(),
                                        [&](auto const& c) { return c.name == one.name; });
        ASSERT_NE(other, second.curves.end()) << one.name;
        EXPECT_EQ(one.x, other->x) << one.name;
        EXPECT_EQ(one.y, other->y) << one.name;
    }
    for (std::size_t i = 0; i < nerve::index_count; ++i)
        EXPECT_TRUE(first.listed[i] == second.listed[i] || !known(first.listed[i])) << nerve::indices_rows[i].key;
    EXPECT_EQ(first.extras, second.extras);
    EXPECT_EQ(first.temperature, second.temperature);
}

TEST(Mem, LineEndsDecimalCommasAndBlanksForTabsChangeNothing) {
    auto const plain = read(example());
    auto const same = [&](std::string const& text, char const* how) {
        auto const other = read(text);
        EXPECT_THAT(unread(other), IsEmpty()) << how;
        ASSERT_EQ(plain.recording.curves.size(), other.recording.curves.size()) << how;
        for (std::size_t i = 0; i < plain.recording.curves.size(); ++i) {
            EXPECT_EQ(plain.recording.curves[i].x, other.recording.curves[i].x) << how;
            EXPECT_EQ(plain.recording.curves[i].y, other.recording.curves[i].y) << how;
        }
        EXPECT_EQ(plain.recording.temperature, other.recording.temperature) << how;
        EXPECT_EQ(plain.recording.listed[0], other.recording.listed[0]) << how;
    };
    same(replaced(example(), "\n", "\r\n"), "DOS");
    same(replaced(example(), "\n", "\r"), "old Macintosh");
    same(replaced(example(), "\t", "  "), "blanks");
    same("\xEF\xBB\xBF" + example(), "byte-order mark");
    auto commas = example();
    for (std::size_t i = 1; i + 1 < commas.size(); ++i)
        if (commas[i] == '.' && std::isdigit(static_cast<unsigned char>(commas[i + 1])) &&
            (std::isdigit(static_cast<unsigned char>(commas[i - 1])) || commas[i - 1] == ' ') &&
            commas.find_last_of("\t\n", i) != commas.npos && commas[commas.find_last_of("\t\n", i)] == '\t')
            commas[i] = ',';
    ASSERT_THAT(commas, HasSubstr("33,2"));
    same(commas, "commas");
}

TEST(Mem, ColumnsAreFoundByTheirNamesInAnyOrder) {
    auto const it = read(" THRESHOLD ELECTROTONUS DATA\n\tThresh redn. (%)\tDelay (ms)\tCurrent (%)\n"
                         "TE1.1\t0\t9\t0\nTE1.2\t-39.5\t10\t-40\nTE1.3\t-80\t50\t-40\nTE1.4\t-60\t110\t0\n"
                         " CHARGE DURATION DATA\n\tThreshold (mA)\tDuration (ms)\nQT.1\t9.5\t.2\nQT.2\t5\t1\n");
    ASSERT_TRUE(curve(it, "te_h40"));
    EXPECT_THAT(curve(it, "te_h40")->x, ElementsAre(9, 10, 50, 110));
    EXPECT_THAT(curve(it, "te_h40")->y, ElementsAre(0, -39.5, -80, -60));
    ASSERT_TRUE(curve(it, "charge")) << "a threshold and its length are a charge";
    EXPECT_THAT(curve(it, "charge")->y, ElementsAre(testing::DoubleNear(1.9, 1e-12), 5));
}

TEST(Mem, OtherStrengthsOfTheConditioningCurrentAreCurvesOfTheirOwn) {
    auto const it = read(" THRESHOLD ELECTROTONUS DATA\n\tDelay (ms)\tCurrent (%)\tThresh redn. (%)\n"
                         "TE1.1\t10\t-70\t-68\nTE1.2\t100\t-70\t-180\nTE2.1\t10\t-100\t-99\nTE2.2\t100\t-100\t-300\n");
    EXPECT_TRUE(curve(it, "te_h70"));
    EXPECT_TRUE(curve(it, "te_h100"));
}

TEST(Mem, DelaysCountedFromTheOnsetAreMoved) {
    auto const it = read(" THRESHOLD ELECTROTONUS DATA\n\tDelay (ms)\tCurrent (%)\tThresh redn. (%)\n"
                         "TE1.1\t0\t40\t40\nTE1.2\t90\t40\t45\nTE1.3\t110\t0\t-10\n");
    EXPECT_THAT(curve(it, "te_d40")->x, ElementsAre(10, 100, 120));
    EXPECT_THAT(it.notes, Contains(HasSubstr("10 ms are added")));
}

TEST(Mem, AStrengthDurationSectionGivesTwoPointsOfTheChargeCurve) {
    auto const it = read(" STRENGTH-DURATION DATA\n\n\t %CMAP\tThreshold(1)\tThreshold(2)\tTsd\tRheobase\n\n"
                         "SD.1\t 10\t 5.5\t 2.5\t .44\t 1.7\nSD.4\t 40\t 6\t 2.9\t .39\t 2.1\n");
    ASSERT_TRUE(curve(it, "charge"));
    EXPECT_THAT(curve(it, "charge")->x, ElementsAre(0.2, 1));
    EXPECT_THAT(curve(it, "charge")->y, ElementsAre(testing::DoubleNear(1.2, 1e-12), testing::DoubleNear(2.9, 1e-12)));
}

TEST(Mem, APartThatCannotBeReadIsNamedAndTheRestGoesOn) {
    auto const it = read(replaced(example(), "RC1.5               \t", "RC1.5               \t x"));
    EXPECT_THAT(unread(it), Contains(testing::AllOf(HasSubstr("x.MEM, line "), HasSubstr("is no number. The point is left out"))));
    EXPECT_THAT(curve(it, "rc")->x, SizeIs(17));
    EXPECT_TRUE(curve(it, "iv"));
    auto const odd = read(small_rc + " M-SCAN DATA\n\nMS.1\t 1\t 2\n THRESHOLD I/V DATA\nIV1.1\t 0\t-0.5\nIV1.2\t-10\t-15\n");
    EXPECT_THAT(odd.notes, ElementsAre("The section M-SCAN DATA is not used."));
    EXPECT_TRUE(curve(odd, "iv"));
}

TEST(Mem, AnElectrotonusWhoseSignsContradictEachOtherIsLeftOut) {
    auto const it = read(small_rc + " THRESHOLD ELECTROTONUS DATA\n\tDelay (ms)\tCurrent (%)\tThresh redn. (%)\n"
                                    "TE1.1\t10\t40\t-40\nTE1.2\t100\t40\t-90\nTE2.1\t9\t0\t0\nTE2.2\t100\t0\t1\n");
    EXPECT_FALSE(curve(it, "te_d40"));
    EXPECT_FALSE(curve(it, "te_h40"));
    EXPECT_THAT(unread(it), Contains(HasSubstr("have opposite signs")));
    EXPECT_THAT(unread(it), Contains(HasSubstr("no conditioning current is told")));
}

TEST(Mem, OfASectionThatRepeatsTheOneWithMorePointsIsUsed) {
    auto const it = read(small_rc + " RECOVERY CYCLE DATA\nRC1.1\t 5\t -10\nRC1.2\t 10\t -5\n");
    EXPECT_THAT(curve(it, "rc")->y, ElementsAre(4.5, -22.5, 11));
    EXPECT_THAT(it.notes, Contains(HasSubstr("rc stands twice, from line 4 and from line 8; the first is used.")));
    auto const later = read(small_rc + replaced(small_rc, "-22.5", "-20"));
    EXPECT_THAT(curve(later, "rc")->y, ElementsAre(4.5, -20, 11));
}

TEST(Mem, VariablesGoByTheirNameAndWithoutOneByTheirNumber) {
    auto const it = read("  DERIVED EXCITABILITY VARIABLES\n\n 10.\t3.1\tRRP (ms)\n 3.\t0.44\n"
                         " 99.\t-24\tSuperexcitability (%)\n 13.\t7\tAnother thing\n 14.\t0.000\tSubexcitability (%)\n"
                         " 20.\tabc\tTEd(40-60ms)\n 17.\t61\tAge (years)\n 18.\t2\tSex (M=1, F=2)\n");
    auto const& r = it.recording;
    EXPECT_EQ(r.listed[nerve::index_place("rrp_ms")], 3.1);
    EXPECT_EQ(r.listed[nerve::index_place("sdtc_ms")], 0.44);
    EXPECT_EQ(r.listed[nerve::index_place("superexcitability_percent")], -24);
    EXPECT_FALSE(known(r.listed[nerve::index_place("subexcitability_percent")])) << "0 means not measured";
    EXPECT_THAT(unread(it), Contains(HasSubstr("'abc' is no number. This index counts as unknown")));
    EXPECT_EQ(r.age_years, 61);
    EXPECT_EQ(r.sex, "F");
}

TEST(Mem, TwoTemperaturesCountAsTheFirst) {
    EXPECT_EQ(read(" Temperature:\t33.5 / 34.1\n" + small_rc).recording.temperature, 33.5);
    EXPECT_EQ(read(" Temperature:\t32,5 C\n" + small_rc).recording.temperature, 32.5);
    auto const odd = read(" Temperature:\twarm\n" + small_rc);
    EXPECT_FALSE(known(odd.recording.temperature));
    EXPECT_THAT(unread(odd), Contains(HasSubstr("'warm' is no temperature")));
}

TEST(Mem, WhatIsNoRecordingIsRefusedInOneSentence) {
    for (std::string const& text : {std::string("day,food\n1,bread\n"), std::string("{\"a\": 1}"), std::string("Name: X\n")}) {
        auto const result = read_mem(text, "x.MEM");
        ASSERT_FALSE(result) << text;
        EXPECT_THAT(in_words(result.error()), HasSubstr("x.MEM: no threshold tracking was found in it."));
    }
}

TEST(Mem, OfWhatIsNoTextItSpeaksOfANerveAndNotOfADiary) {
    auto const png = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + std::string(200, '\x02');
    for (auto const& bytes : {std::string(), std::string(" \r\n\t\n"), std::string(200, '\0'), png}) {
        auto const result = read_mem(bytes, "x.MEM");
        ASSERT_FALSE(result) << bytes;
        EXPECT_THAT(in_words(result.error()), HasSubstr("no recording of a nerve. A recording of QTRAC is a text"));
        EXPECT_THAT(in_words(result.error()), Not(HasSubstr("diary")));
        EXPECT_THAT(in_words(result.error()), Not(HasSubstr("CSV")));
    }
}

TEST(Mem, AHeadWithoutThresholdsIsRefused) {
    auto const text = example();
    auto const response = text.substr(0, text.find("CHARGE DURATION DATA"));
    auto const head = text.substr(0, text.find("STIMULUS-RESPONSE DATA"));
    for (auto const& cut : {response, head}) {
        auto const result = read_mem(cut, "x.MEM");
        ASSERT_FALSE(result);
        EXPECT_THAT(in_words(result.error()), HasSubstr("only the head of a recording: the file may be cut"));
    }
}

TEST(Mem, TheExamplesListAgreesWithItsCurves) {
    auto const found = nerve::measured(read(example()).recording);
    int both = 0;
    for (auto const& index : found)
        if (index.origin == nerve::Origin::curves && known(index.listed)) {
            ++both;
            EXPECT_NEAR(index.value, index.listed, 0.02 * std::abs(index.value));
        }
    EXPECT_EQ(both, 4);
}

TEST(Mem, HostileNumbersNeverBecomePoints) {
    auto const it = read(small_rc + "RC1.4\t 1e999\t 5\nRC1.5\t -3\t 5\nRC1.6\t 0\t 5\nRC1.7\t 7\t 1e300\nRC1.8\t nan\t inf\n"
                                    "RC1.9\t 8\nRC99999999999999999999.1\t 1\t 1\nRC1.10\t9\t-5\t7\t8\t9\n");
    EXPECT_THAT(curve(it, "rc")->x, ElementsAre(3.2, 5, 9, 42));
    EXPECT_THAT(unread(it), SizeIs(5));
    std::string flood = small_rc;
    for (int i = 0; i < 5000; ++i)
        flood += fmt::format("RC1.{}\t{}\tx\n", i + 10, i + 300);
    EXPECT_THAT(unread(read(flood)), SizeIs(8)) << "a file of another kind is not told line by line";
    std::string many = small_rc;
    for (int i = 0; i < 30000; ++i)
        many += fmt::format("RC1.{}\t{}\t1\n", i % 9000, 300 + i * 0.1);
    EXPECT_EQ(curve(read(many), "rc")->x.size(), 2000u);
}

TEST(Mem, AnyCutOfTheExampleIsMetWithAnAnswer) {
    auto const text = example();
    int readable = 0;
    for (std::size_t size = 0; size < text.size(); size += 37) {
        auto const cut = read_mem(text.substr(0, size), "x.MEM");
        if (!cut)
            continue;
        ++readable;
        for (auto const& one : cut->recording.curves)
            for (double const y : one.y)
                EXPECT_TRUE(std::isfinite(y));
    }
    EXPECT_GT(readable, 200);
}

} // namespace rheobase::read
