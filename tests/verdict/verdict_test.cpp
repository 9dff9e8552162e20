#include "model/verdict/codes.hpp"
#include "model/verdict/rules.hpp"
#include "model/verdict/verdict.hpp"
#include "model/verdict/words_flags.rows.hpp"
#include "tests/verdict/told.hpp"

#include <algorithm>
#include <map>

using namespace rheobase;
using namespace rheobase::verdict;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

Verdict judged(Evidence const& evidence) {
    return judge(evidence, findings_from_case(evidence));
}
Verdict judged(std::string const& text) {
    return judged(told(text));
}

std::string why(Verdict const& verdict) {
    std::string out = std::string(in_code(verdict.urgency)) + ":";
    for (auto const& reason : verdict.urgency_because)
        out += " " + reason.rule;
    return out;
}

Urgency with_words(std::string const& words, double age = 40) {
    auto evidence = told("s twitch since 3 focal");
    evidence.person.age_years = age;
    evidence.words = words;
    return judged(evidence).urgency;
}

bool lists(std::vector<Advice> const& list, std::string const& code) {
    return std::any_of(list.begin(), list.end(), [&](Advice const& one) { return one.code == code; });
}

} // namespace

TEST(Verdict, AHealthyPersonWithATwitchingEyelidLeavesCalm) {
    auto const verdict = judged(
        "age 28; sex female; s twitch since 4 at left_eyelid focal; life caffeine_mg 200; life stress high");
    EXPECT_EQ(verdict.urgency, Urgency::self_care) << why(verdict);
    EXPECT_EQ(verdict.act.where, "home");
    EXPECT_FALSE(known(verdict.act.within_hours));
    EXPECT_THAT(verdict.conditional_on_absent, Contains("weakness_objective"));
    EXPECT_THAT(verdict.conditional_on_absent, Contains("speech_swallow_problem"));
    EXPECT_THAT(verdict.conditional_on_absent, Contains("seizure"));
    EXPECT_THAT(verdict.conditional_on_absent, Not(Contains("twitch")));
    EXPECT_THAT(verdict.conditional_on_absent, Not(Contains("fatigue")));
}

TEST(Verdict, ARedFlagThatWasDeniedIsNotAskedAgain) {
    auto const verdict = judged("s twitch since 4 focal; s weakness_objective no; s seizure no");
    EXPECT_EQ(verdict.urgency, Urgency::self_care) << why(verdict);
    EXPECT_THAT(verdict.conditional_on_absent, Not(Contains("weakness_objective")));
    EXPECT_THAT(verdict.conditional_on_absent, Not(Contains("seizure")));
    EXPECT_THAT(verdict.conditional_on_absent, Contains("choking"));
}

TEST(Verdict, OrdinaryCompanionsOfTwitchesStayAtMostRoutine) {
    for (std::string const text : {
             "s twitch since 40 multifocal",
             "s twitch since 5 focal; s fatigue; s anxiety; s insomnia",
             "s twitch since 5 focal; s tingling; s weakness_felt",
             "s cramp since 3 night; age 70",
             "s hypnic_jerk since 100",
             "s twitch since 400 multifocal; s cramp; s tingling; s weakness_felt; inv neurology_exam_normal "
             "30; inv emg_normal 30",
             "s twitch since 3; drug sertraline since 900; life caffeine_mg 400",
             "s twitch since 3; lab magnesium 0.85 mmol/L 5; lab potassium 4.1 mmol/L 5; lab calcium_total "
             "2.4 mmol/L 5; lab albumin 42 g/L 5",
             "sex female; preg 25; s cramp since 5 night",
             "age 9; s tic since 30",
             "s twitch; life caffeine_mg 600; s headache",
             "sex female; preg 32; s headache mild; s twitch since 2",
         }) {
        auto const verdict = judged(text);
        EXPECT_LE(verdict.urgency, Urgency::routine) << text << " → " << why(verdict);
    }
}

TEST(Verdict, AnAnxiousHealthyYoungPersonWithHarmlessTwitchesLeavesWithAnOrdinaryVisitAtMost) {
    auto evidence =
        told("age 25; sex male; s twitch since 120 multifocal; s weakness_felt since 60; s tingling "
             "since 60; s anxiety; s insomnia; s fatigue; s palpitations no; s weakness_objective no; "
             "s muscle_wasting no; life caffeine_mg 300; life stress high; supp magnesium_mg 200; "
             "supps whole; meds whole; conds whole; lab potassium 4.2 mmol/L 10; lab magnesium 0.8 "
             "mmol/L 10; lab ck 180 U/L 10; lab tsh 1.8 mU/L 10");
    evidence.words = "I am terrified that it is ALS. I read that people lose their voice and choke on food.";
    auto const verdict = judged(evidence);
    EXPECT_EQ(verdict.urgency, Urgency::routine) << why(verdict);
}

