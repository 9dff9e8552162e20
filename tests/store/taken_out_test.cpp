#include "app/read/diary.hpp"
#include "app/read/fhir.hpp"
#include "app/store/own_case.hpp"
#include "app/store/schema.hpp"
#include "app/store/sealed.hpp"
#include "app/store/taken_out.hpp"
#include "samples.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

using namespace rheobase;
using namespace rheobase::store;
using namespace rheobase::store::sample;
using testing::HasSubstr;

namespace {

/// Every row of every table, as SQLite prints it.
std::string content(Store& store) {
    std::string out;
    for (auto const table : exported_tables) {
        auto const rows =
            store.database().rows("SELECT * FROM " + std::string(table) + " ORDER BY 1, 2").value();
        for (auto const& row : rows) {
            out += table;
            for (std::size_t i = 0; i < row.size(); ++i)
                out +=
                    "|" + std::to_string(row.value(i).index()) + row.text(i) + std::to_string(row.number(i));
            out += "\n";
        }
    }
    return out;
}

} // namespace

TEST(TakenOut, RestoredIsTheSameStore) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const text = export_json(store).value();
    auto other = opened(folder.file("other.sqlite"));
    auto const done = restore(other, text);
    ASSERT_TRUE(done) << in_words(done.error());
    EXPECT_EQ(content(other), content(store));
    EXPECT_EQ(export_json(other).value(), text);
    EXPECT_THAT(text, HasSubstr("91.25"));
}

TEST(TakenOut, RestoredIsTheSameStoreForAnyDiary) {
    std::mt19937 dice(7);
    Folder const folder;
    for (int round = 0; round < 20; ++round) {
        auto store = opened(folder.file(std::to_string(round)));
        for (int i = 0; i < 30; ++i) {
            Entry entry = meal("2026-03-" + std::to_string(10 + dice() % 20), "");
            for (unsigned j = 0; j < dice() % 40; ++j)
                entry.text += static_cast<char>(dice() % 256);
            for (unsigned j = 0; j < dice() % 3; ++j) {
                ChosenFood food;
                food.name = std::to_string(dice());
                food.source = "chosen";
                food.grams.mid = std::generate_canonical<double, 53>(dice) * std::pow(10, dice() % 8);
                food.stated[static_cast<int>(dice() % diet::nutrient_count)] =
                    std::generate_canonical<double, 53>(dice);
                entry.foods.push_back(food);
            }
            ASSERT_TRUE(store.add_entry(me(store), entry));
        }
        auto other = opened(folder.file(std::to_string(round) + "b"));
        ASSERT_TRUE(restore(other, export_json(store).value()));
        EXPECT_EQ(content(other), content(store));
    }
}

TEST(TakenOut, RestoringOverSomethingIsRefusedUnlessAskedFor) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const nothing = export_json(store).value();
    fill(store);
    auto const before = content(store);
    auto const refused = restore(store, nothing);
    ASSERT_FALSE(refused);
    EXPECT_THAT(in_words(refused.error()), HasSubstr("--replace"));
    EXPECT_EQ(content(store), before);
    ASSERT_TRUE(restore(store, nothing, true));
    EXPECT_TRUE(holds_nothing(store).value());
}

TEST(TakenOut, ABrokenExportChangesNothing) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const text = export_json(store).value();
    auto const before = content(store);
    auto document = nlohmann::json::parse(text);
    std::vector<std::string> broken{"", "{}", "[1]", text.substr(0, text.size() / 2), "\xFF"};
    auto const changed = [&](auto&& change) {
        auto copy = document;
        change(copy);
        broken.push_back(copy.dump());
    };
    changed([](auto& d) { d["rheobase_store"] = 99; });
    changed([](auto& d) { d["tables"]["spies"] = nlohmann::json::array(); });
    changed([](auto& d) { d["tables"]["entries"][0]["day"] = "yesterday"; });
    changed([](auto& d) { d["tables"]["entries"][0]["person"] = 55; });
    changed([](auto& d) { d["tables"]["entries"][0]["colour"] = "red"; });
    changed([](auto& d) { d["tables"]["answers"][0].erase("document"); });
    changed([](auto& d) { d["tables"]["eaten"] = 5; });
    changed([](auto& d) { d["tables"]["eaten"][0] = "x"; });
    for (auto const& one : broken) {
        auto const done = restore(store, one, true);
        EXPECT_FALSE(done) << one.substr(0, 300);
        EXPECT_EQ(content(store), before);
    }
}

TEST(TakenOut, TheTableIsReadBackAsTheSameDiary) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    auto const text = export_csv(store, me(store), diet::foods()).value();
    auto const back = read::read_diary_text(text, "eaten.csv", diet::foods()).value();
    auto const kept = diary_of(store.entries(me(store), "", "").value(), diet::foods());
    ASSERT_EQ(back.eaten.size(), kept.eaten.size());
    for (std::size_t i = 0; i < kept.eaten.size(); ++i) {
        EXPECT_EQ(back.eaten[i].day, kept.eaten[i].day);
        EXPECT_EQ(back.eaten[i].food, kept.eaten[i].food);
        if (known(kept.eaten[i].grams.mid)) {
            EXPECT_DOUBLE_EQ(back.eaten[i].grams.mid, kept.eaten[i].grams.mid);
        }
    }
}

