// A text locked with a passphrase: Argon2id makes the key (libsodium's crypto_pwhash), XChaCha20-Poly1305 in
// parts locks it (crypto_secretstream), so that a changed, cut or exchanged part is noticed.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace rheobase::store {

/// An empty passphrase is a problem.
Result<std::string> sealed(std::string_view text, std::string_view passphrase);

/// Known by its first bytes.
bool is_sealed(std::string_view bytes);

/// A wrong passphrase and a damaged file cannot be told apart; the problem says so.
Result<std::string> unsealed(std::string_view bytes, std::string_view passphrase);

} // namespace rheobase::store