TEST(Verdict, AComplaintWithoutADateMayBeNewerThanTheExamination) {
    EXPECT_EQ(judged("s twitch since 400 focal; s cramp; inv neurology_exam_normal 30").urgency,
              Urgency::routine);
    EXPECT_EQ(
        judged("s twitch since 400 focal; s cramp since 5 improving; inv neurology_exam_normal 30").urgency,
        Urgency::routine);
}

TEST(Verdict, ANormalNerveExaminationSilencesTheTwoWeekRuleAsLongAsNothingIsNew) {
    EXPECT_EQ(judged("s twitch since 400 focal; inv neurology_exam_normal 30").urgency, Urgency::self_care);
    EXPECT_EQ(judged("s twitch since 400 focal; inv neurology_exam_normal undated").urgency,
              Urgency::routine);
    EXPECT_EQ(judged("s twitch since 20 focal; inv neurology_exam_normal 30").urgency, Urgency::routine);
    EXPECT_EQ(judged("s twitch since 900 focal; inv neurology_exam_normal 800").urgency, Urgency::routine);
    EXPECT_EQ(judged("s twitch since 400 focal worsening; inv neurology_exam_normal 30").urgency,
              Urgency::routine);
    EXPECT_EQ(judged("s twitch since 400 focal; s cramp since 5; inv neurology_exam_normal 30").urgency,
              Urgency::routine);
}

TEST(Verdict, AnUndatedResultRaisesButNeverClears) {
    EXPECT_EQ(judged("s twitch since 3; lab potassium 6.8 mmol/L undated").urgency, Urgency::emergency);
    for (auto const& state : judged("s twitch since 3; lab potassium 4.2 mmol/L undated").rules)
        if (state.rule == "potassium_6_5") {
            EXPECT_EQ(state.truth, Truth::unknown);
            EXPECT_THAT(state.needs, Contains("potassium"));
        }
}

TEST(Verdict, NothingLowersAFiredRule) {
    for (std::string const text : {"s seizure", "lab potassium 6.9 mmol/L 1", "s tetany", "s choking"})
        for (std::string const more :
             {"inv neurology_exam_normal 5", "inv emg_normal 5", "inv gp_exam_normal 2", "life stress high",
              "s anxiety", "lab magnesium 0.9 mmol/L 1", "cond anxiety", "cond bfs_diagnosed",
              "lab potassium 4.0 mmol/L undated", "s twitch since 900"})
            EXPECT_EQ(judged(text + "; " + more).urgency, Urgency::emergency) << text << "; " << more;
}

TEST(Verdict, TakingFactsAwayOrUnnamingThemNeverMakesAnEmergencyOutOfCalmLabs) {
    EXPECT_EQ(judged("s twitch since 3").urgency, Urgency::self_care);
    EXPECT_EQ(judged("age 40").urgency, Urgency::self_care);
}

TEST(Verdict, SoonNamesItsHoursInItsFirstSentence) {
    auto const verdict = judged("s twitch since 3; lab potassium 5.6 mmol/L 1");
    EXPECT_EQ(verdict.urgency, Urgency::soon);
    EXPECT_EQ(verdict.act.within_hours, 72);
    EXPECT_THAT(verdict.headline.substr(0, verdict.headline.find('.')), HasSubstr("72 hours"));
    EXPECT_TRUE(lists(verdict.tests_for_safety, "creatinine"));
}

TEST(Verdict, TheCallNumberFollowsTheCountryAndThereIsAlwaysOne) {
    auto evidence = told("s seizure");
    EXPECT_THAT(judged(evidence).act.emergency_text, HasSubstr("112"));
    evidence.person.country = "GB";
    EXPECT_EQ(judged(evidence).act.emergency, "999");
    EXPECT_EQ(judged(evidence).act.country, "GB");
    evidence.person.country = "US";
    EXPECT_EQ(judged(evidence).act.emergency, "911");
    EXPECT_THAT(judged(evidence).headline, HasSubstr("911"));
}

TEST(Verdict, TheGravestRuleSettlesPlaceAndTheSoonestHour) {
    auto const verdict =
        judged("lab potassium 3.3 mmol/L 1; s palpitations; s faint_feeling; s twitch since 40");
    EXPECT_EQ(verdict.act.where, "ambulance");
    EXPECT_EQ(verdict.urgency_because.front().rule, "palpitations_danger");
    EXPECT_GT(verdict.urgency_because.size(), 3U);
}

