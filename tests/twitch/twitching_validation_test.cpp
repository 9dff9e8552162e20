// What the stage says beside what was counted in people. The table is docs/validation-twitch.md, which this
// test compares byte for byte and writes anew when RHEOBASE_BLESS=1 is set. A miss is printed as one and its
// reason stands beside it.
#include "model/twitch/base_rates.hpp"
#include "model/twitch/habits.rows.hpp"
#include "model/twitch/rival_curves.hpp"
#include "model/twitch/twitching.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace rheobase;
using namespace rheobase::twitch;
using rheobase::nerve::ordinary_medium;

namespace {

constexpr double days_a_week = 7;
constexpr std::string_view set_by_it = "set by it";

struct Counted {
    std::string what, who;
    double low, high; ///< what was counted, or its 95 % interval
    Interval says;
    std::string_view note; ///< `set_by_it`, the reason of a miss, or blank
    int decimals = 2;
};

Habits student() {
    Habits habits;
    habits.stress = 2;
    habits.sleep_hours = 6;
    habits.age_years = 22;
    habits.screen_hours = 6;
    return habits;
}

Interval sign(std::string_view name, Habits const& habits) {
    for (auto const& each : signs({}, habits, ordinary_medium))
        if (each.name == name)
            return each.in_a_month;
    return {};
}

Interval brought(std::string_view name, double nerve::Medium<double>::*member, double value,
                 double ph = 7.4) {
    auto blood = ordinary_medium;
    blood.*member = value;
    blood.ph = ph;
    return brought_by_blood(name, {}, blood);
}

double odds(double chance) {
    return chance / (1 - chance);
}

/// Odds of eyelid twitches within a week between two kinds of people, one of whom has them so many times as
/// often, in a crowd of which this share has them.
Interval odds_ratio(double share, Interval const& times) {
    auto const people = ordinary_spells(share, days_a_week, base_rate("people_log_sd").mid);
    auto const ratio = [&](double factor) {
        double const half_way = std::sqrt(factor);
        return odds(people.share_noticing(days_a_week, half_way)) /
               odds(people.share_noticing(days_a_week, 1 / half_way));
    };
    return {ratio(times.low), ratio(times.mid), ratio(times.high)};
}

/// The factor on the eyelid between two values of a habit, at the three ends of its row.
Interval times(std::string_view habit, double steps) {
    for (auto const& row : habits_rows)
        if (row.habit == habit && row.on == "eyelid")
            return {std::pow(row.low, steps), std::pow(row.mid, steps), std::pow(row.high, steps)};
    return {};
}

/// By how much ionised calcium (mmol/L) people who twitch differ from those who do not when both are healthy:
/// the slope of the curve at nothing times the variance of calcium between people. Over the rivals at their
/// middles.
Interval difference_of_calcium() {
    double const sd = 0.04,
                 percent_per_mmol =
                     190; // healthy adults; the ensemble falls by 15 % from 1.20 to 1.12 mmol/L
    std::vector<double> differences;
    for (auto const& curve : rival_curves_rows) {
        double const step = 0.01;
        double const slope =
            (times_as_often(curve, End::mid, step) - times_as_often(curve, End::mid, -step)) / (2 * step);
        differences.push_back(slope * percent_per_mmol * sd * sd);
    }
    std::sort(differences.begin(), differences.end());
    return {differences.front(), (differences[2] + differences[3]) / 2, differences.back()};
}

std::vector<Counted> counted() {
    Habits const anyone;
    Habits old, third, second, first, lasting;
    old.age_years = 70;
    third.pregnancy_weeks = 34;
    second.pregnancy_weeks = 20;
    first.pregnancy_weeks = 8;
    for (auto* each : {&third, &second, &first}) {
        each->female = 1;
        each->age_years = 30;
    }
    lasting.lasting_twitches = 1;
    double const noticed = ordinary_spells(base_rate("noticed_share").mid, base_rate("recall_days").mid,
                                           base_rate("people_log_sd").mid)
                               .share_noticing(base_rate("recall_days").mid);
    auto const calcium = &nerve::Medium<double>::calcium;
    auto const potassium = &nerve::Medium<double>::potassium;
    double const normal = ordinary_medium.calcium;
    return {
        {"healthy people who say that they notice twitches",
         "Reed and Kurland 1963, no time named",
         0.7,
         0.7,
         {base_rate("noticed_share").low, noticed, base_rate("noticed_share").high},
         set_by_it},
        {"eyelid twitches in the week before exams", "Hadžić 2016, 44 of 100 students", 0.34, 0.54,
         twitching({}, student(), ordinary_medium).chance_noticed_eyelid_in_a_week, ""},
        {"the same, odds of women against men", "Hadžić 2016", 2.46, 2.46,
         odds_ratio(0.44, times("female", 1)), ""},
        {"the same, odds of 6.88 against 4.84 hours of screen",
         "Gunes 2024, from means and SDs of 103 and 103", 2.42, 4.36,
         odds_ratio(0.3, times("screen_hours", 6.88 - 4.84)), ""},
        {"ionised calcium of others less that of people with eyelid twitches, mmol/L",
         "Gunes 2024: none; 103 and 103 would show 0.011", 0, 0.011, difference_of_calcium(), "", 4},
        {"night cramps within a month, adults", "Grandner 2017, NHANES", 0.30, 0.31, sign("cramp", anyone),
         set_by_it},
        {"rest cramps, adults of all ages", "Naylor 1994, 233 people", 0.37, 0.37, sign("cramp", anyone), ""},
        {"cramps above 60 years (at 70)", "Maisonneuve 2016, 516 people", 0.38, 0.53, sign("cramp", old),
         set_by_it},
        {"calf cramps, last third of pregnancy", "Duan 2018, 1342 women", 0.475, 0.529, sign("cramp", third),
         set_by_it},
        {"calf cramps, second third", "Duan 2018, 1492 women", 0.259, 0.305, sign("cramp", second), ""},
        {"calf cramps, first third", "Duan 2018, 748 women", 0.094, 0.141, sign("cramp", first),
         "young Chinese women had fewer cramps than adults of the surveys; no row says so"},
        {"cramp with lasting harmless twitches", "prospective study, 34 people", 0.46, 0.80,
         sign("cramp", lasting), set_by_it},
        {"tingling with lasting harmless twitches", "prospective study, 34 people", 0.53, 0.85,
         sign("tingling", lasting), set_by_it},
        {"felt weakness with lasting harmless twitches", "prospective study, 34 people", 0.20, 0.54,
         sign("weakness", lasting), set_by_it},
        {"still twitching after 12 months", "prospective study, 34 people", 0.95, 0.95, still_twitching(12),
         set_by_it},
        {"still twitching after 24 months", "Muscle Nerve 2018, 35 people", 0.93, 0.93, still_twitching(24),
         set_by_it},
        {"still twitching after 8 months to years (at 24)", "Mattiuzzi 2024, 180 people", 0.952, 0.997,
         still_twitching(24), ""},
        {"signs of donors whose ionised calcium fell by 12 % (only some)", "Szymanski, plateletpheresis", 0,
         0.5, brought("tingling", calcium, 0.876 * normal), set_by_it},
        {"the same, by 18 %", "step-down of citrate 1998, 80 donors", 0.22, 0.28,
         brought("tingling", calcium, 0.82 * normal), set_by_it},
        {"the same, by 22 % (most of them)", "Szymanski, 79 donors", 0.5, 1,
         brought("tingling", calcium, 0.78 * normal), set_by_it},
        {"donors badly unwell at a fall of 22 %, read as tetany", "Szymanski, 2 of 79 donors", 0.003, 0.088,
         brought("tetany", calcium, 0.78 * normal), ""},
        {"tingling when carbon dioxide of the lungs has fallen by 20 mmHg",
         "Macefield and Burke 1991, 6 people", 0.5, 0.5, brought("tingling", calcium, normal - 0.1, 7.62),
         set_by_it},
        {"weakness brought by potassium of 3.2 (silent)", "guidance", 0, 0.1,
         brought("weakness", potassium, 3.2), set_by_it},
        {"weakness brought by potassium of 2.2 (usual)", "guidance", 0.5, 1,
         brought("weakness", potassium, 2.2), set_by_it},
        {"twitches at potassium of 6.5, times as often", "no fasciculation", 1, 1,
         [] {
             auto blood = ordinary_medium;
             blood.potassium = 6.5;
             Excited nerve;
             nerve.not_by_potassium_percent = {0, 0, 0};
             return twitching(nerve, {}, blood).blood_factor;
         }(),
         set_by_it},
    };
}

std::string number(double x, int decimals) {
    return fmt::format("{:.{}f}", x, decimals);
}

std::string counted_words(Counted const& row) {
    auto const low = number(row.low, row.decimals), high = number(row.high, row.decimals);
    return low == high ? low : low + " to " + high;
}

/// Whether the middle of what is said lies within what was counted, to the digits printed.
bool met(Counted const& row) {
    double const slack = 0.5 * std::pow(10, -row.decimals) + 1e-9;
    return row.says.mid >= row.low - slack && row.says.mid <= row.high + slack;
}

bool covered(Counted const& row) {
    return row.says.low <= row.high && row.says.high >= row.low;
}

std::string page() {
    std::string text =
        "# Twitches and other signs: what is said beside what was counted\n"
        "Written by `tests/twitch/twitching_validation_test.cpp` (with RHEOBASE_BLESS=1), from the tables of "
        "`model/twitch`.\n"
        "Nobody has measured the chance of a twitch given the ions of the blood, so no row here tests that; "
        "the rows test the\n"
        "base rates, the habits and the other signs. *Set by it* marks a number that the tables were made "
        "from: it shows that\n"
        "the arithmetic holds, not that the stage is right. *Covered* means that the interval reaches what "
        "was counted while\n"
        "its middle does not lie in it.\n\n"
        "| what | counted in | counted | low | mid | high | verdict |\n|---|---|---|---|---|---|---|\n";
    int by_design = 0, hits = 0, reached = 0, misses = 0;
    for (auto const& row : counted()) {
        std::string verdict;
        if (row.note == set_by_it) {
            verdict = set_by_it;
            ++by_design;
        } else if (met(row)) {
            verdict = "met";
            ++hits;
        } else if (covered(row)) {
            verdict = "covered";
            ++reached;
        } else {
            verdict = "missed: " + std::string(row.note);
            ++misses;
        }
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", row.what, row.who, counted_words(row),
                            number(row.says.low, row.decimals), number(row.says.mid, row.decimals),
                            number(row.says.high, row.decimals), verdict);
    }
    text += fmt::format("\nSet by it {}, met {}, covered {}, missed {}.\n", by_design, hits, reached, misses);
    return text;
}