TEST(TakenOut, TheHealthRecordIsReadBackAsWhatWasEntered) {
    Folder const folder;
    auto store = opened(folder.file());
    fill(store);
    std::string const today = "2026-03-03";
    auto const text = export_fhir(store, me(store), today);
    ASSERT_TRUE(text);
    auto const back = read::read_fhir(*text, "record.json", today);
    ASSERT_TRUE(back.faults.empty()) << in_words(back.faults[0]);
    auto const own = own_case(store, me(store), today).value();
    auto const &entered = own.read.evidence, &read = back.evidence;
    EXPECT_EQ(read.person.sex, entered.person.sex);
    EXPECT_NEAR(*read.person.age_years, *entered.person.age_years, 0.1);
    EXPECT_NEAR(*read.person.pregnancy_weeks, *entered.person.pregnancy_weeks, 0.15);
    EXPECT_DOUBLE_EQ(*read.person.weight_kg, 62.5);
    EXPECT_DOUBLE_EQ(*read.person.height_cm, 168);
    EXPECT_EQ(read.vitals, entered.vitals);
    ASSERT_EQ(read.labs.size(), 1U);
    EXPECT_EQ(read.labs[0].value, 3.1);
    EXPECT_EQ(read.labs[0].loinc, "2823-3");
    EXPECT_EQ(read.labs[0].days_ago, entered.labs[0].days_ago);
    EXPECT_EQ(read.labs[0].ref_low, 3.5);
    std::map<std::string, std::pair<bool, double>> signs, kept_signs;
    for (auto const& one : read.symptoms)
        signs[one.code] = {*one.present, one.since_days.value_or(-1)};
    for (auto const& one : entered.symptoms)
        kept_signs[one.code] = {*one.present, one.since_days.value_or(-1)};
    EXPECT_EQ(signs, kept_signs);
    std::map<std::string, double> conditions, kept_conditions;
    for (auto const& one : read.conditions)
        conditions[one.code] = one.days_ago.value_or(-1);
    for (auto const& one : entered.conditions)
        kept_conditions[one.code] = one.days_ago.value_or(-1);
    EXPECT_EQ(conditions, kept_conditions);
    std::map<std::string, bool> medicines, kept_medicines;
    for (auto const& one : read.medicines)
        medicines[one.name] = one.current;
    for (auto const& one : entered.medicines)
        kept_medicines[one.name] = one.current;
    EXPECT_EQ(medicines, kept_medicines);
    ASSERT_EQ(read.allergies.size(), 1U);
    EXPECT_EQ(read.allergies[0].code, "tree_nut");
}

TEST(TakenOut, ErasedNeitherTheFileNorWhatLayBesideItIsLeft) {
    Folder const folder;
    {
        auto store = opened(folder.file());
        fill(store);
    }
    write_bytes(folder.file() + "-wal", "left behind");
    ASSERT_TRUE(erase_store(folder.file()));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path));
    EXPECT_EQ(erase_store(folder.file()).error().what, not_there);
}

TEST(TakenOut, ErasingTouchesNoFileThatIsNoStore) {
    Folder const folder;
    write_bytes(folder.file("letter.txt"), "dear aunt");
    EXPECT_FALSE(erase_store(folder.file("letter.txt")));
    EXPECT_EQ(bytes_of(folder.file("letter.txt")), "dear aunt");
}

TEST(TakenOut, WhatWasErasedFromAStoreIsNoLongerInItsFile) {
    Folder const folder;
    {
        auto store = opened(folder.file());
        auto const id = store.add_entry(me(store), meal("2026-03-01", "unmistakable rhubarb")).value().id;
        ASSERT_TRUE(store.erase_entry(me(store), id));
    }
    EXPECT_EQ(bytes_of(folder.file()).find("unmistakable"), std::string::npos);
}

TEST(Sealed, OpensWithItsPassphraseAlone) {
    for (std::size_t const size : {0UL, 65536UL, 140000UL}) {
        std::string text(size, '\0');
        for (std::size_t i = 0; i < size; ++i)
            text[i] = static_cast<char>(i * 31);
        auto const locked = sealed(text, "correct horse").value();
        EXPECT_TRUE(is_sealed(locked));
        if (size > 100) {
            EXPECT_EQ(locked.find(text.substr(0, 50)), std::string::npos);
        }
        EXPECT_EQ(unsealed(locked, "correct horse").value(), text);
    }
    auto const locked = sealed("secret", "correct horse").value();
    auto const wrong = unsealed(locked, "correct hors");
    ASSERT_FALSE(wrong);
    EXPECT_THAT(in_words(wrong.error()), HasSubstr("passphrase"));
    EXPECT_NE(locked, sealed("secret", "correct horse").value());
    EXPECT_FALSE(sealed("secret", ""));
}

TEST(Sealed, NoticesAChangeACutAndAnAddition) {
    std::string const text(140000, 'x');
    auto const locked = sealed(text, "correct horse").value();
    for (std::size_t const at : {0UL, 20UL, 70000UL, locked.size() - 1}) {
        auto changed = locked;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(unsealed(changed, "correct horse")) << at;
    }
    for (std::size_t const left : {0UL, 18UL, 57UL, 58UL + 65553UL, locked.size() - 1})
        EXPECT_FALSE(unsealed(std::string_view(locked).substr(0, left), "correct horse")) << left;
    EXPECT_FALSE(unsealed(locked + "x", "correct horse"));
    EXPECT_EQ(unsealed(locked, "correct horse").value(), text);
}
