#include "samples.hpp"

using namespace rheobase;
using namespace rheobase::store;
using namespace rheobase::store::sample;
using testing::HasSubstr;

namespace {

void expect_same(Entry const& a, Entry const& b) {
    EXPECT_EQ(a.day, b.day);
    EXPECT_EQ(a.time, b.time);
    EXPECT_EQ(a.meal, b.meal);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.unread, b.unread);
    ASSERT_EQ(a.foods.size(), b.foods.size());
    auto const same = [](double x, double y) { return x == y || (!known(x) && !known(y)); };
    for (std::size_t i = 0; i < a.foods.size(); ++i) {
        auto const &x = a.foods[i], &y = b.foods[i];
        EXPECT_EQ(std::tie(x.id, x.name, x.text, x.source, x.part),
                  std::tie(y.id, y.name, y.text, y.source, y.part));
        EXPECT_TRUE(same(x.grams.low, y.grams.low) && same(x.grams.mid, y.grams.mid) &&
                    same(x.grams.high, y.grams.high) && same(x.sure, y.sure));
        for (int n = 0; n < diet::nutrient_count; ++n)
            EXPECT_TRUE(same(x.stated[n], y.stated[n]));
    }
}

} // namespace

TEST(DiaryKept, GivesAnEntryBackAsItWasLogged) {
    Folder const folder;
    auto entry =
        understood("2026-03-01", "breakfast", "two slices of toast with butter and xyzzy", diet::foods());
    ASSERT_EQ(entry.foods.size(), 2U);
    entry.time = "08:15";
    entry.foods[1].grams = {unknown, 7.125, unknown};
    entry.foods[1].stated[diet::nutrient("sodium_mg")] = 0;
    Id id = 0;
    {
        auto store = opened(folder.file());
        id = store.add_entry(me(store), entry).value().id;
    }
    auto store = opened(folder.file());
    expect_same(store.entry(me(store), id).value(), entry);
}

TEST(DiaryKept, ShowsHostileWordsAsTheyWereTyped) {
    Folder const folder;
    auto store = opened(folder.file());
    for (std::string const text : {"'); DROP TABLE entries; --", "<script>alert(1)</script>",
                                   "\xF0\x9F\x8D\x8C \"'`\\ %s {} \n\t", "?1 :name $x"}) {
        auto const id = store.add_entry(me(store), meal("2026-03-01", text)).value().id;
        EXPECT_EQ(store.entry(me(store), id).value().text, text);
        auto const person = store.add_person(text).value();
        EXPECT_THAT(text, HasSubstr(store.person(person.id).value().name));
    }
    EXPECT_EQ(store.entries(me(store), "", "").value().size(), 4U);
}

TEST(DiaryKept, MarksWhatIsNoTextAndLosesNothingAroundIt) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = store.add_entry(me(store), meal("2026-03-01", std::string("a\0b\xFFz", 5))).value().id;
    EXPECT_EQ(store.entry(me(store), id).value().text, "a\xEF\xBF\xBD"
                                                       "b\xEF\xBF\xBDz");
}

TEST(DiaryKept, FindsDaysInOrderWithBothEnds) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    for (auto const* day : {"2026-03-03", "2026-03-01", "2026-03-02", "2026-03-04"})
        ASSERT_TRUE(store.add_entry(id, meal(day, day)));
    auto early = meal("2026-03-02", "early");
    early.time = "07:00";
    ASSERT_TRUE(store.add_entry(id, early));
    std::vector<std::string> texts;
    auto const found = store.entries(id, "2026-03-02", "2026-03-03").value();
    for (auto const& entry : found)
        texts.push_back(entry.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"early", "2026-03-02", "2026-03-03"}));
}

TEST(DiaryKept, ChangesAndErasesOneEntryAlone) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    auto one = store.add_entry(id, understood("2026-03-01", "", "toast", diet::foods())).value();
    auto const two = store.add_entry(id, understood("2026-03-01", "", "a banana", diet::foods())).value();
    one.text = "soup";
    one.foods.clear();
    expect_same(store.change_entry(id, one).value(), one);
    expect_same(store.entry(id, two.id).value(), two);
    ASSERT_TRUE(store.erase_entry(id, one.id));
    EXPECT_EQ(store.erase_entry(id, one.id).error().what, not_there);
    EXPECT_EQ(store.change_entry(id, one).error().what, not_there);
    EXPECT_GT(store.add_entry(id, one).value().id, two.id);
}

TEST(DiaryKept, RefusesADayThatIsNone) {
    Folder const folder;
    auto store = opened(folder.file());
    for (auto const* day : {"", "today", "2026-02-30", "2026-3-1", "2026-03-01T10:00", "2026"}) {
        auto const added = store.add_entry(me(store), meal(day, "toast"));
        ASSERT_FALSE(added) << day;
        EXPECT_THAT(added.error().hint, HasSubstr("2026-03-01"));
    }
    EXPECT_TRUE(store.entries(me(store), "", "").value().empty());
}

TEST(DiaryKept, RepeatsADay) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    ASSERT_TRUE(store.add_entry(id, understood("2026-03-01", "lunch", "toast and xyzzy", diet::foods())));
    ASSERT_TRUE(store.add_entry(id, understood("2026-03-01", "dinner", "rice", diet::foods())));
    auto const again = store.repeat_day(id, "2026-03-01", "2026-03-02").value();
    auto const before = store.entries(id, "2026-03-01", "2026-03-01").value();
    auto const now = store.entries(id, "2026-03-02", "2026-03-02").value();
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(again.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        auto expected = before[i];
        expected.day = "2026-03-02";
        expect_same(now[i], expected);
    }
}

