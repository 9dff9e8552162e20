// What was acknowledged stays: after kill -9 at any moment, on a full disk, and with several programs at
// once.
#include "samples.hpp"

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace rheobase;
using namespace rheobase::store;
using namespace rheobase::store::sample;

namespace {

/// Logs for ever and writes the number of each acknowledged entry into the pipe.
[[noreturn]] void log_for_ever(std::string const& path, int pipe, int run) {
    auto store = Store::open(path);
    if (!store)
        _exit(1);
    auto const id = me(*store);
    Id const ready = 0;
    if (write(pipe, &ready, sizeof ready) != sizeof ready)
        _exit(3);
    for (int i = 0;; ++i) {
        auto entry = meal("2026-03-01", std::to_string(run) + "/" + std::to_string(i));
        ChosenFood food;
        food.name = "toast";
        food.source = "chosen";
        entry.foods.assign(3, food);
        auto const added = store->add_entry(id, entry);
        if (!added || write(pipe, &added->id, sizeof added->id) != sizeof added->id)
            _exit(2);
    }
}

/// Ends a run of logging so many microseconds after so many acknowledged entries; with -1, after its very
/// beginning.
void killed_run(std::string const& path, int run, int after, unsigned microseconds,
                std::set<Id>& acknowledged) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    auto const child = fork();
    if (child == 0) {
        close(ends[0]);
        log_for_ever(path, ends[1], run);
    }
    close(ends[1]);
    Id id = 0;
    auto const take = [&] {
        bool const told = read(ends[0], &id, sizeof id) == sizeof id;
        if (told && id > 0)
            acknowledged.insert(id);
        return told;
    };
    for (int i = 0; i <= after; ++i)
        ASSERT_TRUE(take());
    usleep(microseconds);
    kill(child, SIGKILL);
    int state = 0;
    waitpid(child, &state, 0);
    ASSERT_TRUE(WIFSIGNALED(state)) << "the run ended by itself with " << WEXITSTATUS(state);
    while (take()) {
    }
    close(ends[0]);
}

} // namespace

