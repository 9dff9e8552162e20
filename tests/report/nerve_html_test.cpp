#include "app/report/html/nerve.hpp"
#include "app/report/html/drawing.hpp"
#include "app/report/html/nerve_curves.hpp"
#include "app/report/json/nerve.hpp"
#include "tests/report/nerve_findings.hpp"
#include "tests/report/seen.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::report {

namespace {

using testing::Contains, testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

std::size_t count(std::string const& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

TEST(NerveHtml, IsWellFormedAndDrawsTheFourMeasurements) {
    for (auto const& told : {small_told(), low_calcium_told(), told_with_recording()}) {
        auto const page = nerve_html(told);
        auto const read = seen(page);
        EXPECT_THAT(read.fault, IsEmpty());
        for (auto const* id : {"electrotonus", "recovery", "current", "charge", "indices", "marks"})
            EXPECT_THAT(read.ids, Contains(id));
        EXPECT_EQ(count(page, "<svg viewBox"), 4u);
        EXPECT_EQ(count(page, "class=\"scale\""), nerve::index_count);
        EXPECT_THAT(page, Not(HasSubstr("nan")));
        EXPECT_THAT(page, Not(HasSubstr("inf ")));
    }
}

TEST(NerveHtml, EveryStrengthOfTheCurrentIsLabelled) {
    auto told = told_with_recording();
    told.recording->curves.push_back({"te_h70", {10, 60, 109}, {-70, -150, -210}});
    auto const page = nerve_html(told);
    for (auto const* label : {">+40\u00a0%<", ">+20\u00a0%<", ">−20\u00a0%<", ">−40\u00a0%<", ">−70\u00a0%<"})
        EXPECT_THAT(page, HasSubstr(label));
}

TEST(NerveHtml, TheHealthyBandOfTheRecoveryCycleIsThatOfPeople) {
    auto const band = norm_ribbon("rc", as_it_is);
    for (auto const& row : nerve::indices_rows) {
        double const ms = row.key == "refractoriness_2_ms_percent"     ? 2
                          : row.key == "refractoriness_2_5_ms_percent" ? 2.5
                          : row.key == "superexcitability_5_ms_percent" ? 5
                                                                        : unknown;
        for (std::size_t i = 0; i < band.mid.size(); ++i)
            if (band.mid[i].first == ms) {
                EXPECT_NEAR(band.low[i].second, row.norm_low, 0.1) << row.key;
                EXPECT_NEAR(band.mid[i].second, row.norm_median, 0.3) << row.key;
                EXPECT_NEAR(band.high[i].second, row.norm_high, 0.1) << row.key;
            }
    }
    for (std::size_t i = 0; i < band.mid.size(); ++i) {
        EXPECT_LT(band.low[i].second, band.mid[i].second);
        EXPECT_LT(band.mid[i].second, band.high[i].second);
    }
}

TEST(NerveHtml, APageOfAHandfulShowsNoCurve) {
    auto const page = nerve_html(restless_told());
    EXPECT_THAT(page, Not(HasSubstr("class=\"frame\"")));
    EXPECT_THAT(page, Not(HasSubstr("<table")));
    auto one = small_told();
    one.model.people = one.model.tracked = 1;
    EXPECT_THAT(nerve_html(one), HasSubstr("class=\"median\""));
    EXPECT_THAT(nerve_html(one), Not(HasSubstr("class=\"most\"")));
    EXPECT_THAT(nerve_html(one), Not(HasSubstr("90 % of axons,")));
}

TEST(NerveHtml, NothingIsDrawnAcrossPointsThatAreUnknown) {
    auto model = small_excitability();
    Drawing whole(PlotAxis::holding(0, 200), PlotAxis::holding(-100, 100)), parted = whole;
    auto& at = model.curves[4].at;
    draw_model(whole, model_ribbon(&model.curves[4], as_it_is));
    at[5] = unknown_spread();
    draw_model(parted, model_ribbon(&model.curves[4], as_it_is));
    auto const drawn = [](Drawing const& drawing) {
        Markup html;
        drawing.write(html, "label", "x", "y");
        return std::move(html).page();
    };
    EXPECT_EQ(count(drawn(whole), "class=\"median\""), 1u);
    EXPECT_EQ(count(drawn(parted), "class=\"median\""), 2u);
    EXPECT_EQ(count(drawn(parted), "class=\"most\""), 2u);
}

TEST(NerveHtml, TheRecordingsPointsAreDrawnOnlyWhereThereIsOne) {
    EXPECT_THAT(nerve_html(small_told()), Not(HasSubstr("class=\"recorded")));
    auto const page = nerve_html(told_with_recording());
    EXPECT_THAT(page, HasSubstr("class=\"recorded rim\""));
    EXPECT_THAT(page, HasSubstr("▼ below"));
    EXPECT_THAT(page, HasSubstr("EXAMPLE 1"));
}

TEST(NerveHtml, WhatIsChangedIsMarked) {
    auto const page = nerve_html(low_calcium_told());
    EXPECT_EQ(count(page, "class=\"changed\""), 2u);
    EXPECT_THAT(page, HasSubstr("ordinary 1.20"));
}

TEST(NerveHtml, SaysNothingThatTheJsonLacks) {
    auto told = told_with_recording();
    told.notes.push_back("A note.");
    auto const json = nlohmann::json::parse(nerve_json(told)).dump();
    for (auto const* part : {"It must not be used to diagnose", "A note.", "Median Wr-APB"}) {
        EXPECT_THAT(seen(nerve_html(told)).text, HasSubstr(part));
        EXPECT_THAT(json, HasSubstr(part));
    }
}

TEST(NerveHtml, WordsOfAFileCannotBecomeMarkup) {
    auto told = told_with_recording();
    told.recording->name = "<script>alert(1)</script>";
    told.recording->comments = "\"><img src=x onerror=alert(2)>";
    told.recording->extras.emplace_back("<svg onload=alert(3)>", 1);
    told.unread.push_back({"'</style><b>' is no number", "<i>, line 1", ""});
    auto const read = seen(nerve_html(told));
    EXPECT_THAT(read.fault, IsEmpty());
    for (auto const* tag : {"script", "img", "i"})
        EXPECT_THAT(read.tags, Not(Contains(tag)));
    for (auto const* name : {"onerror", "onload", "src"})
        EXPECT_THAT(read.names, Not(Contains(name)));
}

TEST(NerveHtml, ANerveThatNothingFiresStillGivesAPage) {
    auto told = small_told();
    told.model.silent_to_stimuli = told.model.people;
    for (auto& index : told.model.indices)
        index = unknown_spread();
    for (auto& curve : told.model.curves)
        for (auto& at : curve.at)
            at = unknown_spread();
    told.model.threshold_change = unknown_spread();
    auto const page = nerve_html(told);
    EXPECT_THAT(seen(page).fault, IsEmpty());
    EXPECT_THAT(page, Not(HasSubstr("nan")));
    EXPECT_THAT(page, Not(HasSubstr("class=\"frame\""))) << "no empty frames";
    EXPECT_THAT(page, Not(HasSubstr("<table"))) << "no empty table";
    told.model.curves.clear();
    told.recording = told_with_recording().recording;
    EXPECT_THAT(nerve_html(told), HasSubstr("class=\"frame\"")) << "the recording is drawn without the model";
    EXPECT_THAT(nerve_html(told), Not(HasSubstr("nan")));
}

TEST(Drawing, WordsOfAColumnStandApartAndInside) {
    Markup html;
    Drawing drawing(PlotAxis::holding(0, 1), PlotAxis::marked(0, 100, {0, 100}));
    drawing.column("level", {{"a", 50}, {"b", 51}, {"c", 1e9}, {"d", 99}, {"e", -1e9}, {"f", 49}}, 1);
    drawing.write(html, "label", "x", "y");
    auto const page = std::move(html).page();
    std::vector<double> heights;
    for (auto at = page.find("word level"); at != page.npos; at = page.find("word level", at + 1))
        heights.push_back(std::stod(page.substr(page.find("bottom:", at) + 7)));
    ASSERT_EQ(heights.size(), 6u);
    std::sort(heights.begin(), heights.end());
    EXPECT_GE(heights.front(), 0);
    EXPECT_LE(heights.back(), 100);
    for (std::size_t i = 1; i < heights.size(); ++i)
        EXPECT_GE(heights[i] - heights[i - 1], 6);
}

TEST(Drawing, KeepsWhatLiesFarOutsideNearItsFrame) {
    auto const axis = PlotAxis::marked(1, 100, {1, 10, 100}, true);
    EXPECT_NEAR(axis.place(10), 0.5, 1e-12);
    EXPECT_EQ(axis.place(1e9), 2);
    EXPECT_EQ(axis.ticks.size(), 3u);
    EXPECT_EQ(PlotAxis::marked(-0.8, 1, {-0.4, 0}).ticks.front().label, "−0.4");
    EXPECT_THAT(PlotAxis::marked(-1.2, 1, {-1.5, -1, 1.5}).ticks, testing::SizeIs(1)) << "marks stay inside";
    Markup html;
    Drawing drawing(PlotAxis::holding(0, 1), PlotAxis::holding(0, 1));
    drawing.line("far", {{0.5, 1e12}, {0.5, unknown}});
    drawing.dots("none", {{unknown, 1}});
    drawing.write(html, "label", "x", "y");
    auto const page = std::move(html).page();
    EXPECT_THAT(page, HasSubstr("class=\"far\""));
    EXPECT_THAT(page, Not(HasSubstr("class=\"none")));
    EXPECT_THAT(page, Not(HasSubstr("e+")));
}

} // namespace

} // namespace rheobase::report
