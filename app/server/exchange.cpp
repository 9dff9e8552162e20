#include "app/server/exchange.hpp"

#include <cstring>
#include <microhttpd.h>

namespace rheobase::server {

std::string event_text(std::string_view event, std::string_view data) {
    std::string out = "event: " + std::string(event) + "\n";
    while (data.ends_with('\n'))
        data.remove_suffix(1);
    for (;;) {
        auto const end = data.find('\n');
        out += "data: " + std::string(data.substr(0, end)) + "\n";
        if (end == data.npos)
            return out + "\n";
        data.remove_prefix(end + 1);
    }
}

void Exchange::wait(MHD_Connection* connection) {
    std::lock_guard const lock(mutex_);
    MHD_suspend_connection(connection);
    aside_ = connection;
}

void Exchange::wake() {
    if (aside_) {
        MHD_resume_connection(aside_);
        aside_ = nullptr;
    }
}

void Exchange::left() {
    std::lock_guard const lock(mutex_);
    gone_ = true;
    aside_ = nullptr;
}

void Exchange::answer(Response response) {
    std::lock_guard const lock(mutex_);
    if (gone_ || answer_)
        return;
    answer_ = std::move(response);
    wake();
}

std::optional<Response> Exchange::take_answer() {
    std::lock_guard const lock(mutex_);
    return std::move(answer_);
}

void Exchange::send(std::string_view event, std::string_view data) {
    std::lock_guard const lock(mutex_);
    if (gone_ || finished_)
        return;
    pending_ += event_text(event, data);
    wake();
}

void Exchange::send_comment() {
    std::lock_guard const lock(mutex_);
    if (gone_ || finished_ || sent_ < pending_.size())
        return;
    pending_ += ":\n\n";
    wake();
}

void Exchange::finish() {
    std::lock_guard const lock(mutex_);
    finished_ = true;
    wake();
}

long Exchange::next(MHD_Connection* connection, char* into, std::size_t most) {
    std::lock_guard const lock(mutex_);
    if (sent_ == pending_.size()) {
        if (finished_)
            return -1;
        pending_.clear();
        sent_ = 0;
        MHD_suspend_connection(connection);
        aside_ = connection;
        return 0;
    }
    auto const count = std::min(most, pending_.size() - sent_);
    std::memcpy(into, pending_.data() + sent_, count);
    sent_ += count;
    return static_cast<long>(count);
}

} // namespace rheobase::server
