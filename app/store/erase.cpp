// The end of a store: overwritten, then removed, with the two files that SQLite keeps beside it.
#include "app/store/place.hpp"
#include "app/store/schema.hpp"
#include "app/store/taken_out.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace rheobase::store {

namespace {

/// Zeros over every byte, on the disk before the name goes. A disk that copies what it overwrites may keep
/// old bytes; docs/store.md says so.
Result<void> overwrite_and_remove(std::string const& path) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return errno == ENOENT ? Result<void>()
                               : fault(path, "it cannot be opened for erasing", "Erase it by hand");
    struct stat about {};
    bool sound = ::fstat(file, &about) == 0;
    constexpr std::array<char, 65536> zeros{};
    for (off_t left = about.st_size; sound && left > 0;) {
        auto const written =
            ::write(file, zeros.data(), std::min<std::size_t>(zeros.size(), static_cast<std::size_t>(left)));
        sound = written > 0;
        left -= written;
    }
    sound = sound && ::fsync(file) == 0;
    ::close(file);
    if (::unlink(path.c_str()) != 0)
        return fault(path, "it cannot be removed", "Erase it by hand");
    if (!sound)
        return fault(path, "it was removed, but could not be overwritten first");
    return {};
}

} // namespace

Result<void> erase_store(std::string const& named) {
    auto const path = named.empty() ? own_place() : Result<std::string>(named);
    if (!path)
        return tl::unexpected(path.error());
    auto const found = look_at(*path, newest_form);
    // What is damaged or newer is still the person's to erase; what is no store of ours is not.
    if (!found && found.error().what == no_store(*path).what)
        return tl::unexpected(found.error());
    std::error_code trouble;
    if (!std::filesystem::exists(*path, trouble))
        return fault(*path, std::string(not_there), "Nothing is kept there");
    // What stands beside it goes first: it may hold what the file does not yet.
    for (auto const* beside : {"-wal", "-shm", "-journal", ""})
        if (auto const done = overwrite_and_remove(*path + beside); !done)
            return done;
    return {};
}

} // namespace rheobase::store