/// How many times as often each rival lets twitches come, and their median.
std::string what_the_rivals_say() {
    std::string text =
        "\n## What the rivals say\nTimes as often as in ordinary blood, by the fall of the threshold: the "
        "middle of each curve, its low and high number in brackets.\n\n| fall |";
    for (auto const& curve : rival_curves_rows)
        text += fmt::format(" {} |", curve.name);
    text += " median |\n|---|";
    for (std::size_t i = 0; i <= rival_curves_rows.size(); ++i)
        text += "---|";
    for (double const fall : {-20.0, 5.0, 10.0, 20.0, 30.0, 45.0, 60.0, 75.0}) {
        text += fmt::format("\n| {:.0f} % |", fall);
        for (auto const& curve : rival_curves_rows)
            text += fmt::format(
                " {:.2f} ({:.2f} to {:.2f}) |", times_as_often(curve, End::mid, fall),
                std::min(times_as_often(curve, End::low, fall), times_as_often(curve, End::high, fall)),
                std::max(times_as_often(curve, End::low, fall), times_as_often(curve, End::high, fall)));
        text += fmt::format(" {:.2f} |", rivals({fall, fall, fall}).mid);
    }
    return text + "\n";
}

Excited fallen(double percent, double firing) {
    Excited nerve;
    nerve.not_by_potassium_percent = {-1.3 * percent, -percent, -0.7 * percent};
    nerve.fires_alone = {firing, firing, firing};
    nerve.rate_hz = {3, 7, 12};
    return nerve;
}

