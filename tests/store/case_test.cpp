#include "app/store/own_case.hpp"
#include "samples.hpp"

#include <nlohmann/json.hpp>

using namespace rheobase;
using namespace rheobase::store;
using namespace rheobase::store::sample;
using testing::HasSubstr;
using Json = nlohmann::json;

namespace {

Json case_on(Store& store, std::string const& day) {
    auto const kept = store.case_on(me(store), day);
    return Json::parse(kept.value().json);
}

void keep(Store& store, Json const& document, std::string const& day) {
    auto const kept = store.keep_case(me(store), document.dump(), day);
    ASSERT_TRUE(kept) << in_words(kept.error());
}

} // namespace

TEST(Case, ComesOutOnTheSameDayAsItWasKept) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    EXPECT_EQ(case_on(store, "2026-03-01"), Json::parse(whole_case));
}

TEST(Case, CountsItsDaysOnFromTheDayItWasKept) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    auto const later = case_on(store, "2026-03-15");
    EXPECT_EQ(later["duration_days"], 24);
    EXPECT_EQ(later["symptoms"][0]["since_days"], 24);
    EXPECT_EQ(later["medications"][0]["started_days_ago"], 1514);
    EXPECT_EQ(later["medications"][1]["stopped_days_ago"], 19);
    EXPECT_EQ(later["labs"][0]["days_ago"], 17);
    EXPECT_EQ(later["vitals"]["days_ago"], 14);
    EXPECT_EQ(later["conditions"][1]["since_days"], 114);
    EXPECT_EQ(later["person"]["pregnancy"]["weeks"], 22);
    EXPECT_EQ(later["person"]["age_years"], 34);
    EXPECT_EQ(case_on(store, "2028-03-15")["person"]["age_years"], 36);
}

TEST(Case, DoesNotRunBackWhereTheClockWasSetBack) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    EXPECT_EQ(case_on(store, "2026-02-01")["labs"][0]["days_ago"], 3);
}

TEST(Case, AsksAgainAboutAPregnancyThatMustBeOver) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    auto const later = store.case_on(me(store), "2026-10-01").value();
    EXPECT_FALSE(Json::parse(later.json)["person"].contains("pregnancy"));
    ASSERT_EQ(later.unread.size(), 1U);
    EXPECT_THAT(later.unread[0], HasSubstr("must be over"));
}

TEST(Case, DoesNotTakeTheLastDoseOfThenForTheLastDoseOfToday) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store,
         {{"person", Json::object()},
          {"medications",
           {{{"name", "alprazolam"}, {"status", "current"}, {"last_dose_days_ago", 0}},
            {{"name", "baclofen"}, {"status", "stopped"}, {"last_dose_days_ago", 2}}}}},
         "2026-03-01");
    auto const later = case_on(store, "2026-03-08");
    EXPECT_FALSE(later["medications"][0].contains("last_dose_days_ago"));
    EXPECT_EQ(later["medications"][1]["last_dose_days_ago"], 9);
}

TEST(Case, WithAFaultChangesNothing) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    for (auto const* broken :
         {"", "{", "[]", R"({"person": {"age_years": "old"}})", R"({"person": {}, "symptom": []})"})
        EXPECT_FALSE(store.keep_case(me(store), broken, "2026-03-02")) << broken;
    EXPECT_EQ(case_on(store, "2026-03-01"), Json::parse(whole_case));
}

TEST(Case, KeepsAndNamesACodeThatNobodyKnows) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const kept =
        store.keep_case(me(store), R"({"person": {}, "conditions": ["gribbles"]})", "2026-03-01");
    ASSERT_TRUE(kept);
    ASSERT_FALSE(kept->unread.empty());
    EXPECT_THAT(kept->unread[0], HasSubstr("gribbles"));
    EXPECT_THAT(kept->json, HasSubstr("gribbles"));
}

TEST(Case, KeepsTheHistoryOfWhatLeftIt) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    keep(store, Json::parse(whole_case), "2026-03-01");
    auto changed = Json::parse(whole_case);
    changed["symptoms"] = {{{"code", "twitch"}, {"present", false}}};
    changed["medications"].erase(0);
    keep(store, changed, "2026-04-01");
    auto const symptoms = store.told(id, Kind::symptom).value();
    ASSERT_EQ(symptoms.size(), 3U);
    for (auto const& one : symptoms) {
        EXPECT_EQ(one.until, one.noted == "2026-03-01" ? "2026-04-01" : "");
        if (one.what == "twitch" && one.noted == "2026-03-01") {
            EXPECT_EQ(one.since, "2026-02-19");
        }
    }
    auto const medicines = store.told(id, Kind::medicine).value();
    ASSERT_EQ(medicines.size(), 2U);
    for (auto const& one : medicines)
        EXPECT_EQ(one.until, one.what == "omeprazole" ? "2026-04-01" : "2026-03-27") << one.what;
    EXPECT_EQ(case_on(store, "2026-04-01")["symptoms"], changed["symptoms"]);
}

