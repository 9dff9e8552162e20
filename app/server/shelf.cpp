#include "app/server/shelf.hpp"

#include "app/store/taken_out.hpp"

#include <sys/stat.h>

namespace rheobase::server {

Result<std::unique_ptr<Shelf>> Shelf::open(std::string const& path) {
    std::unique_ptr<Shelf> shelf(new Shelf(path));
    return shelf->reopen().map([&] { return std::move(shelf); });
}

Result<void> Shelf::reopen() {
    store_.reset();
    auto opened = store::Store::open(path_);
    if (!opened)
        return tl::unexpected(opened.error());
    store_.emplace(std::move(*opened));
    path_ = store_->path();
    struct stat now {};
    if (::stat(path_.c_str(), &now) == 0) {
        device_ = now.st_dev;
        file_ = now.st_ino;
    }
    return {};
}

Result<void> Shelf::same_file() {
    struct stat now {};
    if (store_ && ::stat(path_.c_str(), &now) == 0 && now.st_dev == device_ && now.st_ino == file_)
        return {};
    return reopen();
}

Result<void> Shelf::erase() {
    std::lock_guard const lock(one_at_a_time_);
    store_.reset();
    if (auto erased = store::erase_store(path_); !erased)
        return erased;
    return reopen();
}

} // namespace rheobase::server
