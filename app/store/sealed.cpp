#include "app/store/sealed.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sodium.h>

namespace rheobase::store {

namespace {

// The file: the mark, the salt, the header of the stream, then parts of 64 kB, each with its tag. The last
// one is marked as last, so that a file which was cut is noticed.
constexpr std::string_view mark = "rheobase sealed 1\n";
constexpr std::size_t part_size = 65536;
constexpr std::size_t tag_size = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t stream_header = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t head_size = mark.size() + crypto_pwhash_SALTBYTES + stream_header;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

/// A key that is wiped when it is no longer needed.
struct Key {
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes{};
    Key() = default;
    Key(Key const&) = delete;
    Key& operator=(Key const&) = delete;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

/// libsodium's "moderate" costs: a quarter of a gigabyte and about a second, so that guessing is dear.
bool make_key(Key& key, std::string_view passphrase, unsigned char const* salt) {
    return crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), salt,
                         crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                         crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Problem no_memory() {
    return {"the key could not be made", "passphrase",
            "It takes 256 MB of memory; close something and try again"};
}

Problem locked() {
    return {"it could not be unlocked: the passphrase is another, or the file was changed or cut",
            "passphrase", "Check the passphrase, or take another copy of the file"};
}

} // namespace

bool is_sealed(std::string_view bytes) {
    return bytes.starts_with(mark);
}

Result<std::string> sealed(std::string_view text, std::string_view passphrase) {
    if (passphrase.empty())
        return fault("passphrase", "it is empty", "A few words that others do not know are good");
    if (sodium_init() < 0)
        return tl::unexpected(no_memory());
    std::string out(head_size, '\0');
    std::copy(mark.begin(), mark.end(), out.begin());
    auto* salt = bytes_of(out) + mark.size();
    randombytes_buf(salt, crypto_pwhash_SALTBYTES);
    Key key;
    if (!make_key(key, passphrase, salt))
        return tl::unexpected(no_memory());
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, salt + crypto_pwhash_SALTBYTES, key.bytes.data());
    std::string part(part_size + tag_size, '\0');
    bool last = false;
    while (!last) {
        auto const size = std::min(part_size, text.size());
        last = size == text.size();
        unsigned long long made = 0;
        crypto_secretstream_xchacha20poly1305_push(&state, bytes_of(part), &made, bytes_of(text), size,
                                                   nullptr, 0,
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                        : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        out.append(part, 0, made);
        text.remove_prefix(size);
    }
    sodium_memzero(&state, sizeof state);
    return out;
}

Result<std::string> unsealed(std::string_view bytes, std::string_view passphrase) {
    if (!is_sealed(bytes) || bytes.size() < head_size || sodium_init() < 0)
        return tl::unexpected(locked());
    auto const* salt = bytes_of(bytes) + mark.size();
    Key key;
    if (!make_key(key, passphrase, salt))
        return tl::unexpected(no_memory());
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, salt + crypto_pwhash_SALTBYTES,
                                                        key.bytes.data()) != 0)
        return tl::unexpected(locked());
    bytes.remove_prefix(head_size);
    std::string out;
    std::string part(part_size, '\0');
    unsigned char tag = 0;
    while (!bytes.empty() && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        auto const size = std::min(part_size + tag_size, bytes.size());
        unsigned long long got = 0;
        if (size < tag_size ||
            crypto_secretstream_xchacha20poly1305_pull(&state, bytes_of(part), &got, &tag, bytes_of(bytes),
                                                       size, nullptr, 0) != 0)
            return tl::unexpected(locked());
        out.append(part, 0, got);
        bytes.remove_prefix(size);
    }
    sodium_memzero(&state, sizeof state);
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL || !bytes.empty())
        return tl::unexpected(locked());
    return out;
}

} // namespace rheobase::store
