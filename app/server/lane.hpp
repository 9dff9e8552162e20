// A thread that does work one piece after another, from a queue that does not grow without end.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rheobase::server {

class Lane {
  public:
    explicit Lane(std::size_t most_waiting);
    /// Waits for the piece being done; what waits is dropped.
    ~Lane();
    Lane(Lane const&) = delete;
    Lane& operator=(Lane const&) = delete;

    /// False where the queue is full or the lane is closing: the work will not be done.
    bool add(std::function<void()> work);

    /// Takes nothing more, and drops what waits.
    void close();
    bool idle() const;

  private:
    void run();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    std::size_t most_;
    bool closing_ = false;
    bool working_ = false;
    std::thread thread_;
};

} // namespace rheobase::server