TEST(Durability, AThousandKillsAtRandomMomentsLoseNothingAcknowledgedAndShowNothingHalfWritten) {
    // What a killed program wrote is safe with the kernel, on a disk or in memory, and memory is quick.
    Folder const folder(std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp");
    std::mt19937 dice(11);
    std::size_t in_all = 0;
    for (int life = 0; life < 50; ++life) {
        auto const path = folder.file(std::to_string(life));
        { auto const store = opened(path); }
        std::set<Id> acknowledged;
        for (int run = 0; run < 20; ++run)
            ASSERT_NO_FATAL_FAILURE(killed_run(path, run, static_cast<int>(dice() % 5) - 1,
                                               static_cast<unsigned>(dice() % 1500), acknowledged));
        auto store = opened(path);
        std::set<Id> there;
        auto const entries = store.entries(me(store), "", "").value();
        for (auto const& entry : entries) {
            EXPECT_EQ(entry.foods.size(), 3U) << "half written: " << entry.text;
            there.insert(entry.id);
        }
        for (auto const id : acknowledged)
            ASSERT_TRUE(there.contains(id)) << "lost: " << id;
        in_all += acknowledged.size();
    }
    EXPECT_GT(in_all, 1000U);
    std::printf("%zu entries were acknowledged before a kill\n", in_all);
}

TEST(Durability, AFullStoreSaysSoAndKeepsWhatItHad) {
    Folder const folder;
    auto store = opened(folder.file());
    auto const id = me(store);
    ASSERT_TRUE(store.add_entry(id, meal("2026-03-01", "first")));
    auto const pages = store.database().rows("PRAGMA page_count").value()[0].id(0);
    ASSERT_TRUE(store.database().rows("PRAGMA max_page_count = " + std::to_string(pages + 2)));
    std::size_t kept = 1;
    Problem problem;
    for (int i = 0; i < 100 && problem.what.empty(); ++i) {
        auto const added = store.add_entry(id, meal("2026-03-01", std::string(3000, 'x')));
        if (added)
            ++kept;
        else
            problem = added.error();
    }
    EXPECT_EQ(problem.what, disk_full);
    EXPECT_EQ(store.entries(id, "", "").value().size(), kept);
    ASSERT_TRUE(store.database().rows("PRAGMA max_page_count = 1000000"));
    EXPECT_TRUE(store.add_entry(id, meal("2026-03-01", "again")));
}

TEST(Durability, AFileThatMayNotGrowSaysSoAndLosesNothing) {
    Folder const folder;
    { auto const store = opened(folder.file()); }
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    auto const child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{400'000, 400'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto store = Store::open(folder.file());
        if (!store)
            _exit(1);
        auto const id = me(*store);
        for (int i = 0; i < 1000; ++i) {
            auto const added = store->add_entry(id, meal("2026-03-01", std::string(3000, 'x')));
            if (!added)
                _exit(added.error().what == disk_full
                          ? 0
                          : (std::fprintf(stderr, "%s\n", in_words(added.error()).c_str()), 2));
            if (write(ends[1], &added->id, sizeof added->id) != sizeof added->id)
                _exit(3);
        }
        _exit(4);
    }
    close(ends[1]);
    std::set<Id> acknowledged;
    Id id = 0;
    while (read(ends[0], &id, sizeof id) == sizeof id)
        acknowledged.insert(id);
    close(ends[0]);
    int state = 0;
    waitpid(child, &state, 0);
    EXPECT_TRUE(WIFEXITED(state));
    EXPECT_EQ(WEXITSTATUS(state), 0);
    auto store = opened(folder.file());
    EXPECT_EQ(store.entries(me(store), "", "").value().size(), acknowledged.size());
    EXPECT_GT(acknowledged.size(), 10U);
}

TEST(Durability, TwoProgramsWriteToOneStoreAndNeitherLosesAnything) {
    Folder const folder;
    { auto const store = opened(folder.file()); }
    std::vector<pid_t> children;
    for (int who = 0; who < 2; ++who) {
        auto const child = fork();
        if (child == 0) {
            auto store = Store::open(folder.file());
            if (!store)
                _exit(1);
            for (int i = 0; i < 150; ++i)
                if (!store->add_entry(me(*store),
                                      meal("2026-03-01", std::to_string(who) + "/" + std::to_string(i))))
                    _exit(2);
            _exit(0);
        }
        children.push_back(child);
    }
    for (auto const child : children) {
        int state = 0;
        waitpid(child, &state, 0);
        EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 0);
    }
    auto store = opened(folder.file());
    std::set<std::string> texts;
    auto const entries = store.entries(me(store), "", "").value();
    for (auto const& entry : entries)
        texts.insert(entry.text);
    EXPECT_EQ(texts.size(), 300U);
}

TEST(Durability, AWriterThatWaitsTooLongIsToldThatAnotherIsBusy) {
    Folder const folder;
    auto store = opened(folder.file());
    auto other = opened(folder.file());
    auto const busy = Transaction::begin(other.database());
    ASSERT_TRUE(busy);
    ASSERT_TRUE(store.database().rows("PRAGMA busy_timeout = 50"));
    auto const added = store.add_entry(me(store), meal("2026-03-01", "toast"));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().what, store_busy);
}

TEST(Durability, TenYearsOfDiaryOpenAndShowAWeekSoonSlowly) {
    Folder const folder;
    {
        auto store = opened(folder.file());
        auto const id = me(store);
        diet::Diary diary;
        diary.format = "cronometer";
        for (int i = 0; i < 100'000; ++i) {
            diet::Eaten eaten;
            auto const month = i / 833;
            eaten.day = std::to_string(2016 + month / 12) + "-" + std::to_string(101 + month % 12).substr(1) +
                        "-" + std::to_string(101 + i % 28).substr(1);
            eaten.text = "two slices of toast with butter";
            eaten.food = 7;
            eaten.grams = diet::Range::exactly(80);
            diary.eaten.push_back(eaten);
        }
        ASSERT_TRUE(store.add_import(id, "ten years", diary, "2026-03-01"));
    }
    auto const clock = [] { return std::chrono::steady_clock::now(); };
    auto const milliseconds = [](auto span) {
        return std::chrono::duration<double, std::milli>(span).count();
    };
    auto const begun = clock();
    auto store = opened(folder.file());
    auto const open = clock();
    auto const week = store.entries(me(store), "2020-03-01", "2020-03-07").value();
    auto const shown = clock();
    EXPECT_GT(week.size(), 100U);
    std::printf("open %.1f ms, week %.1f ms, %zu entries\n", milliseconds(open - begun),
                milliseconds(shown - open), week.size());
    EXPECT_LT(milliseconds(open - begun), 300);
    EXPECT_LT(milliseconds(shown - open), 50);
}
