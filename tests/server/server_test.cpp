#include "tests/server/talk.hpp"

#include "app/server/case_parts.hpp"
#include "base/printable.hpp"

#include <chrono>
#include <cstdio>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace rheobase;
using namespace rheobase::server;

namespace {

/// A server on a store of its own.
class Page : public testing::Test {
  protected:
    void SetUp() override {
        auto started = Server::start({.store_path = folder.file("me.sqlite")});
        ASSERT_TRUE(started) << in_words(started.error());
        server = std::move(*started);
    }
    Folder folder;
    std::unique_ptr<Server> server;
};

std::string log_of(std::string const& text) {
    return nlohmann::json{{"day", "2026-03-01"}, {"meal", "lunch"}, {"text", text}}.dump();
}

} // namespace

TEST_F(Page, IsGivenWithoutATokenAndHoldsNothingOfAnybody) {
    auto const page = ask(*server, "GET", "/", "", {{"Authorization", ""}});
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(page.headers.at("referrer-policy"), "no-referrer");
    EXPECT_EQ(page.headers.at("cache-control"), "no-store");
    EXPECT_EQ(page.headers.at("cross-origin-resource-policy"), "same-origin");
    EXPECT_EQ(page.headers.at("cross-origin-opener-policy"), "same-origin");
    EXPECT_NE(page.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(page.headers.count("access-control-allow-origin"), 0U);
}

TEST_F(Page, RefusesWhoHasNoToken) {
    EXPECT_EQ(ask(*server, "GET", "/api/case", "", {{"Authorization", ""}}).status, 401);
    EXPECT_EQ(ask(*server, "GET", "/api/case", "", {{"Authorization", "Bearer x"}}).status, 401);
    EXPECT_EQ(ask(*server, "DELETE", "/api/everything", R"({"sure":true})", {{"Authorization", ""}}).status,
              401);
}

TEST_F(Page, RefusesAForeignHostAndAForeignOrigin) {
    EXPECT_EQ(ask(*server, "GET", "/api/case", "", {{"Host", "evil.example"}}).status, 403);
    EXPECT_EQ(ask(*server, "GET", "/", "", {{"Host", "evil.example"}}).status, 403);
    EXPECT_EQ(ask(*server, "GET", "/api/case", "", {{"Origin", "http://evil.example"}}).status, 403);
    EXPECT_EQ(ask(*server, "POST", "/api/diary", log_of("an apple"), {{"Origin", "null"}}).status, 403);
}

TEST_F(Page, HasNoFilesBesidesItsOwn) {
    for (auto const* target : {"/etc/passwd", "/page.js/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                               "/..%2f..%2fetc/passwd", "/page.html", "/api", "/api/nothing"}) {
        auto const said = ask(*server, "GET", target);
        EXPECT_TRUE(said.status == 404 || said.status == 400) << target << " " << said.status;
        EXPECT_TRUE(said.json().contains("problem"));
    }
    // What is longer than a head may be is refused before anybody reads it, and the server lives on.
    auto const status = ask(*server, "GET", "/" + std::string(100'000, 'a')).status;
    EXPECT_TRUE(status == 414 || status == 431 || status == 0) << status;
    EXPECT_EQ(ask(*server, "GET", "/").status, 200);
}

TEST_F(Page, NamesTheMethodsOfAnAddress) {
    auto const said = ask(*server, "DELETE", "/api/case");
    EXPECT_EQ(said.status, 405);
    EXPECT_EQ(said.headers.at("allow"), "GET, PUT");
}

TEST_F(Page, TakesNoBodyThatIsTooLargeWhateverItSaysOfItself) {
    std::string const large(70'000, ' ');
    EXPECT_EQ(ask(*server, "POST", "/api/understand", large).status, 413);
    // In chunks, whose sum nobody says.
    std::string chunked;
    for (int i = 0; i < 70; ++i)
        chunked += "3e8\r\n" + std::string(1000, ' ') + "\r\n";
    chunked += "0\r\n\r\n";
    auto const said = ask(*server, "POST", "/api/understand", chunked,
                          {{"Content-Length", ""}, {"Transfer-Encoding", "chunked"}});
    EXPECT_EQ(said.status, 413);
}

TEST_F(Page, TakesJsonOnly) {
    for (auto const* type :
         {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
        EXPECT_EQ(ask(*server, "POST", "/api/understand", R"({"text":"an apple"})", {{"Content-Type", type}})
                      .status,
                  415);
    for (auto const* body :
         {"[]", "an apple", "{", "\"\"", R"({"text":1})", R"({"txt":"a"})", "{\"text\":\"\xff\"}"})
        EXPECT_EQ(ask(*server, "POST", "/api/understand", body).status, 400) << body;
    EXPECT_EQ(ask(*server, "POST", "/api/understand", std::string(5000, '[')).status, 400);
}

TEST_F(Page, GivesHostileNamesBackAsText) {
    std::string const hostile = "<img src=x onerror=alert(1)> \"apple\" '; DROP TABLE entry;-- \xE2\x80\xAE";
    auto const added = ask(*server, "POST", "/api/diary", log_of(hostile));
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(added.headers.at("content-type"), "application/json");
    EXPECT_EQ(added.json()["text"], hostile);
    auto const days = ask(*server, "GET", "/api/diary?from=2026-03-01&to=2026-03-01").json()["days"];
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days[0]["entries"][0]["text"], hostile);
    auto const person = ask(*server, "POST", "/api/people", nlohmann::json{{"name", hostile}}.dump());
    // A name stands among other words, whose direction it must not turn.
    EXPECT_EQ(person.json()["name"], printable(hostile));
}

TEST(LayInto, WhatARecordKnowsTakesThePlaceOfANoAndNothingElseGoes) {
    using Json = nlohmann::ordered_json;
    auto kept = Json::parse(R"({"conditions": ["gout", {"code": "epilepsy", "present": false}]})");
    auto const parts = Json::parse(R"({"conditions": [{"code": "epilepsy"}, "gout"]})");
    EXPECT_EQ(lay_into(kept, parts), 1U);
    EXPECT_EQ(kept["conditions"], Json::parse(R"(["gout", {"code": "epilepsy"}])"));
    EXPECT_EQ(lay_into(kept, parts), 0U);
}

TEST_F(Page, SeesAFileByItsContentWhateverItsNameSays) {
    auto const dropped = [&](std::string const& name, std::string const& text) {
        return ask(*server, "POST", "/api/read", nlohmann::json{{"name", name}, {"text", text}}.dump());
    };
    auto const labs = dropped("../../diary.csv", "Test,Result,Unit,Date\nmagnesium,0.62,mmol/L,2026-03-01\n");
    ASSERT_EQ(labs.status, 201) << labs.body;
    EXPECT_EQ(labs.json()["kind"], "labs");
    EXPECT_EQ(labs.json()["name"], "../../diary.csv");
    EXPECT_EQ(dropped("labs.csv", "day,meal,text\n2026-03-01,lunch,100 g almonds\n").json()["kind"], "diary");
    EXPECT_EQ(ask(*server, "POST", "/api/read", R"({"name":"diary.csv","base64":"iVBORw0KGgo="})").status, 400);
    EXPECT_EQ(dropped("diary.csv", "%PDF-1.7\n").status, 400);
    EXPECT_EQ(dropped("case.json", R"({"person":{"age_years":"old"}})").status, 400);
    EXPECT_EQ(dropped("case.json", R"({"person":{"age_years":34}})").json()["kind"], "case");
    EXPECT_EQ(ask(*server, "POST", "/api/read", R"({"name":"a","base64":"!!"})").status, 400);
    EXPECT_EQ(ask(*server, "POST", "/api/read", R"({"name":"a"})").status, 400);
}

TEST_F(Page, KeepsWhatADroppedFileHeldOnceAskedTo) {
    auto const read = ask(
        *server, "POST", "/api/read",
        nlohmann::json{{"name", "labs.csv"}, {"text", "test,value,unit,days_ago\nmagnesium,0.62,mmol/L,3\n"}}
            .dump());
    ASSERT_EQ(read.status, 201) << read.body;
    EXPECT_FALSE(ask(*server, "GET", "/api/case").json().contains("labs"));
    auto const keep = "/api/read/" + std::to_string(read.json()["id"].get<int>()) + "/keep";
    auto const kept = ask(*server, "POST", keep);
    ASSERT_EQ(kept.status, 200) << kept.body;
    EXPECT_EQ(kept.json()["kept"], 1);
    auto const labs = ask(*server, "GET", "/api/case").json()["labs"];
    ASSERT_EQ(labs.size(), 1U);
    EXPECT_EQ(labs[0]["value"], 0.62);
    EXPECT_EQ(ask(*server, "POST", keep).status, 404) << "kept once";
}

TEST_F(Page, AnswersWhileAThousandConnectionsNeverFinish) {
    std::vector<int> rude;
    for (int i = 0; i < 1000; ++i) {
        int const socket = knock(server->port());
        if (socket < 0)
            break;
        send_all(socket, i % 3 == 0   ? ""
                         : i % 3 == 1 ? "GET /api/case HTTP/1.1\r\nHost: "
                                      : "POST /api/understand HTTP/1.1\r\nContent-Length: 60\r\n\r\n{");
        rude.push_back(socket);
    }
    EXPECT_GE(rude.size(), 1000U);
    auto const begun = std::chrono::steady_clock::now();
    auto const said = ask(*server, "GET", "/api/people");
    std::printf("With %zu connections open a request took %.1f ms.\n", rude.size(),
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    EXPECT_EQ(said.status, 200);
    for (int const socket : rude)
        ::close(socket);
}

TEST(Server, ShowsOutWhoIsTooSlow) {
    Folder folder;
    auto server =
        Server::start({.store_path = folder.file("me.sqlite"), .patience = std::chrono::milliseconds(200)});
    ASSERT_TRUE(server);
    int const slow = knock((*server)->port());
    ASSERT_TRUE(send_all(slow, "GET / HTTP/1.1\r\n"));
    bool out = false;
    // Drips, so that it is never silent for long.
    for (int i = 0; i < 100 && !out; ++i) {
        usleep(50'000);
        (*server)->look_round();
        out = !send_all(slow, "x");
    }
    EXPECT_TRUE(out);
    ::close(slow);
}

TEST(Server, MakesRoomWhenItIsCrowded) {
    Folder folder;
    auto server = Server::start({.store_path = folder.file("me.sqlite"), .most_connections = 40});
    ASSERT_TRUE(server);
    std::vector<int> idle;
    for (int i = 0; i < 200; ++i)
        idle.push_back(knock((*server)->port()));
    EXPECT_EQ(ask(**server, "GET", "/api/people").status, 200);
    for (int const socket : idle)
        if (socket >= 0)
            ::close(socket);
}

TEST_F(Page, TellsHowFarAnAnswerIsAndGivesItLast) {
    auto const said = ask(*server, "GET", "/api/answer", "", {{"Accept", "text/event-stream"}});
    EXPECT_EQ(said.status, 200);
    EXPECT_EQ(said.headers.at("content-type"), "text/event-stream");
    EXPECT_TRUE(said.body.starts_with("event: progress\n")) << said.body.substr(0, 200);
    auto const last = said.body.rfind("event: answer\ndata: ");
    ASSERT_NE(last, std::string::npos) << said.body.substr(0, 500);
    EXPECT_EQ(said.body.find("event: ", last + 1), std::string::npos);
    EXPECT_TRUE(said.body.ends_with("\n\n"));
    EXPECT_EQ(ask(*server, "GET", "/api/answers").json()["answers"].size(), 1U);
}

TEST_F(Page, GoesOnWhenSomebodyLeavesInTheMiddleOfAnAnswer) {
    for (int i = 0; i < 3; ++i) {
        int const socket = knock(server->port());
        send_all(socket, "GET /api/answer HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server->port()) +
                             "\r\nAuthorization: Bearer " + token_of(*server) +
                             "\r\nAccept: text/event-stream\r\n\r\n");
        ::close(socket);
    }
    server->look_round();
    EXPECT_EQ(ask(*server, "GET", "/api/people").status, 200);
}

TEST_F(Page, ToldToStopAnswersWhoWaitsAndTakesNobodyElse) {
    int const socket = knock(server->port());
    send_all(socket, "GET /api/answer HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server->port()) +
                         "\r\nAuthorization: Bearer " + token_of(*server) + "\r\nConnection: close\r\n\r\n");
    usleep(20'000);
    server->stop();
    EXPECT_LT(knock(server->port()), 0);
    auto const status = parsed(receive_all(socket, 5)).status;
    EXPECT_TRUE(status == 503 || status == 200 || status == 0) << status;
    ::close(socket);
}

TEST(Server, OnATakenPortIsOneSentence) {
    Folder folder;
    auto const first = Server::start({.store_path = folder.file("a.sqlite")});
    ASSERT_TRUE(first);
    auto const second = Server::start({.port = (*first)->port(), .store_path = folder.file("b.sqlite")});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().where, "port " + std::to_string((*first)->port()));
    EXPECT_NE(second.error().what.find("taken"), std::string::npos);
}

TEST(Server, TwoOnOneStoreSeeEachOthersEntriesAndLoseNone) {
    Folder folder;
    auto const a = Server::start({.store_path = folder.file("me.sqlite")});
    auto const b = Server::start({.store_path = folder.file("me.sqlite")});
    ASSERT_TRUE(a && b);
    constexpr int each = 20;
    for (int i = 0; i < each; ++i) {
        EXPECT_EQ(ask(**a, "POST", "/api/diary", log_of("an apple")).status, 201);
        EXPECT_EQ(ask(**b, "POST", "/api/diary", log_of("a banana")).status, 201);
    }
    for (auto const* server : {a->get(), b->get()})
        EXPECT_EQ(ask(*server, "GET", "/api/diary").json()["days"][0]["entries"].size(), 2U * each);
    // One of them erases everything; the other goes on in the new, empty store.
    EXPECT_EQ(ask(**a, "DELETE", "/api/everything", R"({"sure":true})").status, 200);
    EXPECT_TRUE(ask(**b, "GET", "/api/diary").json()["days"].empty());
    EXPECT_EQ(ask(**b, "POST", "/api/diary", log_of("an apple")).status, 201);
    EXPECT_EQ(ask(**a, "GET", "/api/diary").json()["days"].size(), 1U);
}
