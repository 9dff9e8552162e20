// The interview as a function: what it asks next, what an answer does to the evidence, and when it ends.
#include "model/verdict/interview.hpp"

#include "model/verdict/places.hpp"
#include "model/verdict/verdict.hpp"

#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

NextQuestion next_of(Evidence const& evidence, std::vector<std::string> const& asked) {
    return next_question(evidence, findings_from_case(evidence), asked);
}

struct Ended {
    Evidence evidence;
    std::vector<std::string> asked;
    int counted = 0;
    Finished finished = Finished::no;
};

template <class Answer>
Ended ended(Evidence evidence, Answer answer) {
    Ended out;
    for (int most = 80; most > 0; --most) {
        auto const next = next_of(evidence, out.asked);
        out.counted = next.counted;
        out.finished = next.finished;
        if (!next.question)
            break;
        out.asked.push_back(next.question->id());
        if (auto after = answered(evidence, *next.question, answer(*next.question)))
            evidence = std::move(*after);
    }
    out.evidence = std::move(evidence);
    return out;
}

Given not_known(Question const&) {
    return {Given::How::not_known, {}, {}, unknown, {}};
}

/// The answer that nothing is the matter: none of any list, and the most usual of the others.
Given none_of_it(Question const& question) {
    Given given{Given::How::answered, {}, {}, unknown, "none"};
    if (question.form->kind != QuestionKind::list && !question.choices.empty())
        given.chosen = {std::string((*std::max_element(question.choices.begin(), question.choices.end(),
                                                       [](Choice const* a, Choice const* b) {
                                                           return a->row->usual < b->row->usual;
                                                       }))
                                        ->row->code)};
    return given;
}

Verdict judged(Evidence const& evidence) {
    return judge(evidence, findings_from_case(evidence));
}

Evidence with_twitch() {
    Evidence evidence;
    put(evidence, {"symptom.twitch", {}, false});
    return evidence;
}

} // namespace

TEST(InterviewTables, AreSound) {
    for (auto const& fault : faults_of_questions())
        ADD_FAILURE() << in_words(fault);
}

TEST(Interview, AsksForDangerSignsFirstAndOutsideTheCount) {
    auto const next = next_of({}, {});
    ASSERT_TRUE(next.question);
    EXPECT_TRUE(next.red);
    EXPECT_TRUE(next.question->form->red());
    EXPECT_EQ(next_of({}, {"breath", "sudden"}).counted, 0);
    EXPECT_EQ(next_of({}, {"breath", "age"}).counted, 1);
}

TEST(Interview, AskedForEveryDangerSignLeavesNothingThatACalmAnswerHangsOn) {
    auto const end = ended(with_twitch(), none_of_it);
    auto const verdict = judged(end.evidence);
    EXPECT_LE(verdict.urgency, Urgency::routine);
    EXPECT_THAT(verdict.conditional_on_absent, testing::IsEmpty());
}

TEST(Interview, SkippedDangerSignsLeaveTheAnswerConditional) {
    auto const end = ended(with_twitch(), [](Question const& question) {
        return question.form->red() ? Given{} : none_of_it(question);
    });
    auto const verdict = judged(end.evidence);
    EXPECT_THAT(verdict.conditional_on_absent, testing::Contains("breathlessness"));
    EXPECT_THAT(verdict.conditional_on_absent, testing::Contains("weakness_objective"));
}

TEST(Interview, NotKnowingAnythingIsTheSameAsHavingToldNothing) {
    auto const end = ended(with_twitch(), not_known);
    auto const told = judged(end.evidence), untold = judged(with_twitch());
    EXPECT_EQ(told.urgency, untold.urgency);
    EXPECT_EQ(told.conditional_on_absent, untold.conditional_on_absent);
    ASSERT_EQ(told.causes.size(), untold.causes.size());
    for (std::size_t i = 0; i < told.causes.size(); ++i) {
        EXPECT_EQ(told.causes[i].code, untold.causes[i].code);
        EXPECT_EQ(told.causes[i].share.mid, untold.causes[i].share.mid);
    }
}

TEST(Interview, NotSureOfOneThingInAListLeavesItOpenAndDeniesTheRest) {
    auto const list = question_called("breath");
    auto const after = answered({}, list, {Given::How::answered, {"choking"}, {"drooling"}, unknown, {}});
    ASSERT_TRUE(after);
    EXPECT_TRUE(told(*after, "symptom.choking"));
    EXPECT_FALSE(told(*after, "symptom.drooling"));
    EXPECT_TRUE(told(*after, "symptom.breathlessness"));
    EXPECT_EQ(judged(*after).urgency, Urgency::emergency);
}

