#include "app/server/base64.hpp"
#include "app/server/exchange.hpp"
#include "app/server/http.hpp"
#include "app/server/page.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace rheobase::server;

namespace {

Request target(std::string_view written) {
    Request request;
    read_target(written, request);
    return request;
}

} // namespace

TEST(Target, IsCutBeforeItIsDecodedSoThatAnEncodedSlashMakesNoStep) {
    auto const request = target("/api/foods/SR%3A0107%2F7?q=a%20b+c&q=second&limit=");
    EXPECT_TRUE(request.target_sound);
    EXPECT_EQ(request.path, (std::vector<std::string>{"api", "foods", "SR:0107/7"}));
    EXPECT_EQ(request.asked("q"), "a b c");
    EXPECT_EQ(request.asked("limit"), "");
    EXPECT_EQ(request.asked("none"), "");
}

TEST(Target, IsNotSoundWhereItClimbsOrHidesSomething) {
    for (auto const* odd : {"/../etc/passwd", "/api/../case", "/%2e%2e/etc", "/api/%2E", "/.", "//etc",
                            "/api/", "/api/%0d%0aSet-Cookie", "/api/%00", "/%", "/%4", "/%zz", "/?q=%", "",
                            "api", "*", "http://evil.example/", "\\"})
        EXPECT_FALSE(target(odd).target_sound) << odd;
}

TEST(Target, OfAMillionSignsIsReadLikeAnyOther) {
    auto const request = target("/api/" + std::string(1'000'000, 'x'));
    EXPECT_TRUE(request.target_sound);
    EXPECT_FALSE(page_file(request));
}

TEST(Problems, OfHostileBytesComeBackAsJsonText) {
    auto const response =
        problem_response(400, {"no food is called <script>alert(1)</script>\"\n", "\xff\xfe", ""});
    auto const json = nlohmann::json::parse(response.body);
    EXPECT_EQ(json["problem"]["what"], "no food is called <script>alert(1)</script>\"\n");
    EXPECT_EQ(response.type, "application/json");
}

TEST(Base64, GivesBackWhatWasWritten) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
        EXPECT_EQ(base64_decoded(base64_encoded(bytes)), bytes);
        bytes += static_cast<char>(i * 7);
    }
    EXPECT_EQ(base64_decoded("TWFu"), "Man");
    EXPECT_EQ(base64_decoded("TWE"), "Ma");
    EXPECT_EQ(base64_decoded("TWE="), "Ma");
}

TEST(Base64, RefusesWhatIsNone) {
    for (auto const* odd : {"T", "TW Fu", "TWFu\n", "TWF*", "TW=u", "TWFuT", "T==="})
        EXPECT_FALSE(base64_decoded(odd)) << odd;
}

TEST(Events, OfSeveralLinesStayOneEvent) {
    EXPECT_EQ(event_text("answer", "{\n}\n"), "event: answer\ndata: {\ndata: }\n\n");
    EXPECT_EQ(event_text("progress", ""), "event: progress\ndata: \n\n");
}

TEST(PageFiles, BearsAPolicyThatAllowsItsOwnTwoFilesOnly) {
    for (auto const* part : {"/", "/page.js", "/page.css"}) {
        auto request = target(part);
        request.method = "GET";
        auto const file = page_file(request);
        ASSERT_TRUE(file) << part;
        EXPECT_FALSE(file->body.empty());
        bool policy = false;
        for (auto const& [name, value] : file->headers)
            policy = policy || (name == "Content-Security-Policy" && value == page_policy);
        EXPECT_TRUE(policy);
        request.method = "POST";
        EXPECT_EQ(page_file(request)->status, 405);
    }
    EXPECT_EQ(page_policy.find("unsafe"), page_policy.npos);
}