TEST(Verdict, OfOneResultPastSeveralLinesTheGravestAloneIsTold) {
    auto const verdict = judged("lab potassium 7.1 mmol/L 1; lab magnesium 0.35 mmol/L 1; s twitch since 3");
    std::map<std::string, int> told;
    for (auto const& reason : verdict.urgency_because)
        for (auto const* test : {"potassium", "magnesium"})
            told[test] += reason.text.find(test) != std::string::npos;
    EXPECT_EQ(told["potassium"], 1) << why(verdict);
    EXPECT_EQ(told["magnesium"], 1) << why(verdict);
    EXPECT_EQ(verdict.urgency_because.front().rule, "potassium_6_5");
    // The rules themselves all stand as they were judged.
    for (auto const& state : verdict.rules)
        if (state.rule == "potassium_6_0") {
            EXPECT_EQ(state.truth, Truth::yes);
        }
}

TEST(Verdict, ChestPainIsAnEmergencyWhileItIsNewOrTheHeartIsIll) {
    EXPECT_EQ(judged("age 62; s chest_pain since 0").urgency, Urgency::emergency);
    EXPECT_EQ(judged("age 62; s chest_pain; cond ischaemic_heart_disease").urgency, Urgency::emergency);
    EXPECT_EQ(judged("age 62; s chest_pain since 2; cond heart_failure").urgency, Urgency::emergency);
    EXPECT_EQ(judged("age 62; s chest_pain since 2").urgency, Urgency::soon);
    EXPECT_EQ(judged("age 62; s chest_pain since 30; cond heart_failure").urgency, Urgency::soon);
}

TEST(Verdict, AdviceHoldsBackWhereItWouldHarm) {
    auto const kidney = judged("s twitch since 3; cond ckd_g4; drug lisinopril since 300");
    EXPECT_TRUE(lists(kidney.do_not, "no_potassium"));
    EXPECT_TRUE(lists(kidney.do_not, "no_magnesium"));
    EXPECT_TRUE(lists(kidney.do_not, "keep_medicine"));
    auto const athlete = judged("s cramp since 1; event endurance_event 0; life sweat heavy");
    EXPECT_TRUE(lists(athlete.do_not, "no_forced_fluid"));
    auto const drinker = judged("s twitch since 3; cond alcohol_dependence");
    EXPECT_TRUE(lists(drinker.do_not, "no_sudden_stop"));
    EXPECT_FALSE(lists(drinker.act_on, "advice.alcohol"));
    auto const starved = judged("s twitch since 3; days 12");
    EXPECT_TRUE(lists(starved.do_not, "no_eating_plan"));
    EXPECT_TRUE(lists(starved.tests_for_safety, "phosphate"));
}

TEST(Verdict, RedFlagWordsAboutThePersonNowRaiseUrgency) {
    EXPECT_EQ(with_words("My calf twitches and since this morning I can't swallow."), Urgency::emergency);
    EXPECT_EQ(with_words("I passed out in the kitchen today"), Urgency::emergency);
    EXPECT_EQ(with_words("I keep fainting"), with_words("I fainted today"));
    EXPECT_EQ(with_words("My left arm is suddenly weak"), Urgency::emergency);
    EXPECT_EQ(with_words("Sudden weakness in my arm"), Urgency::emergency);
    EXPECT_EQ(with_words("Pain in chest and left arm, sweaty"), with_words("I have chest pain, sweaty"));
    EXPECT_NE(with_words("Swallowing is hard"), Urgency::self_care);
    EXPECT_EQ(with_words("I feel suicidal."), Urgency::emergency);
    EXPECT_EQ(with_words("I’m scared, my throat is closing"), Urgency::emergency);
    EXPECT_EQ(with_words("I keep dropping things"), Urgency::soon);
    EXPECT_EQ(with_words("my son had a seizure", 6), Urgency::emergency);
}

TEST(Verdict, FearsRelativesThePastHypotheticalsAndDenialsRaiseNothing) {
    for (std::string const words : {
             "I am terrified that I might have a seizure",
             "My father had a seizure and my mother passed out",
             "Years ago I passed out once",
             "I passed out last year after giving blood",
             "What if I can't swallow one day?",
             "I read about people with slurred speech",
             "No chest pain, no trouble breathing, never had a seizure",
             "I have no weakness and I am not dropping things",
             "Could low magnesium cause a seizure?",
             "I googled foot drop all night",
             "should I worry if I keep dropping things",
             "I don't have trouble breathing",
             "My friend took an overdose",
             "It's not a seizure",
             "convinced I will get slurred speech",
             "When I was a child I had a seizure",
         })
        EXPECT_EQ(with_words(words), Urgency::self_care) << words;
}