TEST(Interview, DoesNotAskWhatIsKnown) {
    auto evidence = with_twitch();
    for (auto const* path : {"person.age_years", "person.weight_kg"})
        put(evidence, {path, "40", false});
    put(evidence, {"person.sex", "male", false});
    put(evidence, {"symptom.twitch.since_days", "10", false});
    put(evidence, {"symptom.breathlessness", {}, true});
    auto const end = ended(evidence, not_known);
    for (auto const* id : {"age", "sex", "weight", "since.twitch"})
        EXPECT_THAT(end.asked, testing::Not(testing::Contains(id)));
    auto const list = question_to(evidence, findings_from_case(evidence), "breath");
    for (auto const* choice : list.choices)
        EXPECT_NE(choice->row->code, "breathlessness");
}

TEST(Interview, EndsWithinItsLimitWhateverIsAnswered) {
    for (auto const& end : {ended({}, not_known), ended({}, none_of_it), ended(with_twitch(), none_of_it)}) {
        EXPECT_NE(end.finished, Finished::no);
        EXPECT_LE(end.counted, 16);
    }
}

TEST(Interview, EndsBeforeTheLimitWhereNothingWouldChangeTheAnswer) {
    std::vector<std::string> all;
    for (auto const& form : question_forms())
        all.push_back(std::string(form.row->id));
    auto const next = next_of({}, all);
    EXPECT_FALSE(next.question);
    EXPECT_NE(next.finished, Finished::no);
}

TEST(Interview, AsksOfASignOfDangerWhatCouldLowerItBeforeAnythingElse) {
    Evidence evidence;
    put(evidence, {"symptom.breathlessness", {}, false});
    auto next = next_of(evidence, {"breath"});
    EXPECT_EQ(next.urgency, Urgency::emergency);
    auto const end = ended(evidence, [](Question const& question) {
        Given given = none_of_it(question);
        if (question.form->row->id == "since")
            given.chosen = {"years"};
        if (question.form->row->id == "severity")
            given.chosen = {"mild"};
        return given;
    });
    EXPECT_LT(judged(end.evidence).urgency, Urgency::emergency);
    auto const place = [&](char const* id) {
        return std::find(end.asked.begin(), end.asked.end(), id) - end.asked.begin();
    };
    EXPECT_LT(place("since.breathlessness"), place("complaint"));
    EXPECT_LT(place("strength"), place("complaint"));
}

TEST(InterviewAnswers, AWrongAnswerIsRefusedAndChangesNothing) {
    EXPECT_FALSE(
        answered({}, question_called("stress"), {Given::How::answered, {"enormous"}, {}, unknown, {}}));
    EXPECT_FALSE(
        answered({}, question_called("stress"), {Given::How::answered, {"low", "high"}, {}, unknown, {}}));
    EXPECT_FALSE(answered({}, question_called("age"), {Given::How::answered, {}, {}, 400, {}}));
    EXPECT_FALSE(answered({}, question_called("no_such_question"), {Given::How::answered, {}, {}, 1, {}}));
    EXPECT_FALSE(question_called("since.nonsense").form);
}

TEST(InterviewAnswers, MedicinesAreReadWithWhenTheyBeganAndEnded) {
    auto const after = answered({}, question_called("medicines"),
                                {Given::How::answered,
                                 {},
                                 {},
                                 unknown,
                                 "omeprazole 20 mg for 3 years, sertraline stopped 5 days ago; Vitamin B12"});
    ASSERT_TRUE(after);
    ASSERT_EQ(after->medicines.size(), 3u);
    EXPECT_EQ(after->medicines[0].name, "omeprazole");
    EXPECT_NEAR(after->medicines[0].since_days.value_or(0), 1096, 1);
    EXPECT_FALSE(after->medicines[1].current);
    EXPECT_EQ(after->medicines[1].stopped_days_ago, 5);
    EXPECT_EQ(after->medicines[2].name, "Vitamin B12");
    EXPECT_TRUE(after->told_whole.contains("medications"));
}

TEST(InterviewAnswers, SupplementsAreCountedByTheAmountThatIsWritten) {
    auto const after =
        answered({}, question_called("supplements"),
                 {Given::How::answered, {}, {}, unknown, "vitamin B6 60 mg, vitamin D 250 µg"});
    ASSERT_TRUE(after);
    ASSERT_EQ(after->supplements.size(), 2u);
    auto const findings = findings_from_case(*after);
    auto const held = [&](char const* nutrient) {
        return findings.nutrient[static_cast<std::size_t>(*diet::nutrient_called(nutrient))].from_supplements;
    };
    EXPECT_NEAR(held("vitamin_b6_mg").high, 60, 1e-9);
    EXPECT_NEAR(held("vitamin_d_ug").high, 250, 1e-9);
}

