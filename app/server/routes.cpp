#include "app/server/routes.hpp"

#include <cstdio>
#include <exception>

namespace rheobase::server {

namespace {

constexpr std::size_t line = 64U << 10U;
constexpr std::size_t page_of_text = 1U << 20U;
constexpr std::size_t whole_case = 16U << 20U;
constexpr std::size_t whole_file = 96U << 20U; ///< of base64: 72 MB of file

constexpr Route all[] = {
    {"GET", "/api/people", people},
    {"POST", "/api/people", add_person, line},
    {"PUT", "/api/people/{id}", rename_person, line},
    {"DELETE", "/api/people/{id}", erase_person},
    {"GET", "/api/case", get_case},
    {"PUT", "/api/case", put_case, whole_case},
    {"GET", "/api/alarm", get_alarm},
    {"GET", "/api/words", words},
    {"GET", "/api/words/medicines", word_medicines},
    {"GET", "/api/words/conditions", word_conditions},
    {"POST", "/api/understand", understand, line},
    {"GET", "/api/foods", find_foods},
    {"GET", "/api/foods/{id}", one_food},
    {"GET", "/api/diary", diary},
    {"POST", "/api/diary", add_entry, page_of_text},
    {"POST", "/api/diary/repeat", repeat_day, line},
    {"PUT", "/api/diary/{id}", change_entry, page_of_text},
    {"DELETE", "/api/diary/{id}", erase_entry},
    {"POST", "/api/read", read_file, whole_file, Hands::reading},
    {"POST", "/api/read/{id}/keep", keep_file, 0, Hands::reading},
    {"GET", "/api/answer", answer_now, 0, Hands::answering, "answer"},
    {"GET", "/api/answers", answers},
    {"GET", "/api/answers/{id}", answer_given},
    {"POST", "/api/what-if", what_if, page_of_text, Hands::answering, "answer"},
    {"GET", "/api/report", report_page, 0, Hands::answering},
    {"POST", "/api/week", week_plan, line, Hands::answering, "week"},
    {"POST", "/api/interview", interview, whole_case},
    {"GET", "/api/learn", learn},
    {"GET", "/api/learn/{name}", learn_card},
    {"POST", "/api/export", export_all, line, Hands::answering},
    {"POST", "/api/restore", restore_all, whole_file, Hands::answering},
    {"DELETE", "/api/everything", erase_all, line},
};

/// Whether the steps of a path are those of a pattern; what stands for {…} goes to `places`.
bool fits(std::string_view pattern, std::vector<std::string> const& path, std::vector<std::string>& places) {
    places.clear();
    std::size_t step = 0;
    while (!pattern.empty()) {
        pattern.remove_prefix(1); // the slash
        auto const part = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(part.size());
        if (step == path.size())
            return false;
        if (part.starts_with('{'))
            places.push_back(path[step]);
        else if (part != path[step])
            return false;
        ++step;
    }
    return step == path.size();
}

} // namespace

std::span<Route const> routes() {
    return all;
}

Found find_route(Request const& request) {
    std::string methods;
    Found found;
    for (auto const& route : all) {
        if (!fits(route.pattern, request.path, found.places))
            continue;
        if (route.method == request.method) {
            found.route = &route;
            return found;
        }
        methods += (methods.empty() ? "" : ", ") + std::string(route.method);
    }
    if (methods.empty()) {
        found.none = problem_response(404, {"there is nothing at this address", request.address(), ""});
    } else {
        found.none =
            problem_response(405, {"this address takes " + methods + " only", request.address(), ""});
        found.none.headers.emplace_back("Allow", methods);
    }
    return found;
}

Result<nlohmann::json> body_json(std::string_view text) {
    constexpr int deepest = 64;
    struct TooDeep {};
    try {
        return nlohmann::json::parse(text, [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
            if (depth > deepest)
                throw TooDeep{};
            return true;
        });
    } catch (TooDeep const&) {
        return fault("body", "this is nested deeper than anything that is meant here");
    } catch (nlohmann::json::parse_error const& error) {
        return fault("body, byte " + std::to_string(error.byte), "this is no JSON");
    }
}

Response call(Found const& found, Request const& request, Shelf& shelf, std::string today,
              std::function<void(double, std::string const&)> told, std::function<bool()> gone) {
    try {
        nlohmann::json body;
        // An address that takes a body without needing one may be asked without.
        if (found.route->most_body > 0 && !request.body.empty()) {
            body = or_refused(body_json(request.body));
            if (!body.is_object())
                refuse(400, "this must be an object", "body");
        } else if (found.route->most_body > 0) {
            body = nlohmann::json::object();
        }
        Asked asked{request, body, shelf, std::move(today), found.places};
        if (told)
            asked.told = std::move(told);
        if (gone)
            asked.gone = std::move(gone);
        return found.route->answer(asked);
    } catch (Refused const& refused) {
        return refused.response;
    } catch (std::exception const& problem) {
        std::fprintf(stderr, "rheobase serve: %s.\n", problem.what());
        return problem_response(500, {"this is a fault of the program or of the machine, not of your input",
                                      request.address(), "What was kept before is still there"});
    }
}

} // namespace rheobase::server
