#include "app/report/html/body_sites.hpp"

namespace rheobase::report {

namespace {

std::vector<std::string> named(std::vector<std::string> sites, std::string site = {}) {
    verdict::Symptom symptom;
    symptom.sites = std::move(sites);
    symptom.site = std::move(site);
    std::vector<std::string> out;
    for (auto const& found : sites_of(symptom))
        out.push_back(in_words(found));
    return out;
}

using testing::ElementsAre, testing::IsEmpty;

TEST(BodySites, CodedSitesKeepTheirSide) {
    EXPECT_THAT(named({"left_calf", "right_thigh"}), ElementsAre("left calf", "right thigh"));
}

TEST(BodySites, TheSamePartOnBothSidesIsOnePart) {
    EXPECT_THAT(named({"left_foot", "right_foot"}), ElementsAre("foot, both sides"));
}

TEST(BodySites, CodedSitesWinOverFreeWords) {
    EXPECT_THAT(named({"left_eyelid"}, "right calf"), ElementsAre("left eyelid"));
}

TEST(BodySites, FreeWordsAreReadWhereNothingIsCoded) {
    EXPECT_THAT(named({}, "my Left Calf, inside"), ElementsAre("left calf"));
    EXPECT_THAT(named({}, "both hands"), ElementsAre("hand, both sides"));
    EXPECT_THAT(named({}, "calves"), ElementsAre("calf, both sides"));
}

TEST(BodySites, ASideThatWasNotSaidStaysUnsaid) {
    EXPECT_THAT(named({}, "calf"), ElementsAre("calf, side not said"));
    EXPECT_THAT(named({}, "biceps"), ElementsAre("biceps, side not said"));
}

TEST(BodySites, LongerNamesWinOverTheWordsInThem) {
    EXPECT_THAT(named({}, "right upper arm"), ElementsAre("right biceps"));
    EXPECT_THAT(named({}, "lower back"), ElementsAre("lower back, side not said"));
}

TEST(BodySites, WordsInsideOtherWordsAreNoSites) {
    EXPECT_THAT(named({}, "alarm at the handle"), IsEmpty());
}

} // namespace

} // namespace rheobase::report