TEST(Case, ForgetsASlipOfTheSameDay) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    keep(store, {{"person", Json::object()}}, "2026-03-01");
    EXPECT_TRUE(store.told(me(store), Kind::symptom).value().empty());
    EXPECT_TRUE(store.told(me(store), Kind::medicine).value().empty());
    EXPECT_TRUE(store.told(me(store), Kind::lab).value().empty());
}

TEST(Case, PutBackUnchangedLaterKeepsTheDaysOnWhichThingsWereEntered) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, Json::parse(whole_case), "2026-03-01");
    keep(store, case_on(store, "2026-03-20"), "2026-03-20");
    for (auto const kind : {Kind::symptom, Kind::medicine, Kind::lab}) {
        auto const told = store.told(me(store), kind).value();
        EXPECT_EQ(told.size(), kind == Kind::lab ? 1U : 2U);
        for (auto const& one : told)
            EXPECT_EQ(one.noted, "2026-03-01");
    }
    EXPECT_EQ(case_on(store, "2026-03-21")["labs"][0]["days_ago"], 23);
}

TEST(Case, TellsNothingTakenFromNotAsked) {
    Folder const folder;
    auto store = opened(folder.file());
    keep(store, {{"person", Json::object()}, {"medications", Json::array()}}, "2026-03-01");
    EXPECT_TRUE(case_on(store, "2026-03-02").contains("medications"));
    EXPECT_FALSE(case_on(store, "2026-03-02").contains("labs"));
}

TEST(Case, KeepsAWeightOnlyWhenItChanges) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    auto document = Json::parse(whole_case);
    keep(store, document, "2026-03-01");
    keep(store, document, "2026-03-05");
    document["person"]["weight_kg"] = 61;
    keep(store, document, "2026-03-09");
    auto const weights = store.weights(id).value();
    ASSERT_EQ(weights.size(), 2U);
    EXPECT_EQ(weights[0].day, "2026-03-09");
    EXPECT_EQ(case_on(store, "2026-03-05")["person"]["weight_kg"], 62.5);
    ASSERT_TRUE(store.add_weight(id, "2026-03-09", 60.5));
    EXPECT_EQ(store.weights(id).value().size(), 2U);
    EXPECT_FALSE(store.add_weight(id, "2026-03-09", -1));
    EXPECT_FALSE(store.add_weight(id, "2026-02-30", 60));
}

TEST(Case, OfOnePersonIsNothingToAnother) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const other = store.people().value().back().id;
    EXPECT_EQ(Json::parse(store.case_on(other, "2026-03-03").value().json),
              Json({{"person", Json::object()}}));
    EXPECT_TRUE(store.entries(other, "", "").value().empty());
    auto const mine = store.entries(me(store), "", "").value();
    EXPECT_EQ(store.entry(other, mine[0].id).error().what, not_there);
    EXPECT_EQ(store.erase_entry(other, mine[0].id).error().what, not_there);
    auto changed = mine[0];
    EXPECT_EQ(store.change_entry(other, changed).error().what, not_there);
    EXPECT_EQ(store.answer(other, store.answers(me(store)).value()[0].id).error().what, not_there);
    EXPECT_EQ(store.keep_case(77, whole_case, "2026-03-01").error().what, not_there);
}

TEST(OwnCase, TakesTheDiaryOfTheLastFourWeeksAndSaysSo) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    for (auto const* day : {"2026-02-01", "2026-03-03", "2026-03-30", "2026-03-31"})
        ASSERT_TRUE(store.add_entry(id, understood(day, "", "a banana", diet::foods())));
    auto const own = own_case(store, id, "2026-03-31").value();
    EXPECT_EQ(own.from, "2026-03-03");
    EXPECT_EQ(own.to, "2026-03-30");
    EXPECT_EQ(own.days, 2);
    EXPECT_EQ(diet::days_of(own.diary), (std::vector<std::string>{"2026-03-03", "2026-03-30"}));
    ASSERT_EQ(own.diary.notes.size(), 2U);
    EXPECT_EQ(own.diary.notes[0], "This rests on what was logged from 2026-03-03 to 2026-03-30, on 2 days.");
    EXPECT_THAT(own.diary.notes[1], HasSubstr("Today may not be over"));
}

TEST(OwnCase, TakesTodayWhereThereIsNothingElse) {
    Folder const folder;
    auto store = opened(folder.file());
    ASSERT_TRUE(
        store.add_entry(me(store), understood("2026-03-31", "", "a banana and xyzzy", diet::foods())));
    auto const own = own_case(store, me(store), "2026-03-31").value();
    EXPECT_EQ(own.days, 1);
    EXPECT_EQ(own.diary.eaten.size(), 1U);
    EXPECT_EQ(own.diary.unread.size(), 1U);
    EXPECT_DOUBLE_EQ(diet::share_read(own.diary), 0.5);
}

TEST(OwnCase, NamesLinesOfAnImportThatWereNotRead) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const own = own_case(store, me(store), "2026-03-05").value();
    ASSERT_TRUE(own.read.faults.empty());
    EXPECT_EQ(own.read.evidence.symptoms.size(), 2U);
    EXPECT_EQ(own.days, 2);
    EXPECT_THAT(own.diary.unread, testing::Contains(testing::Field(&diet::Unread::text, "???")));
}
