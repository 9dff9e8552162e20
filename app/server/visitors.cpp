#include "app/server/visitors.hpp"

#include <sys/socket.h>

namespace rheobase::server {

namespace {

/// The socket stays open, so that its number cannot come to mean another; the server closes it when it sees
/// that nothing more comes.
void show_out(int socket) {
    ::shutdown(socket, SHUT_RDWR);
}

} // namespace

Visitors::Visitor* Visitors::came(int socket) {
    std::lock_guard const lock(mutex_);
    auto* visitor = new Visitor{socket, Clock::now(), false, {}};
    visitor->place = all_.insert(all_.end(), visitor);
    if (all_.size() > crowded_)
        show_out_slowest();
    return visitor;
}

void Visitors::left(Visitor* visitor) {
    std::lock_guard const lock(mutex_);
    all_.erase(visitor->place);
    delete visitor;
}

void Visitors::asked(Visitor* visitor) {
    std::lock_guard const lock(mutex_);
    visitor->ours = true;
}

void Visitors::answered(Visitor* visitor) {
    std::lock_guard const lock(mutex_);
    visitor->ours = false;
    visitor->waiting_since = Clock::now();
    all_.splice(all_.end(), all_, visitor->place);
}

void Visitors::look() {
    std::lock_guard const lock(mutex_);
    auto const now = Clock::now();
    for (auto* visitor : all_)
        if (!visitor->ours && now - visitor->waiting_since > patience_)
            show_out(visitor->socket);
}

void Visitors::show_out_slowest() {
    for (auto* visitor : all_)
        if (!visitor->ours) {
            show_out(visitor->socket);
            // Last in line, so that the next in need of room shows out another.
            all_.splice(all_.end(), all_, visitor->place);
            return;
        }
}

std::size_t Visitors::count() const {
    std::lock_guard const lock(mutex_);
    return all_.size();
}

} // namespace rheobase::server
