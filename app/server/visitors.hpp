// Every open connection and since when it has kept us waiting. Who sends too slowly is shown out, and when it
// gets crowded whoever has waited longest without asking anything.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>

namespace rheobase::server {

class Visitors {
  public:
    using Clock = std::chrono::steady_clock;

    struct Visitor {
        int socket = -1;
        Clock::time_point waiting_since;
        bool ours = false; ///< we are working for it: the delay is not its own
        std::list<Visitor*>::iterator place;
    };

    /// `crowded`: from so many on the slowest go.
    Visitors(Clock::duration patience, std::size_t crowded) : patience_(patience), crowded_(crowded) {}

    Visitor* came(int socket);
    void left(Visitor* visitor);
    /// The whole request is here.
    void asked(Visitor* visitor);
    /// Its answer is being sent, or it is idle again.
    void answered(Visitor* visitor);

    /// Shows out whoever has been too slow.
    void look();

    std::size_t count() const;

  private:
    void show_out_slowest();

    mutable std::mutex mutex_;
    std::list<Visitor*> all_; ///< who has kept us waiting longest stands first
    Clock::duration patience_;
    std::size_t crowded_;
};

} // namespace rheobase::server
