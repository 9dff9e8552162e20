// The one store of a running server. Whoever needs it takes it for a moment; nothing long is done while it is
// held.
#pragma once

#include "app/store/store.hpp"

#include <mutex>
#include <sys/types.h>

namespace rheobase::server {

class Shelf {
  public:
    /// "" is the person's own place. Fails as Store::open does.
    static Result<std::unique_ptr<Shelf>> open(std::string const& path);
    Shelf(Shelf const&) = delete;
    Shelf& operator=(Shelf const&) = delete;

    /// `use(store)`, which gives a Result. A file that was erased or exchanged since is opened anew, so that
    /// nothing is kept in a file that is gone.
    template <class Use>
    auto with(Use&& use) -> decltype(use(std::declval<store::Store&>())) {
        std::lock_guard const lock(one_at_a_time_);
        if (auto ready = same_file(); !ready)
            return tl::unexpected(ready.error());
        return use(*store_);
    }

    /// Everything gone from the disk, and a new, empty store in its place.
    Result<void> erase();

    std::string const& path() const { return path_; }

  private:
    explicit Shelf(std::string path) : path_(std::move(path)) {}
    Result<void> reopen();
    Result<void> same_file();

    std::mutex one_at_a_time_;
    std::string path_;
    std::optional<store::Store> store_;
    dev_t device_ = 0;
    ino_t file_ = 0;
};

} // namespace rheobase::server
