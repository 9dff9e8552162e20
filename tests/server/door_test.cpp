#include "app/server/door.hpp"

#include <gtest/gtest.h>

using namespace rheobase::server;

namespace {

Door const door{"secret-of-today", 8000};

Request sent(std::string_view target, Headers headers = {{"host", "127.0.0.1:8000"}}) {
    Request request;
    request.method = "GET";
    request.headers = std::move(headers);
    read_target(target, request);
    return request;
}

int status(std::optional<Response> const& response) {
    return response ? response->status : 0;
}

} // namespace

TEST(Door, LetsInWhoWasSentToThisMachineByItsOwnPage) {
    EXPECT_EQ(status(refused_at(door, sent("/"))), 0);
    EXPECT_EQ(status(refused_at(
                  door, sent("/", {{"host", "localhost:8000"}, {"origin", "http://localhost:8000"}}))),
              0);
}

TEST(Door, RefusesAForeignHostSoThatANamePointedHereOpensNothing) {
    for (auto const* host : {"evil.example:8000", "127.0.0.1", "127.0.0.1:8001",
                             "127.0.0.1:8000.evil.example", "evil.example", "", "127.0.0.1:80000"})
        EXPECT_EQ(status(refused_at(door, sent("/api/case", {{"host", host}}))), 403) << host;
    EXPECT_EQ(status(refused_at(door, sent("/api/case", {}))), 403);
}

TEST(Door, RefusesAForeignOrigin) {
    for (auto const* origin : {"http://evil.example", "null", "https://127.0.0.1:8000",
                               "http://127.0.0.1:8001", "http://127.0.0.1:8000.evil.example", "file://"})
        EXPECT_EQ(status(refused_at(door, sent("/", {{"host", "127.0.0.1:8000"}, {"origin", origin}}))), 403)
            << origin;
}

TEST(Door, AsksForTheWholeTokenAndNothingElse) {
    auto const with = [](std::string const& authorization) {
        return sent("/api/case", {{"host", "127.0.0.1:8000"}, {"authorization", authorization}});
    };
    EXPECT_EQ(status(refused_without_token(door, with("Bearer secret-of-today"))), 0);
    for (auto const* wrong : {"", "Bearer ", "Bearer secret-of-toda", "Bearer secret-of-todayx",
                              "Basic secret-of-today", "secret-of-today", "bearer secret-of-today"})
        EXPECT_EQ(status(refused_without_token(door, with(wrong))), 401) << wrong;
    EXPECT_EQ(status(refused_without_token(door, sent("/api/case"))), 401);
}

TEST(Door, OpensToNobodyWhereThereIsNoToken) {
    EXPECT_FALSE(same_secret("", ""));
}

TEST(Door, TakesATokenInTheAddressForTheReportAlone) {
    EXPECT_EQ(status(refused_without_token(door, sent("/api/report?token=secret-of-today"))), 0);
    EXPECT_EQ(status(refused_without_token(door, sent("/api/report?token=another"))), 401);
    EXPECT_EQ(status(refused_without_token(door, sent("/api/case?token=secret-of-today"))), 401);
    auto posted = sent("/api/report?token=secret-of-today");
    posted.method = "POST";
    EXPECT_EQ(status(refused_without_token(door, posted)), 401);
}

TEST(Door, RefusesAnotherSiteEvenWithTheToken) {
    for (auto const* site : {"cross-site", "same-site"})
        EXPECT_EQ(
            status(refused_without_token(door, sent("/api/case", {{"host", "127.0.0.1:8000"},
                                                                  {"authorization", "Bearer secret-of-today"},
                                                                  {"sec-fetch-site", site}}))),
            403);
}

TEST(Door, TakesNoBodyThatIsTooLargeOrOfAnotherType) {
    auto const of = [](char const* type) { return sent("/api/case", {{"content-type", type}}); };
    EXPECT_EQ(status(refused_body(of("application/json"), 10, 10)), 0);
    EXPECT_EQ(status(refused_body(of("Application/JSON; charset=utf-8"), 10, 10)), 0);
    EXPECT_EQ(status(refused_body(of("application/json"), 11, 10)), 413);
    for (auto const* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                             "application/jsonx", "text/json"})
        EXPECT_EQ(status(refused_body(of(type), 5, 10)), 415) << type;
    EXPECT_EQ(status(refused_body(of("text/plain"), std::nullopt, 10)), 415) << "of a length it does not say";
    EXPECT_EQ(status(refused_body(of(""), 0, 10)), 0) << "nothing sent has no type";
}

TEST(Door, DrawsAnotherTokenEachTime) {
    auto const a = random_token(), b = random_token();
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->size(), 64U);
    EXPECT_NE(*a, *b);
}
