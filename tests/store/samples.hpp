// A folder for one test, and a store that holds a little of everything.
#pragma once

#include "app/store/database.hpp"
#include "app/store/store.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

namespace rheobase::store::sample {

struct Folder {
    std::filesystem::path path;
    explicit Folder(std::filesystem::path const& in = std::filesystem::temp_directory_path()) {
        std::string pattern = (in / "rheobase-store-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::string file(std::string const& name = "store.sqlite") const { return (path / name).string(); }
};

inline std::string bytes_of(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline void write_bytes(std::string const& path, std::string const& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
}

/// The store, or the end of the test with its problem.
inline Store opened(std::string const& path) {
    auto store = Store::open(path);
    if (!store)
        throw std::runtime_error(in_words(store.error()));
    return std::move(*store);
}

inline Id me(Store& store) {
    return store.first_person().value().id;
}

inline Entry meal(std::string const& day, std::string const& text) {
    Entry entry;
    entry.day = day;
    entry.text = text;
    return entry;
}

inline char const* const whole_case =
    R"({"person": {"age_years": 34, "sex": "female", "weight_kg": 62.5, "height_cm": 168,
    "pregnancy": {"weeks": 20}}, "duration_days": 10,
    "symptoms": [{"code": "twitch", "present": true, "since_days": 10, "sites": ["left_calf"]},
                 {"code": "weakness_objective", "present": false}],
    "medications": [{"name": "omeprazole", "dose": "40 mg daily", "started_days_ago": 1500, "status": "current"},
                    {"name": "furosemide", "status": "stopped", "stopped_days_ago": 5}],
    "conditions": ["asthma", {"code": "ckd_g4", "since_days": 100}],
    "labs": [{"analyte": "potassium", "value": 3.1, "unit": "mmol/L", "days_ago": 3, "ref_low": 3.5, "ref_high": 5.0}],
    "vitals": {"systolic": 128, "diastolic": 80, "pulse": 72, "days_ago": 0},
    "lifestyle": {"caffeine_mg": 420}, "allergies": [{"to": "tree_nut"}], "words": "my calf <b>flickers</b>"})";

/// One of everything, for one person.
inline void fill(Store& store) {
    auto const id = me(store);
    ASSERT_TRUE(store.keep_case(id, whole_case, "2026-03-01"));
    ASSERT_TRUE(store.add_entry(
        id, understood("2026-03-02", "lunch", "two slices of toast and xyzzy", diet::foods())));
    diet::Diary other;
    other.format = "cronometer";
    other.lines = 2;
    diet::Eaten eaten;
    eaten.day = "2026-03-01";
    eaten.time = "08:30";
    eaten.text = "Muesli";
    eaten.stated[diet::nutrient("magnesium_mg")] = 91.25;
    other.eaten.push_back(eaten);
    other.unread.push_back({2, "???", "it has no food"});
    ASSERT_TRUE(store.add_import(id, "servings.csv", other, "2026-03-03"));
    ASSERT_TRUE(store.add_weight(id, "2026-02-01", 64));
    ASSERT_TRUE(store.add_answer(
        id, "2026-03-03",
        R"({"facts": "2026-11-22", "urgency": "routine", "causes": [{"code": "drug.ppi"}]})"));
    ASSERT_TRUE(store.add_person("Sam"));
}

} // namespace rheobase::store::sample
