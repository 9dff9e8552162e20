#include "app/store/place.hpp"
#include "app/store/schema.hpp"
#include "app/store/taken_out.hpp"
#include "samples.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace rheobase;
using namespace rheobase::store;
using namespace rheobase::store::sample;
using testing::HasSubstr;

namespace {

unsigned mode_of(std::string const& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0U;
}

void run(std::string const& path, char const* sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
}

/// Opening is refused with this word, and neither the file nor what is beside it loses a byte.
void expect_refused(std::string const& path, std::string const& word) {
    auto const before = bytes_of(path), wal = bytes_of(path + "-wal");
    auto const store = Store::open(path);
    ASSERT_FALSE(store);
    EXPECT_THAT(in_words(store.error()), HasSubstr(word));
    EXPECT_FALSE(store.error().hint.empty());
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_EQ(bytes_of(path + "-wal"), wal);
}

} // namespace

TEST(Opening, MakesAFileThatOnlyItsOwnerCanReadAlsoWhatLiesBesideIt) {
    Folder const folder;
    auto store = opened(folder.file());
    ASSERT_TRUE(store.add_entry(me(store), meal("2026-03-01", "toast")));
    for (auto const* beside : {"", "-wal", "-shm"})
        EXPECT_EQ(mode_of(folder.file() + beside), 0600U) << beside;
}

TEST(Opening, TakesFromOthersWhatTheyCouldReadOfAFileThatWasPutBack) {
    Folder const folder;
    { auto const store = opened(folder.file()); }
    ::chmod(folder.file().c_str(), 0644);
    auto const store = opened(folder.file());
    EXPECT_EQ(mode_of(folder.file()), 0600U);
}

TEST(Opening, PutsTheStoreInTheDataFolderOfItsOwner) {
    Folder const folder;
    ::setenv("XDG_DATA_HOME", folder.file("data").c_str(), 1);
    auto const store = opened("");
    ::unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(store.path(), folder.file("data") + "/rheobase/rheobase.sqlite");
    EXPECT_EQ(mode_of(folder.file("data") + "/rheobase"), 0700U);
    EXPECT_EQ(mode_of(store.path()), 0600U);
}

TEST(Opening, IgnoresADataFolderThatIsNoWholePathAsItsSpecificationAsks) {
    Folder const folder;
    ::setenv("XDG_DATA_HOME", "data", 1);
    std::string const home = std::getenv("HOME") ? std::getenv("HOME") : "";
    ::setenv("HOME", folder.path.c_str(), 1);
    auto const place = own_place();
    ::setenv("HOME", home.c_str(), 1);
    ::unsetenv("XDG_DATA_HOME");
    ASSERT_TRUE(place);
    EXPECT_EQ(*place, folder.file(".local/share/rheobase/rheobase.sqlite"));
}

TEST(Opening, FindsSomebodyInANewStore) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const people = store.people().value();
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].name, "Me");
}

