#include "app/read/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/core.h>
#include <sys/stat.h>
#include <zip.h>

namespace rheobase::read {

namespace {

class FileStream final : public Stream {
  public:
    FileStream(std::FILE* file, std::string where) : file_(file), where_(std::move(where)) {}
    ~FileStream() override {
        if (file_ != stdin)
            std::fclose(file_);
    }
    Result<std::size_t> read(char* into, std::size_t most) override {
        auto const got = std::fread(into, 1, most, file_);
        if (got < most && std::ferror(file_))
            return fault(where_, fmt::format("reading stopped: {}", std::strerror(errno)));
        return got;
    }

  private:
    std::FILE* file_;
    std::string where_;
};

class MemoryStream final : public Stream {
  public:
    explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
    Result<std::size_t> read(char* into, std::size_t most) override {
        auto const count = std::min(most, bytes_.size());
        if (count > 0)
            std::memcpy(into, bytes_.data(), count);
        bytes_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view bytes_;
};

class PutBackStream final : public Stream {
  public:
    PutBackStream(std::string head, std::unique_ptr<Stream> rest)
        : head_(std::move(head)), first_(head_), rest_(std::move(rest)) {}
    Result<std::size_t> read(char* into, std::size_t most) override {
        auto const got = first_.read(into, most);
        return *got > 0 || most == 0 ? got : rest_->read(into, most);
    }

  private:
    std::string head_;
    MemoryStream first_;
    std::unique_ptr<Stream> rest_;
};

class ZipEntryStream final : public Stream {
  public:
    ZipEntryStream(zip_file_t* file, std::string where) : file_(file), where_(std::move(where)) {}
    ~ZipEntryStream() override { zip_fclose(file_); }
    Result<std::size_t> read(char* into, std::size_t most) override {
        auto const got = zip_fread(file_, into, most);
        if (got < 0)
            return fault(where_,
                         fmt::format("this part of the archive is damaged ({})", zip_file_strerror(file_)),
                         "Export or download the archive again");
        return static_cast<std::size_t>(got);
    }

  private:
    zip_file_t* file_;
    std::string where_;
};

zip_t* as_zip(void* archive) {
    return static_cast<zip_t*>(archive);
}

} // namespace

Result<std::unique_ptr<Stream>> open_stream(std::string_view path_or_dash) {
    if (path_or_dash == "-")
        return std::make_unique<FileStream>(stdin, "standard input");
    std::string const path(path_or_dash);
    struct stat about = {};
    if (stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode))
        return fault(path, "this is a folder", "Name a file inside it");
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (!file)
        return fault(path, fmt::format("the file cannot be opened: {}", std::strerror(errno)),
                     "Check the name and where it lies");
    return std::make_unique<FileStream>(file, path);
}

std::unique_ptr<Stream> stream_of(std::string_view bytes) {
    return std::make_unique<MemoryStream>(bytes);
}

std::unique_ptr<Stream> put_back(std::string head, std::unique_ptr<Stream> rest) {
    return std::make_unique<PutBackStream>(std::move(head), std::move(rest));
}

Result<std::string> first_bytes(Stream& stream, std::size_t count) {
    std::string head(count, '\0');
    std::size_t got = 0;
    while (got < count) {
        auto const more = stream.read(head.data() + got, count - got);
        if (!more)
            return tl::unexpected(more.error());
        if (*more == 0)
            break;
        got += *more;
    }
    head.resize(got);
    return head;
}

Result<std::string> whole(Stream& stream, std::size_t most, std::string_view where, TooBig const& too_big) {
    constexpr std::size_t piece = 1 << 16;
    std::string bytes;
    for (;;) {
        auto const before = bytes.size();
        bytes.resize(before + piece);
        auto const got = stream.read(bytes.data() + before, piece);
        if (!got)
            return tl::unexpected(got.error());
        bytes.resize(before + *got);
        if (*got == 0)
            return bytes;
        if (bytes.size() > most)
            return fault(
                std::string(where),
                fmt::format("the file is larger than {} MB, which no {} is", most / 1'000'000, too_big.of),
                std::string(too_big.hint));
    }
}

Result<std::string> read_file(std::string_view path_or_dash, std::size_t most, TooBig const& too_big) {
    return open_stream(path_or_dash).and_then([&](auto stream) {
        return whole(*stream, most, path_or_dash == "-" ? "standard input" : path_or_dash, too_big);
    });
}

Result<Zip> Zip::open(std::string const& path, std::string_view bytes, std::string_view where) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = path.empty()
                                     ? zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error)
                                     : zip_source_file_create(path.c_str(), 0, -1, &error);
    zip_t* const archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
        std::string const why = zip_error_strerror(&error);
        if (source)
            zip_source_free(source);
        zip_error_fini(&error);
        return fault(
            std::string(where),
            fmt::format("the ZIP archive cannot be opened, perhaps because it is only half there ({})", why),
            "Export or download it again");
    }
    zip_error_fini(&error);
    return Zip(archive, std::string(where));
}

Zip::~Zip() {
    if (archive_)
        zip_discard(as_zip(archive_));
}
Zip::Zip(Zip&& other) noexcept
    : archive_(std::exchange(other.archive_, nullptr)), where_(std::move(other.where_)) {}
Zip& Zip::operator=(Zip&& other) noexcept {
    std::swap(archive_, other.archive_);
    std::swap(where_, other.where_);
    return *this;
}

std::size_t Zip::size() const {
    return static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_get_num_entries(as_zip(archive_), 0)));
}

std::string Zip::name(std::size_t entry) const {
    char const* const text = zip_get_name(as_zip(archive_), entry, 0);
    return text ? text : "";
}

Result<std::unique_ptr<Stream>> Zip::entry(std::size_t entry) const {
    std::string const where = where_ + ": " + name(entry);
    zip_file_t* const file = zip_fopen_index(as_zip(archive_), entry, 0);
    if (!file) {
        zip_error_t* const error = zip_get_error(as_zip(archive_));
        bool const locked =
            zip_error_code_zip(error) == ZIP_ER_NOPASSWD || zip_error_code_zip(error) == ZIP_ER_WRONGPASSWD;
        return fault(
            where,
            locked ? "the archive is locked with a password"
                   : fmt::format("this part of the archive cannot be read ({})", zip_error_strerror(error)),
            locked ? "Unpack it and give the file inside" : "Export or download the archive again");
    }
    return std::make_unique<ZipEntryStream>(file, where);
}

} // namespace rheobase::read
