// Any bytes as the address and the body of a request: taken apart, found, refused or read, and never a crash.
// A step of a path never climbs, and whatever is refused is refused in JSON.
#include "app/server/base64.hpp"
#include "app/server/door.hpp"
#include "app/server/routes.hpp"

#include <cstdint>
#include <cstdlib>

using namespace rheobase::server;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    // method, target, host, authorization, content type, body: a line each, the rest the body
    std::string_view parts[6];
    auto rest = bytes;
    for (auto& part : parts) {
        auto const end = &part == &parts[5] ? rest.npos : rest.find('\n');
        part = rest.substr(0, end);
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    Request request;
    request.method = parts[0];
    read_target(parts[1], request);
    request.headers = {{"host", std::string(parts[2])},
                       {"authorization", std::string(parts[3])},
                       {"content-type", std::string(parts[4])}};
    for (auto const& step : request.path)
        if (request.target_sound &&
            (step.empty() || step == "." || step == ".." || step.find('\n') != step.npos))
            std::abort();
    Door const door{"t", 1};
    auto const in_json = [](std::optional<Response> const& refused) {
        if (refused && !nlohmann::json::accept(refused->body))
            std::abort();
    };
    in_json(refused_at(door, request));
    in_json(refused_without_token(door, request));
    in_json(refused_body(request, parts[5].size(), 1000));
    auto const found = find_route(request);
    if (!found.route)
        in_json(found.none);
    (void)body_json(parts[5]);
    if (auto const decoded = base64_decoded(parts[5]))
        if (base64_decoded(base64_encoded(*decoded)) != decoded)
            std::abort();
    return 0;
}