TEST(Opening, BringsAnEmptyFileToTodaysFormAndMarksItAsOurs) {
    Folder const folder;
    write_bytes(folder.file(), "");
    { auto const store = opened(folder.file()); }
    auto database = Database::open(folder.file()).value();
    EXPECT_EQ(database->rows("PRAGMA user_version").value()[0].id(0), newest_form);
    EXPECT_EQ(database->rows("PRAGMA application_id").value()[0].id(0), application_id);
    EXPECT_EQ(database->rows("PRAGMA journal_mode").value()[0].text(0), "wal");
    EXPECT_EQ(database
                  ->rows("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                         "AND name NOT LIKE 'sqlite%' AND NOT strict")
                  .value()[0]
                  .id(0),
              0);
}

TEST(Opening, CarriesEveryTableButDraftsInAnExport) {
    Folder const folder;
    auto store = opened(folder.file());
    std::vector<std::string> tables;
    auto const rows = store.database().rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    for (auto const& row : rows.value())
        tables.push_back(row.text(0));
    std::vector<std::string> expected(exported_tables.begin(), exported_tables.end());
    expected.emplace_back("drafts");
    EXPECT_THAT(tables, testing::UnorderedElementsAreArray(expected));
}

TEST(Opening, RefusesAStoreOfANewerProgramAndLeavesItAsItIs) {
    Folder const folder;
    { auto const store = opened(folder.file()); }
    run(folder.file(), "PRAGMA user_version = 99");
    expect_refused(folder.file(), "newer Rheobase");
}

TEST(Opening, RefusesANewerStoreWhoseNewsStandsOnlyInTheLogBesideIt) {
    Folder const folder;
    { auto const store = opened(folder.file()); }
    // As after a crash of the newer program: the log is copied while the program still runs.
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(folder.file().c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle, "PRAGMA user_version = 99", nullptr, nullptr, nullptr), SQLITE_OK);
    write_bytes(folder.file("copy.sqlite"), bytes_of(folder.file()));
    write_bytes(folder.file("copy.sqlite-wal"), bytes_of(folder.file() + "-wal"));
    sqlite3_close(handle);
    ASSERT_FALSE(bytes_of(folder.file("copy.sqlite-wal")).empty());
    expect_refused(folder.file("copy.sqlite"), "newer Rheobase");
}

TEST(Opening, RefusesWhatIsNoStoreAndLeavesItAsItIs) {
    Folder const folder;
    write_bytes(folder.file("letter.txt"), std::string(5000, 'x'));
    expect_refused(folder.file("letter.txt"), "not a store");
    write_bytes(folder.file("short.txt"), "x");
    expect_refused(folder.file("short.txt"), "not a store");
    run(folder.file("other.sqlite"), "CREATE TABLE bookmarks (a)");
    expect_refused(folder.file("other.sqlite"), "not a store");
    run(folder.file("others.sqlite"), "PRAGMA application_id = 7; CREATE TABLE a (b)");
    expect_refused(folder.file("others.sqlite"), "not a store");
    auto const as_folder = Store::open(folder.path.string());
    EXPECT_FALSE(as_folder);
}

TEST(Opening, RefusesAStoreThatWasCutOrOverwrittenInAnyPageAndLeavesItAsItIs) {
    Folder const folder;
    {
        auto store = opened(folder.file());
        fill(store);
    }
    auto const whole = bytes_of(folder.file());
    ASSERT_GT(whole.size(), 8 * 4096U);
    write_bytes(folder.file(), whole.substr(0, whole.size() - 100));
    expect_refused(folder.file(), "damaged");
    write_bytes(folder.file(), whole.substr(0, whole.size() / 8192 * 4096));
    expect_refused(folder.file(), "damaged");
    int refused = 0;
    for (std::size_t page = 1; page < whole.size() / 4096; ++page) {
        auto broken = whole;
        for (std::size_t i = 0; i < 4096; ++i)
            broken[page * 4096 + i] = '\x5a';
        write_bytes(folder.file(), broken);
        // A page that holds nothing now may hold anything.
        if (!Store::open(folder.file())) {
            ++refused;
            expect_refused(folder.file(), "damaged");
        }
    }
    EXPECT_GE(refused, 10);
}

TEST(Opening, SaysWhatToDoWhereTheFolderIsNotThere) {
    Folder const folder;
    auto const store = Store::open(folder.file("nowhere/store.sqlite"));
    ASSERT_FALSE(store);
    EXPECT_THAT(in_words(store.error()), HasSubstr("Choose a file in a folder that exists"));
}

TEST(Opening, ManyProgramsMakeOneStoreAtOnceAndFindOnePersonInIt) {
    Folder const folder;
    std::vector<pid_t> children;
    for (int i = 0; i < 8; ++i) {
        auto const child = fork();
        if (child == 0)
            _exit(Store::open(folder.file()) ? 0 : 1);
        children.push_back(child);
    }
    for (auto const child : children) {
        int state = 0;
        waitpid(child, &state, 0);
        EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 0);
    }
    auto store = opened(folder.file());
    EXPECT_EQ(store.people().value().size(), 1U);
}
