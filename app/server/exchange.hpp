// One request and its answer while both are under way, between the thread of the network and the thread that
// works. Who works never touches a connection that is gone.
#pragma once

#include "app/server/routes.hpp"

#include <atomic>
#include <memory>
#include <mutex>

struct MHD_Connection;

namespace rheobase::server {

class Exchange {
  public:
    Request request;
    Found found;
    std::size_t most_body = 0;
    bool head_seen = false;
    bool too_large = false;

    /// Put aside until there is something to send. Called by the network's thread.
    void wait(MHD_Connection* connection);
    /// The connection is gone: whatever comes is dropped.
    void left();
    bool gone() const { return gone_; }

    // An answer in one piece.
    void answer(Response response);
    std::optional<Response> take_answer();

    // An answer piece by piece.
    void send(std::string_view event, std::string_view data);
    void send_comment(); ///< nothing that is read, to see whether anybody is still there
    void finish();
    /// The next bytes; 0 where the connection is put aside until there are some, -1 at the end.
    long next(MHD_Connection* connection, char* into, std::size_t most);

  private:
    void wake(); ///< with the mutex held

    std::mutex mutex_;
    MHD_Connection* aside_ = nullptr; ///< the connection that waits
    std::atomic<bool> gone_ = false;
    std::optional<Response> answer_;
    std::string pending_;
    std::size_t sent_ = 0;
    bool finished_ = false;
};

/// A server-sent event: every line of the data on a line of its own.
std::string event_text(std::string_view event, std::string_view data);

} // namespace rheobase::server