/// Which part of the width of twitches a day comes from what.
std::string where_the_width_comes_from() {
    struct Person {
        std::string_view who;
        Excited nerve;
        Habits habits;
    };
    Habits tells = student();
    tells.caffeine_mg = 400;
    tells.exertion = 2;
    tells.viral_weeks_ago = Habits::never;
    tells.alcohol_withdrawal_days = Habits::never;
    tells.female = 0;
    tells.pregnancy_weeks = 0;
    Habits lasting = tells;
    lasting.lasting_twitches = 1;
    std::string text = "\n## Where the width comes from\nNoticed twitches a day, the chance to notice one "
                       "today, and the shares "
                       "(5 % and more) of the squared logarithmic width of the first.\n\n"
                       "| who | a day | today | width from |\n|---|---|---|---|\n";
    for (auto const& [who, nerve, habits] :
         {Person{"nothing known, ordinary blood", {}, {}},
          Person{"a tired student who tells all, ordinary blood", {}, tells},
          Person{"the same with lasting harmless twitches", {}, lasting},
          Person{"the same student, threshold 15 % down", fallen(15, 0), tells},
          Person{"the same student, threshold 60 % down", fallen(60, 0), tells},
          Person{"the same student, 60 % down and 5 % of axons firing alone", fallen(60, 0.05), tells}}) {
        auto const answer = twitching(nerve, habits, ordinary_medium);
        std::string from;
        for (auto const& width : answer.width)
            if (width.share >= 0.05)
                from += fmt::format("{}{} {:.0f} %", from.empty() ? "" : ", ", width.from, 100 * width.share);
        text += fmt::format("| {} | {:.3g} ({:.2g} to {:.2g}) | {:.2f} ({:.2f} to {:.2f}) | {} |\n", who,
                            answer.a_day.mid, answer.a_day.low, answer.a_day.high,
                            answer.chance_noticed_today.mid, answer.chance_noticed_today.low,
                            answer.chance_noticed_today.high, from);
    }
    return text;
}

} // namespace

TEST(TwitchingValidation, ThePageSaysWhatTheStageSaysToday) {
    std::string const path = RHEOBASE_ROOT "/docs/validation-twitch.md";
    auto const now = page() + what_the_rivals_say() + where_the_width_comes_from();
    if (char const* bless = std::getenv("RHEOBASE_BLESS"); bless && std::string_view(bless) == "1") {
        std::ofstream file(path, std::ios::binary);
        file << now;
    }
    std::ifstream file(path, std::ios::binary);
    std::string const kept{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(kept, now) << "RHEOBASE_BLESS=1 rewrites " << path;
}

TEST(TwitchingValidation, WhatTheTablesWereMadeFromComesBackAndEveryMissHasItsReason) {
    for (auto const& row : counted()) {
        if (row.note == set_by_it) {
            EXPECT_TRUE(met(row)) << row.what << ": " << row.says.mid;
        } else if (!covered(row)) {
            EXPECT_FALSE(row.note.empty()) << row.what << " is missed and nobody says why: " << row.says.mid;
        }
    }
}
