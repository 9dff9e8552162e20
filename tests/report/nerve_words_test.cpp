#include "app/report/nerve_words.hpp"
#include "tests/report/nerve_findings.hpp"

namespace rheobase::report {

namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

TEST(NerveWords, ChangesAreNamedWithWhatIsOrdinary) {
    EXPECT_THAT(changes_in_words(small_told()), IsEmpty());
    auto told = low_calcium_told();
    told.myelin = 0.5;
    EXPECT_THAT(changes_in_words(told), ElementsAre("ionised calcium 0.85\u00a0mmol/L (ordinary 1.2)", "pH 7.55 (ordinary 7.4)",
                                                    "myelin 0.5 of the healthy"));
}

TEST(NerveWords, SilenceIsToldAsWhatWasChosen) {
    EXPECT_EQ(firing_in_words(small_excitability()),
              "No axon of 40 fires on its own within 2 seconds. The axons were chosen for being calm in ordinary fluids.");
    auto model = small_excitability();
    model.fires_alone.share = unknown;
    EXPECT_THAT(firing_in_words(model), HasSubstr("was not watched"));
}

TEST(NerveWords, FiringIsToldWithItsRateAndRegularity) {
    EXPECT_EQ(firing_in_words(low_calcium_told().model),
              "2 of 40 axons fire on their own within 2 seconds (5\u00a0%), the median one at 3 Hz and hardly any above 6 Hz, "
              "irregularly (intervals vary by 90\u00a0%).");
    auto model = low_calcium_told().model;
    model.fires_alone.share = 0.025;
    model.fires_alone.isi_cv = unknown;
    EXPECT_THAT(firing_in_words(model), HasSubstr("1 of 40 axons fires on its own"));
    EXPECT_THAT(firing_in_words(model), Not(HasSubstr("nan")));
    model.fires_alone = {1, spread_around(121, 19 / 1.645), 0.1, 2};
    EXPECT_THAT(firing_in_words(model), HasSubstr("(100\u00a0%), the median one at 121 Hz and hardly any above 140 Hz, steadily"));
}

TEST(NerveWords, ItIsSaidHowManyAxonsTheCurvesAreOf) {
    EXPECT_THAT(tracked_in_words(small_excitability()), IsEmpty());
    EXPECT_THAT(tracked_in_words(low_calcium_told().model), HasSubstr("curves and indices are of the 37 axons that are"));
    EXPECT_THAT(tracked_in_words(restless_told().model), HasSubstr("3 axons are at rest and fired by a stimulus, fewer than half"));
    auto model = restless_told().model;
    model.tracked = 0;
    EXPECT_THAT(tracked_in_words(model), HasSubstr("no axon is at rest"));
}

TEST(NerveWords, WhereTooFewAreAtRestNoIndexIsShown) {
    auto told = low_calcium_told();
    told.model.tracked = 20;
    EXPECT_TRUE(known(shown_of(told).model.indices[0].p5)) << "half of 40 is enough";
    told.model.tracked = 19;
    auto const shown = shown_of(told).model;
    for (auto const& index : shown.indices)
        EXPECT_FALSE(known(index.p50) || known(index.mean) || known(index.p5));
    for (auto const& curve : shown.curves)
        for (auto const& at : curve.at)
            EXPECT_FALSE(known(at.p50) || known(at.mean));
    EXPECT_THAT(threshold_in_words(shown_of(told)), IsEmpty());
    EXPECT_EQ(shown.fires_alone.share, told.model.fires_alone.share);
}

TEST(NerveWords, AnIndexThatFewAxonsGiveIsLeftOutAlone) {
    auto told = small_told();
    told.model.indices[3].count = 19;
    told.model.curves[4].at[0].count = 3;
    auto const shown = shown_of(told).model;
    EXPECT_FALSE(known(shown.indices[3].p50) || known(shown.indices[3].mean));
    EXPECT_TRUE(known(shown.indices[4].p5));
    EXPECT_FALSE(known(shown.curves[4].at[0].p50));
    EXPECT_TRUE(known(shown.curves[4].at[1].p50));
}

TEST(NerveWords, AHandfulOfAxonsHasNoBand) {
    auto told = low_calcium_told();
    told.model.people = told.model.tracked = 1;
    auto const shown = shown_of(told);
    EXPECT_TRUE(known(shown.model.indices[0].p50));
    EXPECT_FALSE(known(shown.model.indices[0].p5));
    EXPECT_THAT(threshold_in_words(shown), Not(HasSubstr("5 to 95")));
    told.model.people = told.model.tracked = 20;
    EXPECT_TRUE(known(shown_of(told).model.indices[0].p5));
}

TEST(NerveWords, WhatAMediumMustNotBeReadForIsSaid) {
    EXPECT_THAT(medium_cautions(small_told()), IsEmpty());
    auto told = small_told();
    auto& in = told.model.medium;
    in.potassium = 5.6;
    EXPECT_THAT(medium_cautions(told), ElementsAre(HasSubstr("Superexcitability, late subexcitability and the strength-duration "
                                                             "time constant must not be read against potassium")));
    told.model.tracked = 3;
    EXPECT_THAT(medium_cautions(told), IsEmpty()) << "there are no indices to read";
    told.model.tracked = 40;
    in = nerve::ordinary_medium;
    in.ph = 7.45;
    EXPECT_THAT(medium_cautions(told), ElementsAre(HasSubstr("never compared with people")));
    in.calcium = 1.05;
    EXPECT_THAT(medium_cautions(told), testing::SizeIs(1));
    in = nerve::ordinary_medium;
    in.temperature = 34.9;
    EXPECT_THAT(medium_cautions(told), IsEmpty());
    in.temperature = 35;
    EXPECT_THAT(medium_cautions(told), ElementsAre(HasSubstr("further with warmth")));
    in.temperature = 29;
    EXPECT_THAT(medium_cautions(told), ElementsAre(HasSubstr("refractoriness lengthens less")));
    in = nerve::ordinary_medium;
    told.myelin = 0.5;
    EXPECT_THAT(medium_cautions(told), ElementsAre(HasSubstr("Myelin 0.5 is a sheath that holds 2 times the charge")));
}

TEST(NerveWords, TheThresholdIsToldAgainstOrdinaryBlood) {
    EXPECT_EQ(threshold_in_words(low_calcium_told()),
              "In the axons that can be tracked a stimulus of 1 ms needs 12\u00a0% less current than in ordinary blood (5 to "
              "95\u00a0% of axons: 19\u00a0% less to 5\u00a0% less): they fire more easily.");
    auto told = low_calcium_told();
    told.model.tracked = told.model.people;
    EXPECT_THAT(threshold_in_words(told), testing::StartsWith("A stimulus of 1 ms needs 12"));
    EXPECT_THAT(threshold_in_words(told), HasSubstr(": the nerve fires more easily."));
    told.model.threshold_change = spread_around(8, 1);
    EXPECT_THAT(threshold_in_words(told), HasSubstr("8\u00a0% more current than in ordinary blood"));
    EXPECT_THAT(threshold_in_words(told), HasSubstr("less easily"));
    told.model.threshold_change = spread_around(0.1, 0);
    EXPECT_THAT(threshold_in_words(told), HasSubstr("needs as much current as in ordinary blood"));
    EXPECT_THAT(threshold_in_words(small_told()), HasSubstr("ordinary blood and healthy myelin"));
    told.model.threshold_change.p50 = unknown;
    EXPECT_THAT(threshold_in_words(told), IsEmpty());
}

TEST(NerveWords, AxonsThatNoStimulusFiresAreCounted) {
    EXPECT_THAT(silent_in_words(small_excitability()), IsEmpty());
    auto model = small_excitability();
    model.silent_to_stimuli = 3;
    EXPECT_EQ(silent_in_words(model), "3 of 40 axons cannot be fired by any stimulus here.");
    model.silent_to_stimuli = 40;
    EXPECT_THAT(silent_in_words(model), HasSubstr("there are no indices"));
}

TEST(NerveWords, ARecordingIsHeldAgainstTheHealthyAndTheModel) {
    EXPECT_THAT(recording_in_words(small_told()), IsEmpty());
    auto told = told_with_recording();
    EXPECT_THAT(recording_in_words(told), HasSubstr("Of 23 indices of the recording 20 lie within"));
    EXPECT_THAT(recording_in_words(told), HasSubstr("peak at +40 % (below)"));
    told.recording->curves.clear();
    EXPECT_THAT(recording_in_words(told), HasSubstr("All 4 indices"));
    told.recording = nerve::ThresholdRecording{};
    EXPECT_EQ(recording_in_words(told), "The recording holds none of the indices.");
}

TEST(NerveWords, WhatStandsInTheListAloneIsNamed) {
    auto recording = *told_with_recording().recording;
    EXPECT_THAT(listed_in_words(recording), IsEmpty());
    recording.curves.clear();
    EXPECT_THAT(listed_in_words(recording), HasSubstr("time constant, rheobase, relative refractory period and superexcitability."));
}

TEST(NerveWords, AnotherNerveTemperatureOrCurrentIsACaution) {
    auto told = told_with_recording();
    EXPECT_THAT(cautions(told), IsEmpty());
    told.recording->sites = "Peroneal ankle-EDB";
    told.recording->temperature = 29;
    told.recording->polarising_current = -20;
    EXPECT_THAT(cautions(told), ElementsAre(HasSubstr("Peroneal"), HasSubstr("29 °C"), HasSubstr("polarising current of -20")));
    told.recording->sites.clear();
    told.recording->temperature = unknown;
    EXPECT_THAT(cautions(told), ElementsAre(HasSubstr("does not say which nerve"), HasSubstr("tells no temperature"), testing::_));
}

TEST(NerveWords, ATemperatureThatIsNoneIsComparedWithNothing) {
    auto told = told_with_recording();
    told.recording->temperature = 332;
    EXPECT_FALSE(skin_known(*told.recording));
    EXPECT_THAT(cautions(told), ElementsAre(HasSubstr("The file tells a temperature of 332 °C, which is none of a skin.")));
    EXPECT_TRUE(skin_known(*told_with_recording().recording));
}

TEST(NerveWords, AListThatContradictsItsCurvesIsACaution) {
    auto told = told_with_recording();
    auto& listed = told.recording->listed;
    auto const at = [](std::string_view key) {
        for (std::size_t i = 0; i < nerve::index_count; ++i)
            if (nerve::indices_rows[i].key == key)
                return i;
        return nerve::index_count;
    };
    EXPECT_THAT(disagreement_in_words(*told.recording), IsEmpty());
    listed[at("superexcitability_percent")] = -13.3;
    EXPECT_THAT(cautions(told), ElementsAre(HasSubstr("superexcitability is −10.4 by the curve and −13.3 in the list.")));
    told.recording->curves.clear();
    EXPECT_THAT(disagreement_in_words(*told.recording), IsEmpty()) << "nothing contradicts the list alone";
}

TEST(NerveWords, EveryIndexBelongsToAMeasurement) {
    std::array<int, 4> count{};
    for (auto const& row : nerve::indices_rows)
        ++count[static_cast<std::size_t>(measurement_of(row.key))];
    EXPECT_THAT(count, ElementsAre(2, 7, 11, 3)) << "duration, recovery, electrotonus, current";
}

} // namespace

} // namespace rheobase::report
