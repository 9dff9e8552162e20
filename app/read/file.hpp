// Opening what a person names: a file, standard input, or the files inside a ZIP archive.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

/// Bytes that come piece by piece.
class Stream {
  public:
    Stream() = default;
    Stream(Stream const&) = delete;
    Stream& operator=(Stream const&) = delete;
    virtual ~Stream() = default;

    /// Up to `most` bytes; 0 at the end.
    virtual Result<std::size_t> read(char* into, std::size_t most) = 0;
};

/// A path, or "-" for standard input.
Result<std::unique_ptr<Stream>> open_stream(std::string_view path_or_dash);

/// Bytes in memory, which must outlive the stream.
std::unique_ptr<Stream> stream_of(std::string_view bytes);

/// What `head` holds, then the rest of the stream.
std::unique_ptr<Stream> put_back(std::string head, std::unique_ptr<Stream> rest);

/// The first bytes, fewer only where the stream is shorter.
Result<std::string> first_bytes(Stream& stream, std::size_t count);

/// What a file that is too big would have to be, and what to do about it.
struct TooBig {
    std::string_view of = "diary of this kind"; ///< "… larger than 4 MB, which no diary of this kind is"
    std::string_view hint = "Export a shorter span of days";
};

/// All bytes. Fails with a sentence once there are more than `most`.
Result<std::string> whole(Stream& stream, std::size_t most, std::string_view where,
                          TooBig const& too_big = {});

/// A whole text file or standard input, by the same rule.
Result<std::string> read_file(std::string_view path_or_dash, std::size_t most, TooBig const& too_big = {});

inline bool is_zip(std::string_view head) {
    return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

/// An open ZIP archive.
class Zip {
  public:
    /// From a file, or from bytes that outlive it where `path` is empty.
    static Result<Zip> open(std::string const& path, std::string_view bytes, std::string_view where);
    ~Zip();
    Zip(Zip&& other) noexcept;
    Zip& operator=(Zip&& other) noexcept;
    Zip(Zip const&) = delete;
    Zip& operator=(Zip const&) = delete;

    std::size_t size() const;
    std::string name(std::size_t entry) const; ///< "" where it has none; ends in '/' for a folder
    Result<std::unique_ptr<Stream>> entry(std::size_t entry) const;

  private:
    Zip(void* archive, std::string where) : archive_(archive), where_(std::move(where)) {}
    void* archive_ = nullptr; ///< zip_t; the library's header stays out of ours
    std::string where_;
};

} // namespace rheobase::read
