// The description that the page is written by, held against the routes and against what they answer.
#include "app/read/case.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/json/week.hpp"
#include "app/server/base64.hpp"
#include "app/server/openapi.hpp"
#include "app/server/routes.hpp"
#include "tests/schema/kept_schema.hpp"
#include "tests/server/talk.hpp"

#include <chrono>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <set>

using namespace rheobase;
using namespace rheobase::server;

namespace {

using Any = nlohmann::json;

/// The document with the carried schemas in the place of the references to their files.
Any const& described() {
    static Any const document = [] {
        auto out = Any::parse(openapi());
        auto& schemas = out.at("components").at("schemas");
        schemas["Case"] = Any::parse(read::case_schema());
        schemas["Answer"] = Any::parse(report::answer_schema());
        schemas["Week"] = Any::parse(report::week_schema());
        for (auto const* name : {"Case", "Answer", "Week"}) {
            schemas[name].erase("$id");
            schemas[name].erase("$schema");
        }
        return out;
    }();
    return document;
}

std::string lower(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(c));
    return text;
}

/// What is wrong with an answer, by the schema of its address, method and status.
std::string faults(std::string const& method, std::string const& pattern, Said const& said) {
    auto const& operation = described().at("paths").at(pattern).at(lower(method));
    auto const status = std::to_string(said.status);
    if (!operation.at("responses").contains(status))
        return "no answer with status " + status + " is described";
    auto const& response = operation.at("responses").at(status);
    if (!response.contains("content"))
        return said.body.empty() ? "" : "a body where none is described";
    auto const type = said.headers.at("content-type").substr(0, said.headers.at("content-type").find(';'));
    if (!response.at("content").contains(type))
        return "no " + type + " is described";
    if (type != "application/json")
        return "";
    auto schema = response.at("content").at(type).at("schema");
    schema["components"] = described().at("components");
    if (schema.contains("$ref")) // beside a reference nothing else counts
        schema = {{"allOf", {{{"$ref", schema.at("$ref")}}}}, {"components", described().at("components")}};
    return KeptSchema(schema.dump()).faults_in(Any::parse(said.body));
}

} // namespace

TEST(OpenApi, AndTheRoutesNameTheSameAddressesAndMethods) {
    std::set<std::string> in_document, in_routes;
    for (auto const& [path, methods] : described().at("paths").items())
        for (auto const& [method, operation] : methods.items())
            if (path.starts_with("/api/"))
                in_document.insert(lower(method) + " " + path);
    for (auto const& route : routes())
        in_routes.insert(lower(std::string(route.method)) + " " + std::string(route.pattern));
    EXPECT_EQ(in_document, in_routes);
    EXPECT_TRUE(described().at("paths").contains("/"));
}

TEST(OpenApi, SaysWhichRoutesTakeABodyAndWhichStream) {
    for (auto const& route : routes()) {
        auto const& operation =
            described().at("paths").at(std::string(route.pattern)).at(lower(std::string(route.method)));
        EXPECT_EQ(operation.contains("requestBody"), route.most_body > 0) << route.pattern;
        bool streams = false;
        for (auto const& [status, response] : operation.at("responses").items())
            streams = streams ||
                      (response.contains("content") && response.at("content").contains("text/event-stream"));
        EXPECT_EQ(streams, !route.event.empty()) << route.pattern;
    }
}

TEST(OpenApi, FaultyAnswersAreFound) {
    Said said{200, {{"content-type", "application/json"}}, R"({"people":[{"id":0,"name":"Me"}]})"};
    EXPECT_NE(faults("GET", "/api/people", said), "");
    said.body = R"({"people":[{"id":1,"name":"Me"}]})";
    EXPECT_EQ(faults("GET", "/api/people", said), "");
    said.body = R"({"people":[],"more":1})";
    EXPECT_NE(faults("GET", "/api/people", said), "");
}