TEST(InterviewAnswers, NoneIsAWholeListAndSkippingIsNot) {
    auto const none =
        answered({}, question_called("medicines"), {Given::How::answered, {}, {}, unknown, "none"});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->told_whole.contains("medications"));
    EXPECT_TRUE(none->medicines.empty());
    EXPECT_FALSE(answered({}, question_called("medicines"), {})->told_whole.contains("medications"));
}

TEST(InterviewAnswers, BloodResultsAreReadWithUnitAndDayAndTheRestIsSetAside) {
    auto const after = answered({}, question_called("results"),
                                {Given::How::answered,
                                 {},
                                 {},
                                 unknown,
                                 "magnesium 0.62 mmol/L 3 days ago, potassium 4,1 mmol/L, unobtainium 7 mg"});
    ASSERT_TRUE(after);
    ASSERT_EQ(after->labs.size(), 2u);
    EXPECT_EQ(after->labs[0].unit, "mmol/L");
    EXPECT_EQ(after->labs[0].days_ago, 3);
    EXPECT_EQ(after->labs[1].value, 4.1);
    EXPECT_FALSE(after->labs[1].days_ago);
    EXPECT_EQ(after->set_aside.size(), 1u);
}

TEST(InterviewAnswers, ADenialNeverTakesBackWhatWasTold) {
    auto evidence = with_twitch();
    put(evidence, {"symptom.twitch", {}, true});
    EXPECT_EQ(evidence.symptoms.front().present, true);
}

TEST(DaysInWords, AreReadWithTheirUnit) {
    EXPECT_EQ(days_in("3 weeks"), 21);
    EXPECT_EQ(days_in("10d"), 10);
    EXPECT_EQ(days_in("since yesterday"), 1);
    EXPECT_EQ(days_in("today"), 0);
    EXPECT_NEAR(days_in("2 years"), 730.5, 1e-9);
    EXPECT_FALSE(known(days_in("12")));
    EXPECT_FALSE(known(days_in("a while")));
}

namespace {

/// An interview of many questions is a long example: fewer of them are drawn, unless told otherwise.
int const fewer = ::setenv("RC_PARAMS", "max_success=25", 0);

/// Any answer that fits, drawn.
Given drawn(Question const& question) {
    Given given{static_cast<Given::How>(*rc::gen::inRange(0, 3)), {}, {}, unknown, {}};
    if (question.form->of_text()) {
        given.text = *rc::gen::element(std::string("none"), std::string("omeprazole"),
                                       std::string("lithium for 2 weeks"));
        return given;
    }
    for (auto const* choice : question.choices) {
        auto const fate = *rc::gen::inRange(0, 8);
        if (question.form->kind != QuestionKind::list) {
            if (given.chosen.empty() && fate < 3)
                given.chosen = {std::string(choice->row->code)};
        } else if (fate == 0)
            given.chosen.emplace_back(choice->row->code);
        else if (fate == 1)
            given.unsure.emplace_back(choice->row->code);
    }
    return given;
}

} // namespace

TEST(InterviewProperties, WhateverIsAnsweredItEndsAndAsksNothingTwiceNorWhatIsKnown) {
    EXPECT_TRUE(rc::check([] {
        Evidence evidence;
        std::vector<std::string> asked;
        for (;;) {
            auto const next = next_of(evidence, asked);
            if (!next.question) {
                RC_ASSERT(next.finished != Finished::no);
                break;
            }
            auto const& question = *next.question;
            RC_ASSERT(std::find(asked.begin(), asked.end(), question.id()) == asked.end());
            RC_ASSERT(question.form->row->fills.empty() ||
                      !told(evidence, place_of(question, question.form->row->fills)));
            RC_ASSERT(question_called(question.id()).form == question.form);
            RC_ASSERT(next.counted <= 16);
            asked.push_back(question.id());
            RC_ASSERT(asked.size() < 60);
            if (auto after = answered(evidence, question, drawn(question)))
                evidence = std::move(*after);
        }
    }));
}

TEST(InterviewProperties, SkippingAndNotKnowingChangeNothing) {
    EXPECT_TRUE(rc::check([] {
        auto const& form = *rc::gen::elementOf(std::vector<QuestionForm const*>([] {
            std::vector<QuestionForm const*> all;
            for (auto const& one : question_forms())
                all.push_back(&one);
            return all;
        }()));
        auto const question =
            question_called(std::string(form->row->id) + (form->row->about.empty() ? "" : ".cramp"));
        auto given = drawn(question);
        given.how = *rc::gen::element(Given::How::skipped, Given::How::not_known);
        auto const after = answered(with_twitch(), question, given);
        RC_ASSERT(after.has_value());
        RC_ASSERT(after->symptoms.size() == 1 && after->medicines.empty() && after->conditions.empty());
        RC_ASSERT(after->lifestyle.empty() && after->told_whole.empty() && after->set_aside.empty());
    }));
}
