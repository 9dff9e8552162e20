// How quickly the page is answered: words as they are typed, ten years of diary, a whole answer, and many at
// once (wrk). Each figure stands beside its aim, and beside the floor: the same way to and fro for a file of
// a few bytes.
#include "app/server/server.hpp"
#include "app/store/store.hpp"
#include "tests/server/talk.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/core.h>
#include <functional>
#include <unistd.h>

using namespace rheobase;
using namespace rheobase::server;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(std::function<void()> const& what) {
    auto const begun = Clock::now();
    what();
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

struct Spread {
    double p50, p95, most;
};

Spread spread(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 95 / 100], times.back()};
}

void row(std::string const& what, Spread const& took, double floor, std::string const& aim) {
    fmt::print("{:<44} {:>8.1f} {:>8.1f} {:>8.1f} {:>8.1f}   {}\n", what, took.p50, took.p95, took.most,
               floor, aim);
    std::fflush(stdout);
}

Spread timed(int times, std::function<void(int)> const& what) {
    std::vector<double> took;
    for (int i = 0; i < times; ++i)
        took.push_back(milliseconds([&] { what(i); }));
    return spread(took);
}

void asked_well(Said const& said) {
    if (said.status < 200 || said.status > 299) {
        fmt::print(stderr, "bench_server: status {}: {}\n", said.status, said.body.substr(0, 300));
        std::exit(1);
    }
}

constexpr int entries = 100'000;
constexpr int entries_a_day = 27;

/// Ten years of a diary: what people eat most days, four times a day.
diet::Diary ten_years() {
    constexpr char const* eaten[] = {"SR:01077", "SR:12061", "SR:09040", "SR:05062",
                                     "SR:11124", "SR:18069", "SR:01009"};
    diet::Diary diary;
    diary.format = "bench";
    auto const& table = diet::foods();
    auto const today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    for (int i = 0; i < entries; ++i) {
        std::chrono::year_month_day const day(today - std::chrono::days((entries - 1 - i) / entries_a_day));
        diet::Eaten one;
        one.day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                              static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
        one.meal = i % 4 == 0 ? "breakfast" : "dinner";
        one.line = i + 2;
        one.food = table.find(eaten[static_cast<std::size_t>(i) % std::size(eaten)]).value_or(0);
        one.text = table.name(one.food);
        one.grams = diet::Range::exactly(20 + i % 80);
        one.sure = 1;
        diary.eaten.push_back(std::move(one));
    }
    diary.lines = entries;
    return diary;
}

void under_wrk(Server const& server, std::string const& from) {
    if (std::system("command -v wrk >/dev/null") != 0) {
        fmt::print("\nwrk is not there: no figures for many at once.\n");
        return;
    }
    Folder folder;
    auto const script = folder.file("words.lua");
    if (auto* file = std::fopen(script.c_str(), "w")) {
        std::fputs(
            "wrk.method = 'POST'\nwrk.body = '{\"text\":\"two slices of toast with butter and a banana\"}'\n"
            "wrk.headers['Content-Type'] = 'application/json'\n",
            file);
        std::fclose(file);
    }
    auto const base = fmt::format("http://127.0.0.1:{}", server.port());
    auto const token = "-H 'Authorization: Bearer " + token_of(server) + "' ";
    for (auto const& [what, words] :
         {std::pair<std::string, std::string>{"the page's file (floor)", base + "/page.css"},
          {"one food", token + base + "/api/foods/SR:12061"},
          {"a week of the diary",
           token + "'" + base + "/api/diary?from=" + from + "&to=" + store::today() + "'"},
          {"words understood", token + "-s " + script + " " + base + "/api/understand"}}) {
        fmt::print("\n{}, 64 connections for 5 s\n", what);
        std::fflush(stdout);
        if (std::system(("wrk -t1 -c64 -d5s --latency " + words +
                         " | grep -E '50%|99%|Requests/sec|Non-2xx|Socket errors'")
                            .c_str()) != 0)
            fmt::print("  wrk did not run\n");
    }
}

} // namespace

int main() {
    Folder folder;
    auto const path = folder.file("me.sqlite");
    {
        auto store = store::Store::open(path);
        if (!store)
            return fmt::print(stderr, "{}\n", in_words(store.error())), 1;
        auto const diary = ten_years();
        auto const person = store->first_person()->id;
        double const took = milliseconds([&] {
            if (auto const kept = store->add_import(person, "ten years", diary, store::today()); !kept) {
                fmt::print(stderr, "{}\n", in_words(kept.error()));
                std::exit(1);
            }
        });
        fmt::print("{} entries taken in at once: {:.1f} s\n\n", entries, took / 1000);
    }
    fmt::print("{:<44} {:>8} {:>8} {:>8} {:>8}   {}\n", "milliseconds", "p50", "p95", "most", "floor", "aim");
    auto const opened = timed(5, [&](int) {
        auto const server = Server::start({.store_path = path});
        if (!server)
            std::exit(1);
        asked_well(ask(**server, "GET", "/api/diary?from=" + store::today() + "&to=" + store::today()));
    });
    auto const started = Server::start({.store_path = path});
    if (!started)
        return fmt::print(stderr, "{}\n", in_words(started.error())), 1;
    auto const& server = **started;
    double const floor = timed(200, [&](int) { asked_well(ask(server, "GET", "/page.css")); }).p50;
    row("ten years opened, today shown", opened, floor, "300");

    auto const now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    std::chrono::year_month_day const week_ago(now - std::chrono::days(6));
    auto const from =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(week_ago.year()),
                    static_cast<unsigned>(week_ago.month()), static_cast<unsigned>(week_ago.day()));
    row("week view",
        timed(50,
              [&](int) {
                  asked_well(ask(server, "GET", "/api/diary?from=" + from + "&to=" + store::today()));
              }),
        floor, "50");
    std::string const meal = "two slices of whole wheat toast with peanut butter, a banana and a 12 oz latte";
    row("words understood as they are typed",
        timed(static_cast<int>(meal.size()),
              [&](int i) {
                  asked_well(
                      ask(server, "POST", "/api/understand",
                          nlohmann::json{{"text", meal.substr(0, static_cast<std::size_t>(i) + 1)}}.dump()));
              }),
        floor, "20");
    row("foods found as they are typed",
        timed(8,
              [&](int i) {
                  asked_well(ask(server, "GET",
                                 "/api/foods?q=" +
                                     std::string("pumpkins").substr(0, static_cast<std::size_t>(i) + 1)));
              }),
        floor, "20");
    row("a meal logged, on the disk",
        timed(50,
              [&](int) {
                  asked_well(ask(server, "POST", "/api/diary",
                                 nlohmann::json{{"day", store::today()}, {"text", "a banana"}}.dump()));
              }),
        floor, "50");
    row("answer", timed(3, [&](int) { asked_well(ask(server, "GET", "/api/answer")); }), floor, "1000");
    std::vector<int> rude;
    for (int i = 0; i < 1000; ++i) {
        rude.push_back(knock(server.port()));
        send_all(rude.back(), "POST /api/understand HTTP/1.1\r\nContent-Length: 9\r\n\r\n{");
    }
    row("a request while 1000 never finish",
        timed(50, [&](int) { asked_well(ask(server, "GET", "/api/people")); }), floor, "100");
    for (int const socket : rude)
        ::close(socket);
    under_wrk(server, from);
    return 0;
}
