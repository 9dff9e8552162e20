// Who may come in: judged from the head of a request, before a byte of its body is taken.
//
// The server is on this machine only, but every page that the browser has open could send to it. Three things
// keep them out: the name the request was sent to (a foreign name that was pointed at this machine), the site
// that sent it, and a secret that only the page opened from the printed address knows.
#pragma once

#include "app/server/http.hpp"

namespace rheobase::server {

struct Door {
    std::string token; ///< of the address that was printed
    int port = 0;
};

/// Nothing where the request may go on; else what to answer. Holds for every address, the page's too.
std::optional<Response> refused_at(Door const& door, Request const& request);

/// For what is under /api: the token, and no other site even as a link. A report may bring the token in its
/// address, because a tab that opens it can send no header.
std::optional<Response> refused_without_token(Door const& door, Request const& request);

/// For a body of `length` bytes (nothing where it was not said) where at most `most` are taken.
std::optional<Response> refused_body(Request const& request, std::optional<std::size_t> length,
                                     std::size_t most);
Response too_large(std::size_t most);

/// Compared in a time that does not tell how much of it fits.
bool same_secret(std::string_view a, std::string_view b);

/// 256 random bits from the system, as letters that an address may hold.
Result<std::string> random_token();

} // namespace rheobase::server
