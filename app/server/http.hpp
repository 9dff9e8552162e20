// A request and a response as plain values, without a socket.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rheobase::server {

/// Header names in small letters.
using Headers = std::map<std::string, std::string, std::less<>>;

struct Request {
    std::string method;                                    ///< as sent: "GET"
    std::vector<std::string> path;                         ///< "/api/diary/3" is {"api", "diary", "3"}
    std::map<std::string, std::string, std::less<>> query; ///< of a name given twice the first stands
    Headers headers;
    std::string body;
    bool target_sound = true; ///< false: the target was no path that can be read

    /// "" where it was not sent.
    std::string_view header(std::string_view name) const;
    std::string_view asked(std::string_view name) const;
    /// For messages: "/api/diary/3".
    std::string address() const;
};

struct Response {
    int status = 200;
    std::string type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; ///< besides those that every response bears
};

/// Takes apart what stands between the method and the version of a request line. What is percent-encoded is
/// read after the path was cut at its slashes, so that no encoded slash makes a step. Any bytes are met with
/// an answer; a step "." or "..", a control sign or a broken encoding is no sound target.
void read_target(std::string_view target, Request& request);

/// Text with %41 as A; nothing where an encoding is broken.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank);

/// {"problem": {…}}. Bytes that are no UTF-8 come out replaced.
Response problem_response(int status, Problem const& problem);

/// The media type alone, in small letters: "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(std::string_view header);

/// What every response bears: nothing of it is kept, framed, sniffed or read by another site.
std::vector<std::pair<std::string, std::string>> const& common_headers();

/// What the page may do: run and style itself with its own two files and ask this server; nothing else.
extern std::string_view const page_policy;
/// What the report may do: stand there with its own style.
extern std::string_view const report_policy;

} // namespace rheobase::server
