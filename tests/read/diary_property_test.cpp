// What holds for every format: written again in ours it is the same, and no damage crashes or loses what came
// before.
#include "tests/read/samples.hpp"

#include "model/diet/intake.hpp"

#include <cmath>
#include <random>

namespace rheobase::read {

using namespace samples;

namespace {

bool same(double a, double b) {
    return a == b || (!known(a) && !known(b));
}

void expect_same(diet::Eaten const& a, diet::Eaten const& b) {
    EXPECT_EQ(a.day, b.day);
    EXPECT_EQ(a.time, b.time);
    EXPECT_EQ(a.meal, b.meal);
    EXPECT_EQ(a.line, b.line);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.food, b.food) << a.text;
    EXPECT_EQ(a.part, b.part);
    EXPECT_TRUE(same(a.sure, b.sure)) << a.sure << ' ' << b.sure;
    EXPECT_TRUE(same(a.grams.low, b.grams.low) && same(a.grams.mid, b.grams.mid) &&
                same(a.grams.high, b.grams.high))
        << a.text;
    for (int n = 0; n < diet::nutrient_count; ++n) {
        EXPECT_TRUE(same(a.stated[n], b.stated[n])) << a.text << ' ' << diet::about(n).key;
        EXPECT_TRUE(same(diet::amounts_in(a, diet::foods())[n], diet::amounts_in(b, diet::foods())[n]))
            << a.text << ' ' << diet::about(n).key;
    }
}

void expect_same_intake(diet::Diary const& a, diet::Diary const& b) {
    auto const intake_a = diet::eaten_per_day(a, {}, diet::foods());
    auto const intake_b = diet::eaten_per_day(b, {}, diet::foods());
    EXPECT_EQ(intake_a.days, intake_b.days);
    EXPECT_EQ(intake_a.grams_per_day, intake_b.grams_per_day);
    for (int n = 0; n < diet::nutrient_count; ++n) {
        auto const& x = intake_a[n];
        auto const& y = intake_b[n];
        EXPECT_TRUE(same(x.per_day.low, y.per_day.low) && same(x.per_day.mid, y.per_day.mid) &&
                    same(x.per_day.high, y.per_day.high) && same(x.coverage, y.coverage))
            << diet::about(n).key;
        EXPECT_EQ(x.from_food, y.from_food) << diet::about(n).key;
        EXPECT_EQ(x.from_supplements.mid, y.from_supplements.mid) << diet::about(n).key;
    }
}

} // namespace

TEST(DiaryProperty, WrittenInOurFormatAndReadAgainItIsTheSame) {
    for (auto const& [format, text] : all()) {
        SCOPED_TRACE(format);
        auto const diary = diary_of(text);
        auto const again = diary_of(write_diary_csv(diary, diet::foods()));
        EXPECT_EQ(again.format, "rheobase_csv");
        EXPECT_TRUE(again.unread.empty());
        ASSERT_EQ(again.eaten.size(), diary.eaten.size());
        for (std::size_t i = 0; i < diary.eaten.size(); ++i)
            expect_same(diary.eaten[i], again.eaten[i]);
        expect_same_intake(again, diary);
        EXPECT_EQ(write_diary_csv(again, diet::foods()), write_diary_csv(diary, diet::foods()));
    }
}

TEST(DiaryProperty, AnyEatenFoodSurvivesOurFormat) {
    std::mt19937 draw(7);
    std::vector<std::string> const letters{"a",  "b",  " ",  ",", "\"", ";",
                                           "\n", "\r", "\t", "'", "=",  "\xC3\xA9"};
    auto const word = [&] {
        std::string text = "x";
        for (auto i = draw() % 12; i > 0; --i)
            text += letters[draw() % letters.size()];
        return text + "x";
    };
    auto const figure = [&] {
        return std::ldexp(static_cast<double>(draw() % 100000 + 1), -static_cast<int>(draw() % 20));
    };
    for (int round = 0; round < 200; ++round) {
        diet::Diary diary;
        for (auto i = draw() % 6 + 1; i > 0; --i) {
            diet::Eaten eaten;
            eaten.day = draw() % 4 ? "2026-02-0" + std::to_string(draw() % 9 + 1) : "";
            eaten.time = draw() % 2 ? "0" + std::to_string(draw() % 10) + ":15" : "";
            eaten.meal = draw() % 2 ? word() : "";
            eaten.text = word();
            eaten.line = static_cast<int>(draw() % 1000);
            eaten.part = static_cast<diet::Part>(draw() % 3);
            if (draw() % 2)
                eaten.food = static_cast<diet::Food>(draw() % static_cast<unsigned>(diet::foods().size()));
            if (draw() % 3) {
                double const grams = figure();
                eaten.grams = {grams / 2, grams, grams * 1.5};
            }
            eaten.sure = figure() / 1e5;
            for (int n = 0; n < diet::nutrient_count; ++n)
                if (draw() % 3 == 0)
                    eaten.stated[n] = figure() / 1000;
            // Without a food and an amount a row is only words, and is read as words.
            diary.eaten.push_back(eaten);
        }
        auto const again = diary_of(write_diary_csv(diary, diet::foods()));
        ASSERT_EQ(again.eaten.size(), diary.eaten.size());
        for (std::size_t i = 0; i < diary.eaten.size(); ++i)
            expect_same(diary.eaten[i], again.eaten[i]);
    }
}

