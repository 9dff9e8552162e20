#include "app/report/html/ions.hpp"
#include "app/report/html/ions_axis.hpp"
#include "app/report/html/ions_plot.hpp"
#include "app/report/ions_words.hpp"
#include "tests/report/ions_findings.hpp"

namespace rheobase::report {

namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

std::size_t count(std::string const& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

TEST(IonsHtml, DrawsEveryReportedQuantityWithItsUnitAndATable) {
    auto const page = ions_html(small_experiment(), small_findings(), {});
    EXPECT_THAT(page, HasSubstr("Magnesium in serum"));
    EXPECT_THAT(page, HasSubstr("Balance of potassium"));
    EXPECT_EQ(count(page, "<svg viewBox"), 2u);
    EXPECT_EQ(count(page, "<table>"), 2u);
    EXPECT_THAT(page, HasSubstr("class=\"median\" d=\"M"));
    EXPECT_THAT(page, HasSubstr("begins at 0.82\u00a0mmol/L and ends at 0.71\u00a0mmol/L"));
    EXPECT_THAT(page, HasSubstr("Lowest is 0.66 at 1 d of phase 2."));
    EXPECT_THAT(page, HasSubstr("−17 to −8")) << "a minus, not a hyphen";
}

TEST(IonsHtml, SaysWhatEachPhaseChanges) {
    auto const page = ions_html(small_experiment(), small_findings(), {});
    EXPECT_THAT(page, HasSubstr("ionised calcium held at 1.05 mmol/L, hour 0 to 2"));
    EXPECT_THAT(page, HasSubstr("magnesium 90 mg a day"));
    EXPECT_THAT(page, HasSubstr("thiazide, dose 1"));
    EXPECT_THAT(page, HasSubstr("proton pump inhibitor, dose 1"));
}

TEST(IonsHtml, ShowsTheLaboratorysRangeOnlyWhereThereIsOne) {
    auto const page = ions_html(small_experiment(), small_findings(), {});
    EXPECT_THAT(page, HasSubstr("Laboratories print 0.70 to 1.00."));
    EXPECT_EQ(count(page, "Laboratories print"), 1u);
    EXPECT_TRUE(lab_range(ions::Observable::pth));
    EXPECT_FALSE(lab_range(ions::Observable::balance_potassium));
}

TEST(IonsHtml, FailuresAndAnEarlyStopStandBeforeTheDrawings) {
    auto findings = small_findings();
    findings.finished = false;
    findings.people_done = 7;
    auto const page = ions_html(small_experiment(), findings, {});
    auto const warning = page.find("1 of 20 virtual people left what a body survives in phase 2, the first at hour 30");
    ASSERT_NE(warning, page.npos);
    EXPECT_LT(warning, page.find("<svg viewBox"));
    EXPECT_LT(page.find("7 of 20 people were done and are in these figures"), page.find("<svg viewBox"));
    findings.finished = true;
    findings.failures.clear();
    EXPECT_THAT(ions_html(small_experiment(), findings, {}), Not(HasSubstr("Not everybody")));
}

TEST(IonsHtml, NotesAreShownAndCannotBecomeMarkup) {
    auto const page = ions_html(small_experiment(), small_findings(), {"<script>x</script>"});
    EXPECT_THAT(page, HasSubstr("Known from rats alone."));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;x"));
    EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(IonsHtml, ARunInWhichNobodyIsLeftStillGivesAPage) {
    auto findings = small_findings();
    for (auto& row : findings.rows)
        row.mean = row.sd = row.p5 = row.p50 = row.p95 = std::numeric_limits<double>::quiet_NaN();
    auto const page = ions_html(small_experiment(), findings, {});
    EXPECT_THAT(page, HasSubstr("Nobody is left to draw."));
    EXPECT_THAT(page, Not(HasSubstr("nan")));
    EXPECT_THAT(page, Not(HasSubstr("<svg viewBox"))) << "no empty frame";
    EXPECT_THAT(page, Not(HasSubstr("&#8211; to"))) << "no empty table";
    findings.rows.clear();
    EXPECT_THAT(ions_html(small_experiment(), findings, {}), HasSubstr("</html>"));
}

TEST(IonsHtml, ManyPhasesAreNumberedAndLabelsKeepApart) {
    std::string phases;
    for (int i = 0; i < 8; ++i)
        phases += (i ? "," : "") + std::string(R"({"days": 7, "intake": {"potassium_mmol": 40}})");
    auto const experiment = small_experiment(R"({"people": 20, "baseline": {"days": 30}, "phases": [)" + phases +
                                             R"(], "report": [{"what": "magnesium_serum", "every_hours": 24}]})");
    TimeAxis const axis(experiment.phases);
    EXPECT_TRUE(numbered(axis));
    auto const page = ions_html(experiment, small_findings(), {});
    EXPECT_THAT(page, HasSubstr(">8</b>"));
    EXPECT_THAT(page, Not(HasSubstr(">Phase 8</b><i>")));
    EXPECT_THAT(page, HasSubstr("potassium 40 mmol a day")) << "as it was written";
    double taken = 0;
    for (auto const& tick : axis.ticks()) {
        double const width = 0.0235 * double(tick.label.size());
        double const left = tick.place > TimeAxis::near_the_edge ? tick.place - width : tick.place - width / 2;
        EXPECT_GE(left, taken) << tick.label;
        taken = left + width;
    }
}

TEST(IonsHtml, AForestOfPhasesIsFoldedAndUnfenced) {
    std::string phases;
    for (int i = 0; i < 250; ++i)
        phases += (i ? "," : "") + std::string(R"({"days": 1})");
    auto const experiment = small_experiment(R"({"people": 20, "baseline": {"days": 30}, "phases": [)" + phases +
                                             R"(], "report": [{"what": "magnesium_serum", "every_hours": 24}]})");
    auto const page = ions_html(experiment, small_findings(), {});
    EXPECT_THAT(page, HasSubstr("<summary>Phases 13 to 199</summary>"));
    EXPECT_THAT(page, HasSubstr("And on to phase 250."));
    EXPECT_THAT(page, Not(HasSubstr("class=\"boundary\"")));
    EXPECT_LT(count(page, "class=\"number\""), 16u) << "as many as fit side by side";
}

TEST(IonsHtml, APersonsLinesAreElsewhereAndTheNoteSaysSo) {
    auto experiment = small_experiment();
    EXPECT_THAT(ions_html(experiment, small_findings(), {}), Not(HasSubstr("asks for each person")));
    experiment.per_person = true;
    EXPECT_THAT(ions_html(experiment, small_findings(), {}), HasSubstr("asks for each person"));
}

TEST(IonsHtml, BalancesAreToldPhaseByPhase) {
    EXPECT_THAT(ions_html(small_experiment(), small_findings(), {}),
                HasSubstr("Counted anew in each phase. The median person ends at −12\u00a0mmol in phase 2."));
}

TEST(IonsWords, AmountsStandInTheUnitTheyWereWrittenIn) {
    auto const words = [](std::string_view phase) {
        return phase_in_words(small_experiment(R"({"baseline": {"days": 1, "alcohol_g": 20}, "phases": [{"days": 1, )" +
                                               std::string(phase) + "}]}"),
                              1);
    };
    EXPECT_THAT(words(R"("meals": [{"hour": 8, "potassium_mmol": 35}])"), ElementsAre("meal at hour 8: potassium 35 mmol"));
    EXPECT_THAT(words(R"("intake": {"potassium_mg": 3000})"), ElementsAre("potassium 3000 mg a day"));
    EXPECT_THAT(words(R"("intake": {"calcium_mmol": [25, 5]})"), ElementsAre("calcium 25 mmol (SD 5) a day"));
    EXPECT_THAT(words(R"("loss": {"sweat_l_per_day": 0}, "alcohol_g": 20)"), IsEmpty()) << "nothing changes";
    EXPECT_THAT(words(R"("alcohol_g": 0)"), ElementsAre("no alcohol"));
}

TEST(IonsWords, WhoCannotBeginIsToldWhatTheBaselineLacks) {
    auto const experiment =
        small_experiment(R"({"people": 2, "baseline": {"days": 1, "intake": {"potassium_mg": 0}}})");
    ions::Findings findings;
    findings.people_done = 2;
    findings.failures = {{0, 0, 0, ions::no_steady_state}, {1, 0, 0, ions::no_steady_state}};
    EXPECT_TRUE(nobody_could_begin(experiment, findings));
    EXPECT_EQ(lived_through(findings), 0);
    EXPECT_THAT(failures_in_words(experiment, findings),
                ElementsAre(HasSubstr("(a day holds 0 mg of potassium)"), "Nobody is left at the end."));
    EXPECT_THAT(phase_in_words(experiment, 0), testing::Contains(HasSubstr("potassium 0 mg")));
}

TEST(IonsHtml, ALongCourseIsDrawnByItsExtremes) {
    auto const experiment = small_experiment(
        R"({"baseline": {"days": 1000}, "report": [{"what": "pth", "every_hours": 1}]})");
    ions::Findings findings;
    findings.people_done = 300;
    for (int hour = 0; hour <= 24000; ++hour) {
        double const value = hour == 12345 ? 99 : 5;
        findings.rows.push_back({0, double(hour), ions::Observable::pth, 300, value, 1, value - 1, value, value + 1});
    }
    auto const page = ions_html(experiment, findings, {});
    EXPECT_LT(page.size(), 200'000u);
    EXPECT_THAT(page, HasSubstr("Highest is 99.0")) << "the one hour that stands out is told";
    EXPECT_THAT(page, HasSubstr(" 24.")) << "and drawn";
}

TEST(IonsAxis, EachPhaseHasItsPanelAndAShortOneIsStillSeen) {
    auto const experiment = small_experiment();
    TimeAxis const axis(experiment.phases);
    ASSERT_EQ(axis.panels().size(), 3u);
    EXPECT_GT(axis.panels()[1].width, 0.05) << "three hours beside a month";
    EXPECT_GT(axis.panels()[0].width, axis.panels()[2].width);
    EXPECT_NEAR(axis.place(2, 336), 1, 1e-12);
    EXPECT_FALSE(axis.one_scale());
    double last = -1;
    for (auto const& tick : axis.ticks()) {
        EXPECT_GT(tick.place, last + 0.09) << tick.label;
        last = tick.place;
    }
}

TEST(IonsAxis, ValuesHaveRoundTicks) {
    std::vector<std::string> labels;
    for (auto const& tick : ValueAxis(0.71, 0.9).ticks)
        labels.push_back(tick.label);
    EXPECT_THAT(labels, ElementsAre("0.70", "0.75", "0.80", "0.85", "0.90"));
    EXPECT_THAT(ValueAxis(5, 5).ticks, Not(IsEmpty())) << "nothing moves";
    EXPECT_THAT(ValueAxis(0, 0).ticks, Not(IsEmpty()));
}

TEST(IonsWords, MomentsAreDaysAndHours) {
    EXPECT_EQ(moment_in_words(3, 24), "3 h");
    EXPECT_EQ(moment_in_words(48, 240), "2 d");
    EXPECT_EQ(moment_in_words(51, 240), "2 d 3 h");
    EXPECT_EQ(lasting(336), "14 days");
    EXPECT_EQ(lasting(1), "1 hour");
}

} // namespace

} // namespace rheobase::report