TEST(Verdict, EveryTextIsPlainAndSaysNoYouHave) {
    auto check = [](std::string_view text) {
        EXPECT_EQ(std::string(text).find("you have low"), std::string::npos) << text;
        EXPECT_EQ(std::string(text).find("You have a "), std::string::npos) << text;
        int words = 1;
        for (char const c : text) {
            words += c == ' ';
            if (c == '.')
                words = 0;
            EXPECT_LE(words, 21) << text;
        }
    };
    for (auto const& row : flags_rows)
        check(row.text);
    for (auto const& cause :
         judged("s twitch since 3; s cramp; s tremor; drug sertraline; drug furosemide").causes)
        check(cause.text);
}

TEST(Verdict, RulesAloneAreJudgedForACaseThatCannotBeReadWhole) {
    auto const verdict = judge_emergencies(told("s tetany"));
    EXPECT_EQ(verdict.urgency, Urgency::emergency);
    EXPECT_EQ(verdict.rules.size(), rules().size());
    EXPECT_TRUE(verdict.causes.empty());
}

TEST(Words, DangerIsSeenInTheWordsPeopleUse) {
    for (std::string const words :
         {"I took 30 paracetamol", "I drank bleach", "I am thinking of ending it all", "I can hardly swallow",
          "my legs don't work", "my husband says I had a seizure last night",
          "my wife says I am slurring my words", "my wife says I'm confused", "thunderclap headache",
          "stiff jaw after stepping on a nail", "bitten by a snake", "crushing pain in my chest",
          "I can not stand up", "I can't breath"})
        EXPECT_EQ(with_words(words), Urgency::emergency) << words;
    for (std::string const words : {"my urine is like coca cola", "calf is swollen, hot and painful",
                                    "double vision and droopy eyelid today", "I keep seeing things"})
        EXPECT_EQ(with_words(words), Urgency::soon) << words;
}

TEST(Words, FiguresOfSpeechAndOtherPeopleRaiseNothing) {
    for (std::string const words :
         {"I was short of breath after running", "My mate can't breathe",
          "I collapsed on the sofa from tiredness", "I want to die of embarrassment",
          "overdosed on coffee today", "my mum had a seizure", "I cannot stand milk",
          "I can't stand this eyelid any more", "my mum says she had a seizure"})
        EXPECT_EQ(with_words(words), Urgency::self_care) << words;
}

TEST(Words, OfAnEatingDisorderWithholdThePlan) {
    auto const plan_row = [](std::string const& words) {
        auto evidence = told("age 34; sex female; s twitch since 3 focal");
        evidence.words = words;
        return judged(evidence).plan.row;
    };
    for (std::string const words :
         {"I make myself sick after meals. I throw up on purpose and take laxatives to lose weight.",
          "I make myself sick after meals and I only eat 500 calories", "I've been making myself throw up",
          "I stick my fingers down my throat", "most days I purge after dinner",
          "I take laxatives after a binge", "I take water pills to lose weight", "I am bulimic",
          "I have an eating disorder", "I starve myself all week", "I'm terrified of gaining weight",
          "I binge eat at night", "I make myself sick, then my calf twitches"})
        EXPECT_EQ(plan_row(words), "eating") << words;
    for (std::string const words :
         {"the ferry made me sick", "I threw up after bad fish", "I take laxatives for constipation",
          "I made myself sick with worry", "migraine makes me throw up",
          "I do not make myself sick after meals", "my sister makes herself sick after meals",
          "my sister has an eating disorder", "I used to make myself sick after meals",
          "I read about people who throw up on purpose", "I eat 2000 calories a day",
          "we binge watch television", "the doctor gave me a laxative", "I have no eating disorder"})
        EXPECT_NE(plan_row(words), "eating") << words;
}

TEST(Words, EachStandsForACodeThatIsKnown) {
    for (auto const& row : words_flags_rows) {
        bool const illness = row.symptom.starts_with("condition.");
        auto const code = illness ? row.symptom.substr(std::string_view("condition.").size()) : row.symptom;
        EXPECT_NE(code_row(illness ? "condition" : "symptom", code), nullptr) << row.flag;
    }
}
