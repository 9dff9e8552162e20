#include "tests/server/talk.hpp"

#include <arpa/inet.h>
#include <cstdlib>
#include <sys/socket.h>
#include <unistd.h>

namespace rheobase::server {

Folder::Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "rheobase_server_XXXXXX").string();
    path = mkdtemp(pattern.data());
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

int knock(int port) {
    int const made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (made >= 0 && ::connect(made, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0)
        return made;
    if (made >= 0)
        ::close(made);
    return -1;
}

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string receive_all(int socket, int seconds) {
    timeval const patience{seconds, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string out;
    char block[65536];
    for (;;) {
        auto const got = ::recv(socket, block, sizeof block, 0);
        if (got <= 0)
            return out;
        out.append(block, static_cast<std::size_t>(got));
    }
}

Said parsed(std::string const& raw) {
    Said said;
    auto const end = raw.find("\r\n\r\n");
    if (end == raw.npos || !raw.starts_with("HTTP/1."))
        return said;
    said.status = std::atoi(raw.c_str() + 9);
    for (std::size_t at = raw.find("\r\n") + 2; at < end;) {
        auto const stop = raw.find("\r\n", at);
        auto const colon = raw.find(':', at);
        std::string name = raw.substr(at, colon - at);
        for (char& c : name)
            c = static_cast<char>(std::tolower(c));
        said.headers[name] = raw.substr(colon + 2, stop - colon - 2);
        at = stop + 2;
    }
    said.body = raw.substr(end + 4);
    if (said.headers["transfer-encoding"] == "chunked") {
        std::string joined;
        for (std::size_t at = 0; at < said.body.size();) {
            auto const size = std::strtoul(said.body.c_str() + at, nullptr, 16);
            at = said.body.find("\r\n", at) + 2;
            if (size == 0)
                break;
            joined += said.body.substr(at, size);
            at += size + 2;
        }
        said.body = joined;
    }
    return said;
}

std::string token_of(Server const& server) {
    auto const address = server.address();
    return address.substr(address.find("token=") + 6);
}

Said ask(Server const& server, std::string const& method, std::string const& target, std::string const& body,
         std::map<std::string, std::string> headers) {
    std::map<std::string, std::string> all{{"Host", "127.0.0.1:" + std::to_string(server.port())},
                                           {"Authorization", "Bearer " + token_of(server)},
                                           {"Connection", "close"}};
    if (!body.empty()) {
        all["Content-Type"] = "application/json";
        all["Content-Length"] = std::to_string(body.size());
    }
    for (auto& [name, value] : headers)
        all[name] = value;
    std::string head = method + " " + target + " HTTP/1.1\r\n";
    for (auto const& [name, value] : all)
        if (!value.empty())
            head += name + ": " + value + "\r\n";
    int const socket = knock(server.port());
    if (socket < 0)
        return {};
    send_all(socket, head + "\r\n" + body);
    auto const said = parsed(receive_all(socket));
    ::close(socket);
    return said;
}

} // namespace rheobase::server