TEST(DiaryProperty, CutOffAnywhereAFileKeepsTheRowsAbove) {
    for (auto const& [format, text] : all()) {
        SCOPED_TRACE(format);
        auto const whole = diary_of(text);
        // Every third place, so that each row is cut in its cells and at their ends; the fuzzers cut
        // everywhere.
        for (std::size_t size = 0; size < text.size(); size += 3) {
            auto const half = diary_of(text.substr(0, size));
            auto const lines =
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n');
            // Rows that end above the cut are there; where half a heading makes another format of it, nothing
            // is claimed.
            if (half.format != whole.format || format == "apple_health" || format == "google_fit")
                continue;
            std::size_t above = 0;
            for (auto const& eaten : whole.eaten)
                above += eaten.line <= lines;
            EXPECT_GE(half.eaten.size(), above) << "cut at " << size;
        }
    }
}

TEST(DiaryProperty, HalfAnAppleExportKeepsEveryRecordAbove) {
    std::string records;
    for (int i = 10; i < 60; ++i)
        records += apple_record("DietaryIron", "mg", "1", "2026-03-14 12:" + std::to_string(i) + ":00 +0100");
    auto const text = apple_file(records);
    for (std::size_t size = text.find("<HealthData"); size < text.size(); size += 13) {
        auto const half = diary_of(text.substr(0, size));
        double above = 0, iron = 0;
        for (auto at = text.find("/>\n"); at != text.npos && at + 2 <= size; at = text.find("/>\n", at + 1))
            above += text.compare(text.rfind('\n', at) + 1, 8, " <Record") == 0;
        for (auto const& eaten : half.eaten)
            iron += eaten.stated[diet::nutrient("iron_mg")];
        EXPECT_DOUBLE_EQ(iron, above) << size;
    }
}

TEST(DiaryProperty, DamageNeverCrashes) {
    std::mt19937 draw(11);
    for (auto const& [format, text] : all())
        for (int round = 0; round < 60; ++round) {
            std::string damaged = text;
            for (auto i = draw() % 8 + 1; i > 0; --i) {
                auto const at = draw() % damaged.size();
                switch (draw() % 4) {
                case 0:
                    damaged[at] = static_cast<char>(draw() % 256);
                    break;
                case 1:
                    damaged.erase(at, draw() % 40 + 1);
                    break;
                case 2:
                    damaged.insert(at, 1, "\",;\n<{[&\xC3"[draw() % 9]);
                    break;
                default:
                    damaged.insert(at, damaged.substr(draw() % damaged.size(), draw() % 60));
                }
                if (damaged.empty())
                    damaged = "x";
            }
            auto const diary = diary_of(damaged);
            for (auto const& eaten : diary.eaten) {
                EXPECT_FALSE(eaten.grams.mid < 0);
                for (int n = 0; n < diet::nutrient_count; ++n)
                    EXPECT_FALSE(eaten.stated[n] < 0 || std::isinf(eaten.stated[n]));
            }
        }
}

TEST(DiaryProperty, RandomBytesNeverCrash) {
    std::mt19937 draw(3);
    for (int round = 0; round < 500; ++round) {
        std::string bytes(draw() % 300, '\0');
        bool const printable = draw() % 2;
        for (auto& c : bytes)
            c = static_cast<char>(printable ? draw() % 96 + 32 : draw() % 256);
        diary_of(bytes);
        diary_of("Day,Food Name,Amount,Energy (kcal)\n" + bytes);
        diary_of("{\"diary\": [" + bytes);
        diary_of("<HealthData>" + bytes);
        diary_of("PK\x03\x04" + bytes);
    }
}

} // namespace rheobase::read
