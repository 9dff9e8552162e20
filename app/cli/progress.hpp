// A long run as its user sees it: how far it is, and Ctrl-C as a wish to stop and keep what is done.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace rheobase::cli {

/// While one lives, the first Ctrl-C is a wish that `wished` tells of; the second ends the program as ever.
class StopWish {
  public:
    StopWish();
    ~StopWish();
    StopWish(StopWish const&) = delete;
    StopWish& operator=(StopWish const&) = delete;

    static bool wished();
};

/// One line on standard error that is written over again and again, once a run takes more than a second.
class Progress {
  public:
    explicit Progress(bool shown);
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    /// From any thread.
    void told(int done, int people);
    void searched(long nodes, long most);

  private:
    /// Whether it is time for a line; then the next is due a while later.
    bool due();
    void write(std::string const& line);

    std::mutex one_writer_;
    std::chrono::steady_clock::time_point begun_, next_;
    bool shown_;
    bool written_ = false;
};

} // namespace rheobase::cli
