#include "app/server/door.hpp"

#include <array>
#include <sys/random.h>

namespace rheobase::server {

namespace {

bool is_own_host(Door const& door, std::string_view host) {
    auto const port = ":" + std::to_string(door.port);
    return host == "127.0.0.1" + port || host == "localhost" + port;
}

Response forbidden(std::string what, std::string hint) {
    return problem_response(403, {std::move(what), "", std::move(hint)});
}

} // namespace

bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size())
        return false;
    unsigned char volatile differ = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differ = static_cast<unsigned char>(differ | (a[i] ^ b[i]));
    return differ == 0 && !a.empty();
}

std::optional<Response> refused_at(Door const& door, Request const& request) {
    if (!is_own_host(door, request.header("host")))
        return forbidden("this server answers to 127.0.0.1 only", "Open the address that rheobase printed");
    auto const origin = request.header("origin");
    constexpr std::string_view plain = "http://";
    if (!origin.empty() && !(origin.starts_with(plain) && is_own_host(door, origin.substr(plain.size()))))
        return forbidden("another site may not ask this server", "Open the address that rheobase printed");
    if (!request.target_sound)
        return problem_response(400, {"this address cannot be read", "", ""});
    return std::nullopt;
}

std::optional<Response> refused_without_token(Door const& door, Request const& request) {
    auto const site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none")
        return forbidden("another site may not ask this server", "Open the address that rheobase printed");
    constexpr std::string_view scheme = "Bearer ";
    auto const authorization = request.header("authorization");
    bool const header_fits =
        authorization.starts_with(scheme) && same_secret(authorization.substr(scheme.size()), door.token);
    bool const is_report =
        request.method == "GET" && request.path == std::vector<std::string>{"api", "report"};
    if (header_fits || (is_report && same_secret(request.asked("token"), door.token)))
        return std::nullopt;
    return problem_response(401, {"the secret of this address is missing or is an old one", "",
                                  "Open the address that rheobase printed when it was started last"});
}

Response too_large(std::size_t most) {
    return problem_response(413,
                            {"this is larger than the " + std::to_string(most) + " bytes that are taken here",
                             "", "Send less at a time"});
}

std::optional<Response> refused_body(Request const& request, std::optional<std::size_t> length,
                                     std::size_t most) {
    if (length && *length > most)
        return too_large(most);
    if ((!length || *length > 0) && media_type(request.header("content-type")) != "application/json")
        return problem_response(415, {"only JSON is taken here", "Content-Type", "Send application/json"});
    if (!request.header("content-encoding").empty())
        return problem_response(415,
                                {"only JSON as it is is taken here", "Content-Encoding", "Do not pack it"});
    return std::nullopt;
}

Result<std::string> random_token() {
    constexpr std::size_t bytes = 32;
    std::array<unsigned char, bytes> drawn{};
    if (getrandom(drawn.data(), drawn.size(), 0) != static_cast<ssize_t>(drawn.size()))
        return fault("", "this machine gives no random numbers, so no secret address can be made");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (auto const byte : drawn) {
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

} // namespace rheobase::server