TEST(Imports, KeepEveryRowWithTheFiguresOfTheFile) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const imports = store.imports(me(store)).value();
    ASSERT_EQ(imports.size(), 1U);
    EXPECT_EQ(imports[0].entries, 1);
    EXPECT_EQ(imports[0].unread.size(), 1U);
    auto const entries = store.entries(me(store), "2026-03-01", "2026-03-01").value();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].import, imports[0].id);
    auto const diary = diary_of(entries, diet::foods());
    EXPECT_EQ(diary.eaten[0].stated[diet::nutrient("magnesium_mg")], 91.25);
    EXPECT_FALSE(known(diary.eaten[0].stated[diet::nutrient("calcium_mg")]));
}

TEST(Imports, OfALongerExportTakeThePlaceOfTheShorterAndOfNothingLoggedByHand) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    diet::Diary diary;
    diary.format = "cronometer";
    for (auto const* day : {"2026-03-01", "2026-03-02"}) {
        diet::Eaten eaten;
        eaten.day = day;
        eaten.text = "Muesli";
        diary.eaten.push_back(eaten);
    }
    ASSERT_TRUE(store.add_entry(id, meal("2026-03-01", "toast")));
    ASSERT_TRUE(store.add_import(id, "march.csv", diary, "2026-03-02"));
    diary.eaten.push_back(diary.eaten[0]);
    diary.eaten.back().day = "2026-03-03";
    auto const longer = store.add_import(id, "march (2).csv", diary, "2026-03-03").value();
    EXPECT_EQ(longer.replaced, 2);
    EXPECT_EQ(store.entries(id, "", "").value().size(), 4U);
    EXPECT_EQ(store.imports(id).value().size(), 1U);
    diary.format = "loseit";
    ASSERT_TRUE(store.add_import(id, "other.csv", diary, "2026-03-03"));
    EXPECT_EQ(store.entries(id, "", "").value().size(), 7U);
    ASSERT_TRUE(store.erase_import(id, longer.id));
    EXPECT_EQ(store.entries(id, "", "").value().size(), 4U);
}

TEST(Imports, SetDaysWithoutADateOnTheDaysBeforeTodayAndSaySo) {
    Folder const folder;
    auto store = opened(folder.file());
    diet::Diary diary;
    diary.format = "plain";
    for (auto const* day : {"Monday", "Tuesday", "Monday"}) {
        diet::Eaten eaten;
        eaten.day = day;
        eaten.text = "soup";
        diary.eaten.push_back(eaten);
    }
    auto const kept = store.add_import(me(store), "week.txt", diary, "2026-03-01").value();
    ASSERT_EQ(kept.notes.size(), 1U);
    EXPECT_THAT(kept.notes[0], HasSubstr("2026-02-28 to 2026-03-01"));
    EXPECT_EQ(store.entries(me(store), "2026-02-28", "2026-02-28").value().size(), 2U);
    EXPECT_FALSE(store.add_import(me(store), "empty.txt", {}, "2026-03-01"));
}

TEST(Answers, AreKeptWithTheDateOfTheirFacts) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const id = me(store);
    auto const list = store.answers(id).value();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].facts_version, "2026-11-22");
    EXPECT_EQ(list[0].urgency, "routine");
    EXPECT_EQ(list[0].first_cause, "drug.ppi");
    EXPECT_TRUE(list[0].json.empty());
    EXPECT_THAT(store.answer(id, list[0].id).value().json, HasSubstr("drug.ppi"));
    EXPECT_FALSE(store.add_answer(id, "2026-03-01", "not json"));
    ASSERT_TRUE(store.erase_answer(id, list[0].id));
    EXPECT_TRUE(store.answers(id).value().empty());
}

TEST(Drafts, KeepAnyBytesUntilTheyAreTakenOrOld) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    std::string const bytes("PK\x03\x04\0\xFF\x01", 7);
    auto const draft =
        store.add_draft(id, {0, "2026-03-01", "diary", "../../etc/passwd", bytes, "{}"}).value();
    auto const back = store.draft(id, draft.id).value();
    EXPECT_EQ(back.content, bytes);
    EXPECT_EQ(back.name, "../../etc/passwd");
    ASSERT_TRUE(store.erase_drafts_before("2026-03-01"));
    EXPECT_TRUE(store.draft(id, draft.id));
    ASSERT_TRUE(store.erase_drafts_before("2026-03-02"));
    EXPECT_EQ(store.draft(id, draft.id).error().what, not_there);
}

TEST(People, AreErasedWithAllThatIsTheirs) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const id = me(store);
    ASSERT_TRUE(store.erase_person(id));
    for (auto const* table :
         {"cases", "weights", "symptoms", "medicines", "labs", "imports", "entries", "eaten", "answers"}) {
        auto const rows = store.database().rows(std::string("SELECT count(*) FROM ") + table).value();
        EXPECT_EQ(rows[0].id(0), 0) << table;
    }
    ASSERT_TRUE(store.erase_person(me(store)));
    auto const left = store.people().value();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].name, "Me");
    EXPECT_GT(left[0].id, id);
    EXPECT_FALSE(store.add_person("  \n"));
    EXPECT_EQ(store.rename_person(999, "x").error().what, not_there);
}