TEST(OpenApi, DescribesEveryAnswerOfAWalkThroughAllRoutes) {
    Folder folder;
    auto const started = Server::start({.store_path = folder.file("me.sqlite")});
    ASSERT_TRUE(started) << in_words(started.error());
    auto const& server = **started;
    std::set<std::string> walked;
    // The days an answer reads end today.
    auto const days_ago = [](int days) {
        std::chrono::year_month_day const day(
            std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) -
            std::chrono::days(days));
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                           static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    };
    auto const first = days_ago(4), second = days_ago(3), third = days_ago(2);
    auto const go = [&](int status, std::string const& method, std::string const& pattern,
                        std::string const& target, Any const& body = nullptr) {
        auto const said = ask(server, method, target, body.is_null() ? "" : body.dump());
        EXPECT_EQ(said.status, status) << method << " " << target << " " << said.body.substr(0, 500);
        EXPECT_EQ(faults(method, pattern, said), "") << method << " " << target;
        if (status < 300)
            walked.insert(method + " " + pattern);
        return said;
    };
    go(200, "GET", "/", "/");
    go(200, "GET", "/page.js", "/page.js");
    go(200, "GET", "/page.css", "/page.css");
    go(200, "GET", "/api/people", "/api/people");
    auto const other = go(201, "POST", "/api/people", "/api/people", {{"name", "Ada"}}).json()["id"].dump();
    go(400, "POST", "/api/people", "/api/people", {{"name", " "}});
    go(200, "PUT", "/api/people/{id}", "/api/people/" + other, {{"name", "Grace"}});
    go(404, "PUT", "/api/people/{id}", "/api/people/9999", {{"name", "Grace"}});
    go(200, "GET", "/api/case", "/api/case?person=" + other);
    go(204, "DELETE", "/api/people/{id}", "/api/people/" + other);
    go(404, "GET", "/api/case", "/api/case?person=" + other);
    go(200, "GET", "/api/case", "/api/case");
    Any const whole{
        {"person", {{"age_years", 34}, {"sex", "female"}, {"country", "GB"}}},
        {"symptoms", {{{"code", "twitch"}, {"present", true}, {"since_days", 10}}}},
        {"labs", {{{"analyte", "magnesium"}, {"value", 0.8}, {"unit", "mmol/L"}, {"days_ago", 3}}}}};
    go(200, "PUT", "/api/case", "/api/case", whole);
    go(400, "PUT", "/api/case", "/api/case", {{"person", 3}});
    EXPECT_TRUE(go(200, "GET", "/api/alarm", "/api/alarm").json()["alarm"].is_null());
    auto grave = whole;
    grave["labs"] = {{{"analyte", "potassium"}, {"value", 7.1}, {"unit", "mmol/L"}, {"days_ago", 0}}};
    EXPECT_EQ(go(200, "PUT", "/api/case", "/api/case", grave).json()["alarm"]["call"], "999");
    EXPECT_EQ(go(200, "GET", "/api/alarm", "/api/alarm").json()["alarm"]["because"].empty(), false);
    EXPECT_TRUE(go(200, "PUT", "/api/case", "/api/case", whole).json()["alarm"].is_null());
    go(200, "GET", "/api/words", "/api/words");
    EXPECT_FALSE(
        go(200, "GET", "/api/words/medicines", "/api/words/medicines?q=ome").json()["medicines"].empty());
    EXPECT_FALSE(go(200, "GET", "/api/words/conditions", "/api/words/conditions?q=kidney")
                     .json()["conditions"]
                     .empty());
    go(400, "GET", "/api/words/conditions", "/api/words/conditions");
    auto const understood =
        go(200, "POST", "/api/understand", "/api/understand", {{"text", "two slices of toast and a banana"}})
            .json();
    ASSERT_GE(understood["foods"].size(), 2U);
    go(200, "POST", "/api/understand", "/api/understand", {{"text", "xyzzy"}});
    go(200, "GET", "/api/foods", "/api/foods?q=almonds&limit=3");
    std::string const food = understood["foods"][0]["id"];
    go(200, "GET", "/api/foods/{id}", "/api/foods/" + food);
    go(404, "GET", "/api/foods/{id}", "/api/foods/none");
    go(201, "POST", "/api/diary", "/api/diary", {{"day", first}, {"text", "a banana"}, {"meal", "lunch"}});
    auto const entry = go(201, "POST", "/api/diary", "/api/diary",
                          {{"day", first},
                           {"text", "toast"},
                           {"time", "08:30"},
                           {"foods", {{{"id", food}, {"grams", 60}}, {{"id", food}, {"grams", nullptr}}}}})
                           .json();
    EXPECT_TRUE(entry["foods"][1]["grams"]["mid"].is_null());
    auto const at = "/api/diary/" + entry["id"].dump();
    go(200, "PUT", "/api/diary/{id}", at,
       {{"day", first}, {"text", "toast"}, {"foods", {{{"id", food}, {"grams", 90}}}}});
    go(400, "PUT", "/api/diary/{id}", at,
       {{"day", first}, {"text", "toast"}, {"foods", {{{"id", food}, {"grams", -1}}}}});
    go(201, "POST", "/api/diary/repeat", "/api/diary/repeat", {{"from", first}, {"to", second}});
    auto const days =
        go(200, "GET", "/api/diary", "/api/diary?from=" + first + "&to=" + second).json()["days"];
    EXPECT_EQ(days.size(), 2U);
    go(400, "GET", "/api/diary", "/api/diary?from=yesterday");
    go(204, "DELETE", "/api/diary/{id}", at);
    go(404, "DELETE", "/api/diary/{id}", at);
    auto const read =
        go(201, "POST", "/api/read", "/api/read",
           {{"name", "week.csv"}, {"text", "day,meal,text\n" + third + ",lunch,100 g almonds\n"}})
            .json();
    go(200, "POST", "/api/read/{id}/keep", "/api/read/" + read["id"].dump() + "/keep");
    go(404, "POST", "/api/read/{id}/keep", "/api/read/9999/keep");
    go(200, "GET", "/api/answer", "/api/answer");
    auto const history = go(200, "GET", "/api/answers", "/api/answers").json()["answers"];
    ASSERT_EQ(history.size(), 1U);
    go(200, "GET", "/api/answers/{id}", "/api/answers/" + history[0]["id"].dump());
    go(404, "GET", "/api/answers/{id}", "/api/answers/9999");
    auto const if_so =
        go(200, "POST", "/api/what-if", "/api/what-if",
           {{"changes",
             {{"case",
               {{"labs", {{{"analyte", "potassium"}, {"value", 7.1}, {"unit", "mmol/L"}, {"days_ago", 0}}}}}},
              {"add_foods", {{{"id", food}, {"grams", 500}}}}}}})
            .json();
    EXPECT_EQ(if_so["answer"]["urgency"], "emergency");
    std::set<std::string> kinds;
    for (auto const& one : if_so["moved"])
        kinds.insert(one["kind"]);
    EXPECT_TRUE(kinds.contains("urgency") && kinds.contains("intake")) << if_so["moved"].dump();
    go(400, "POST", "/api/what-if", "/api/what-if", {{"changes", {{"leave_foods", {"none"}}}}});
    EXPECT_EQ(go(200, "GET", "/api/answers", "/api/answers").json()["answers"].size(), 1U)
        << "nothing was kept";
    go(200, "GET", "/api/report", "/api/report");
    go(200, "POST", "/api/week", "/api/week", {{"span", "swaps"}, {"wishes", {{"cheap", true}}}});
    go(400, "POST", "/api/week", "/api/week", {{"span", "year"}});
    Any put = Any::array();
    bool red = false, done = false;
    for (int i = 0; i < 100 && !done; ++i) {
        auto const said =
            go(200, "POST", "/api/interview", "/api/interview", {{"known", whole}, {"asked", put}}).json();
        done = said.contains("done");
        if (done) {
            EXPECT_EQ(said["case"]["person"]["age_years"], 34);
            break;
        }
        red = red || said["question"]["red_flag"].get<bool>();
        auto const kind = said["question"]["kind"].get<std::string>();
        put.push_back({{"question", said["question"]["id"]},
                       {"answer", kind == "list" ? "none"
                                  : i % 2 == 0   ? "skip"
                                                 : "unknown"}});
    }
    EXPECT_TRUE(red && done);
    auto const opening =
        go(200, "POST", "/api/interview", "/api/interview", {{"known", whole}, {"asked", Any::array()}})
            .json();
    EXPECT_TRUE(opening["alarm"].is_null());
    Any ticked = Any::array();
    ticked.push_back(
        {{"question", opening["question"]["id"]}, {"answer", opening["question"]["answers"][0]["id"]}});
    auto const alarmed =
        go(200, "POST", "/api/interview", "/api/interview", {{"known", whole}, {"asked", ticked}}).json();
    EXPECT_EQ(alarmed["urgency"] == "emergency", alarmed["alarm"].is_object());
    EXPECT_NE(alarmed["case"], opening["case"]) << "every answer stands in the case at once";
    go(400, "POST", "/api/interview", "/api/interview",
       {{"known", whole}, {"asked", {{{"question", "no.such"}, {"answer", "skip"}}}}});
    go(400, "POST", "/api/interview", "/api/interview", {{"known", whole}});
    go(200, "GET", "/api/learn", "/api/learn");
    go(200, "GET", "/api/learn/{name}", "/api/learn/magnesium");
    go(404, "GET", "/api/learn/{name}", "/api/learn/xyzzyqq");
    auto const all = go(200, "POST", "/api/export", "/api/export", {{"format", "json"}}).body;
    go(200, "POST", "/api/export", "/api/export", {{"format", "csv"}});
    go(200, "POST", "/api/export", "/api/export", {{"format", "fhir"}});
    auto const locked =
        go(200, "POST", "/api/export", "/api/export", {{"format", "json"}, {"passphrase", "correct horse"}})
            .body;
    EXPECT_EQ(locked.find("almonds"), std::string::npos);
    go(409, "POST", "/api/restore", "/api/restore", {{"base64", base64_encoded(all)}});
    go(200, "DELETE", "/api/everything", "/api/everything", {{"sure", true}});
    go(400, "DELETE", "/api/everything", "/api/everything", {{"sure", false}});
    EXPECT_TRUE(go(200, "GET", "/api/diary", "/api/diary").json()["days"].empty());
    go(400, "POST", "/api/restore", "/api/restore",
       {{"base64", base64_encoded(locked)}, {"passphrase", "wrong"}});
    go(200, "POST", "/api/restore", "/api/restore",
       {{"base64", base64_encoded(locked)}, {"passphrase", "correct horse"}});
    EXPECT_EQ(go(200, "GET", "/api/diary", "/api/diary").json()["days"].size(), 3U);

    for (auto const& route : routes())
        EXPECT_TRUE(walked.contains(std::string(route.method) + " " + std::string(route.pattern)))
            << "not walked: " << route.method << " " << route.pattern;
}
