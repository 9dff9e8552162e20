#include "app/store/place.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace rheobase::store {

namespace {

namespace fs = std::filesystem;

/// A number as SQLite writes it in the head of a file: the high byte first.
std::uint32_t number_at(std::array<unsigned char, 100> const& head, std::size_t at, int bytes) {
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | head[at + static_cast<std::size_t>(i)];
    return value;
}

bool holds_bytes(fs::path const& path) {
    std::error_code trouble;
    auto const size = fs::file_size(path, trouble);
    return !trouble && size > 0;
}

} // namespace

Problem too_new(std::string const& path) {
    return {"this store was made by a newer Rheobase, so it is not used and left as it is", path,
            "Use that newer program, or name another file with --store"};
}

Problem no_store(std::string const& path) {
    return {"this file is not a store of Rheobase, so it is left as it is", path,
            "Name another file with --store"};
}

Problem damaged(std::string const& path) {
    return {"the store is damaged, so it is not used and left as it is", path,
            "Put back a copy, or move the file away and begin anew"};
}

Result<std::string> own_place() {
    char const* data = std::getenv("XDG_DATA_HOME");
    char const* home = std::getenv("HOME");
    fs::path folder;
    // By its specification a path that is not absolute counts as not set.
    if (data && *data == '/')
        folder = data;
    else if (home && *home == '/')
        folder = fs::path(home) / ".local" / "share";
    else
        return fault("store", "neither XDG_DATA_HOME nor HOME names a folder, so there is no place for it",
                     "Name a file with --store");
    std::error_code trouble;
    fs::create_directories(folder, trouble);
    folder /= "rheobase";
    if (!trouble && ::mkdir(folder.c_str(), 0700) != 0 && !fs::is_directory(folder, trouble))
        trouble = std::make_error_code(std::errc::not_a_directory);
    if (trouble)
        return fault(folder.string(), "this folder cannot be made", "Name a file with --store");
    return (folder / "rheobase.sqlite").string();
}

Result<void> make_private(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    bool const mine = file >= 0 && ::fchmod(file, 0600) == 0;
    if (file >= 0)
        ::close(file);
    if (!mine)
        return fault(path, "it cannot be opened for writing",
                     "Choose a file in a folder that exists and that you may write to");
    // What is beside it was made with its mode; a copy that was put back may not have been.
    for (auto const* beside : {"-wal", "-shm"})
        (void)::chmod((path + beside).c_str(), 0600);
    return {};
}

Result<Found> look_at(std::string const& path, int newest_form) {
    std::error_code trouble;
    auto const status = fs::status(path, trouble);
    if (!fs::exists(status)) {
        if (holds_bytes(path + "-wal"))
            return tl::unexpected(damaged(path));
        return Found::nothing;
    }
    if (!fs::is_regular_file(status))
        return tl::unexpected(no_store(path));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fault(path, "it cannot be opened for reading", "Choose a file that you may read");
    std::array<unsigned char, 100> head{};
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    auto const got = file.gcount();
    if (got == 0) {
        // Made and never written to; what SQLite has beside it would belong to a file that was emptied.
        if (holds_bytes(path + "-wal"))
            return tl::unexpected(damaged(path));
        return Found::nothing;
    }
    constexpr std::string_view magic("SQLite format 3\0", 16);
    if (got < static_cast<std::streamsize>(head.size()) ||
        std::string_view(reinterpret_cast<char const*>(head.data()), magic.size()) != magic)
        return tl::unexpected(no_store(path));
    constexpr std::size_t page_size_at = 16, form_at = 60, application_at = 68;
    auto const form = number_at(head, form_at, 4);
    auto const application = number_at(head, application_at, 4);
    // Between being made and its first form a store has neither; then its tables are looked for.
    if (application != static_cast<std::uint32_t>(application_id) && (application != 0 || form != 0))
        return tl::unexpected(no_store(path));
    if (form > static_cast<std::uint32_t>(newest_form))
        return tl::unexpected(too_new(path));
    auto const page = number_at(head, page_size_at, 2);
    auto const bytes_a_page = page == 1 ? 65536U : page;
    if (bytes_a_page < 512 || fs::file_size(path, trouble) % bytes_a_page != 0)
        return tl::unexpected(damaged(path));
    return Found::ours;
}

} // namespace rheobase::store
