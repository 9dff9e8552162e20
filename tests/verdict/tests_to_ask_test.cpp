#include "model/verdict/judging.rows.hpp"
#include "model/verdict/tests_to_ask.hpp"
#include "model/verdict/tests_to_ask.rows.hpp"
#include "tests/verdict/told.hpp"

#include <cmath>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

Verdict judged(std::string const& story) {
    auto const evidence = told(story);
    return judge(evidence, findings_from_case(evidence));
}

bool asks_for(Verdict const& verdict, std::string_view code) {
    return std::any_of(verdict.tests.begin(), verdict.tests.end(),
                       [&](TestToAsk const& one) { return one.code == code; });
}

} // namespace

TEST(TestsToAsk, EveryRowIsSound) {
    for (auto const& problem : faults_of_tests_to_ask())
        ADD_FAILURE() << in_words(problem);
}

TEST(TestsToAsk, BitsAreNeverNegativeAndNeverMoreThanTheDoubtThereIs) {
    for (double p = 0; p <= 1; p += 0.05)
        for (auto const& row : tests_to_ask_rows) {
            double const bits = expected_bits(p, row.sensitivity, row.specificity);
            EXPECT_GE(bits, 0);
            EXPECT_LE(bits, entropy(p) + 1e-12) << row.code << " at " << p;
        }
}

TEST(TestsToAsk, BitsOfAWorkedExampleAreThoseOfTheFormula) {
    // Half and half, a test that is right nine times of ten: 1 - H(0.1) = 0.531 bits.
    EXPECT_NEAR(expected_bits(0.5, 0.9, 0.9), 1 + 0.1 * std::log2(0.1) + 0.9 * std::log2(0.9), 1e-9);
    EXPECT_NEAR(expected_bits(0.5, 0.5, 0.5), 0, 1e-12);
    EXPECT_NEAR(entropy(0.5), 1, 1e-12);
}

TEST(TestsToAsk, TheMoreTellingTestCarriesMoreBits) {
    EXPECT_GT(expected_bits(0.3, 0.95, 0.95), expected_bits(0.3, 0.8, 0.95));
    EXPECT_GT(expected_bits(0.3, 0.9, 0.95), expected_bits(0.02, 0.9, 0.95));
}

TEST(TestsToAsk, StandInOrderAndAreFew) {
    auto const verdict = judged("s tremor since 60; s palpitations no; s heat_intolerance; s weight_loss; "
                                "s cramp since 60; sex female; diet vegan; s numbness since 60");
    EXPECT_LE(static_cast<double>(verdict.tests.size()), judging.tests_shown);
    EXPECT_FALSE(verdict.tests.empty() && verdict.tests_for_safety.empty());
    for (std::size_t i = 1; i < verdict.tests.size(); ++i)
        EXPECT_GE(verdict.tests[i - 1].bits, verdict.tests[i].bits);
    for (auto const& test : verdict.tests) {
        EXPECT_GE(test.bits, judging.tests_bits_least);
        EXPECT_FALSE(test.why.empty());
        EXPECT_FALSE(test.source.empty());
    }
}

TEST(TestsToAsk, AreNoneWhenNoneWouldChangeAnything) {
    auto const verdict = judged("s twitch since 3 at left_eyelid focal; s weakness_objective no; "
                                "life caffeine_mg 500; meds whole; conds whole");
    EXPECT_THAT(verdict.tests, testing::IsEmpty());
}

TEST(TestsToAsk, AreNoneInAnEmergency) {
    EXPECT_THAT(judged("s tetany; s noisy_breathing").tests, testing::IsEmpty());
}

TEST(TestsToAsk, HoldNoTestThatSafetyAsksForAlready) {
    for (auto const* story : {"drug omeprazole since 900; s twitch since 20; s cramp since 20",
                              "cond coeliac; s cramp since 30; s numbness since 30; diet vegan",
                              "drug hydrochlorothiazide since 900; s weakness_felt; s cramp since 20"}) {
        auto const verdict = judged(story);
        for (auto const& safe : verdict.tests_for_safety)
            EXPECT_FALSE(asks_for(verdict, safe.code)) << story << ": " << safe.code;
    }
}

TEST(TestsToAsk, OfADatedResultAreNotAskedForAgainButOfAnUndatedOneAre) {
    std::string const story = "age 60; cond type_2_diabetes; s numbness since 300 at left_foot; "
                              "s tingling since 300 at right_foot; s burning since 300";
    ASSERT_TRUE(asks_for(judged(story), "nerve_conduction"));
    EXPECT_FALSE(asks_for(judged(story + "; inv nerve_conduction_normal 30"), "nerve_conduction"));
    EXPECT_TRUE(asks_for(judged(story + "; inv nerve_conduction_abnormal"), "nerve_conduction"));
    EXPECT_TRUE(asks_for(judged(story + "; inv nerve_conduction_abnormal 900"), "nerve_conduction"));
}

TEST(TestsToAsk, LeaveOutWhatAnotherTestOfTheListSettles) {
    for (auto const* story : {"s tetany improving; s hyperventilation; inv gp_exam_normal 30",
                              "drug denosumab since 20; s cramp since 5",
                              "diet vegan; s numbness since 60; s unsteady since 60; s sore_tongue"}) {
        auto const verdict = judged(story);
        for (auto const& row : tests_to_ask_rows)
            for (auto const other : parts_of(row.settled_by))
                EXPECT_FALSE(asks_for(verdict, row.code) && asks_for(verdict, other))
                    << story << ": " << row.code << " beside " << other;
    }
}
