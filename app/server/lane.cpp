#include "app/server/lane.hpp"

namespace rheobase::server {

Lane::Lane(std::size_t most_waiting) : most_(most_waiting), thread_([this] { run(); }) {}

Lane::~Lane() {
    close();
    thread_.join();
}

bool Lane::add(std::function<void()> work) {
    {
        std::lock_guard const lock(mutex_);
        if (closing_ || waiting_.size() >= most_)
            return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void Lane::close() {
    std::deque<std::function<void()>> dropped;
    {
        std::lock_guard const lock(mutex_);
        closing_ = true;
        dropped.swap(waiting_);
    }
    changed_.notify_one();
}

bool Lane::idle() const {
    std::lock_guard const lock(mutex_);
    return !working_ && waiting_.empty();
}

void Lane::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
        if (closing_)
            return;
        auto work = std::move(waiting_.front());
        waiting_.pop_front();
        working_ = true;
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
        working_ = false;
    }
}

} // namespace rheobase::server
