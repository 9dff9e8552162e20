// Every address the page may ask, with its method, how much it takes and which function answers.
#pragma once

#include "app/server/api.hpp"

#include <span>

namespace rheobase::server {

/// Who does the work. What takes long must not hold what takes a moment, and the reading of a huge file
/// neither.
enum class Hands { quick, answering, reading };

struct Route {
    std::string_view method, pattern; ///< "PUT", "/api/diary/{id}"
    Response (*answer)(Asked const&);
    std::size_t most_body = 0; ///< bytes; 0: takes no body
    Hands hands = Hands::quick;
    std::string_view event = {}; ///< the name of its last event where it is asked for as a stream
};

std::span<Route const> routes();

/// The route of a request and what stands in its address for {id} or {name}; or 404, or 405 with the methods
/// that the address has.
struct Found {
    Route const* route = nullptr;
    std::vector<std::string> places;
    Response none; ///< where there is no route
};
Found find_route(Request const& request);

/// Bytes as JSON, or a problem. Depth is bounded.
Result<nlohmann::json> body_json(std::string_view text);

/// Calls the route; whatever it meets becomes a response. `asked.body` is read from the request.
Response call(Found const& found, Request const& request, Shelf& shelf, std::string today,
              std::function<void(double, std::string const&)> told = {}, std::function<bool()> gone = {});

} // namespace rheobase::server
