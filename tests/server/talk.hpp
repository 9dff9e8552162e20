// A client as plain as can be, so that tests can also be rude.
#pragma once

#include "app/server/server.hpp"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace rheobase::server {

/// A folder of its own that goes with the test.
struct Folder {
    Folder();
    ~Folder();
    std::string file(std::string const& name) const { return (path / name).string(); }
    std::filesystem::path path;
};

struct Said {
    int status = 0;                             ///< 0: no answer came
    std::map<std::string, std::string> headers; ///< names in small letters
    std::string body;
    nlohmann::json json() const { return nlohmann::json::parse(body); }
};

/// An open socket to a port of this machine; -1 where none can be had.
int knock(int port);
/// Sends all of it; false where the other side is gone.
bool send_all(int socket, std::string_view bytes);
/// Everything that comes until the other side closes, or `seconds` pass without a byte.
std::string receive_all(int socket, int seconds = 60);
/// A whole answer taken apart; chunks are joined.
Said parsed(std::string const& raw);

/// A request as the page sends it. `headers` stand in place of those it would bear.
Said ask(Server const& server, std::string const& method, std::string const& target,
         std::string const& body = {}, std::map<std::string, std::string> headers = {});

std::string token_of(Server const& server);

} // namespace rheobase::server
