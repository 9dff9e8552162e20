// The server on this machine: one thread waits for the network, one answers what takes a moment, one does
// what takes long. libmicrohttpd is seen by its source alone.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace rheobase::server {

struct Settings {
    int port = 0;                ///< 0: a free one
    std::string store_path = {}; ///< "": the person's own place
    std::string token = {};      ///< "": drawn anew
    std::chrono::milliseconds patience =
        std::chrono::seconds(30);        ///< for a request to come, or an answer to go
    std::size_t most_connections = 4096; ///< fewer where the machine gives fewer files
    std::size_t most_waiting = 256;      ///< of short work; of long work an eighth
};

class Server {
  public:
    /// Fails where the store cannot be opened or the port is taken.
    static Result<std::unique_ptr<Server>> start(Settings const& settings);
    /// Stops as `stop` does, then waits for long work under way.
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    int port() const;
    /// "http://127.0.0.1:8000/?token=…"
    std::string address() const;
    std::string const& store_path() const;

    /// To be called about once a second: shows out the slow, and finds out who of those that wait has left.
    void look_round();

    /// Answers nobody any more. Whoever waits is told so.
    void stop();
    /// Whether no work is under way.
    bool idle() const;

  private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace rheobase::server
