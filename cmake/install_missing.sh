#!/usr/bin/env bash
# Installs the Debian packages that are not there yet, in one apt call, saying which: install_missing.sh build test bench
set -euo pipefail

build=(build-essential cmake ninja-build ccache mold pkg-config
    libfmt-dev libexpected-dev libcli11-dev nlohmann-json3-dev libvalijson-dev libexpat1-dev libzip-dev
    libmicrohttpd-dev librandom123-dev libtbb-dev coinor-libcbc-dev libsqlite3-dev libsodium-dev)
test=(libgtest-dev libgmock-dev librapidcheck-dev clang-19 libclang-rt-19-dev chromium fonts-dejavu-core libsundials-dev)
# A Node that came from elsewhere brings its own npm and does not stand beside Debian's: only a command that is not
# there is asked for.
command -v node >/dev/null || test+=(nodejs)
command -v npm >/dev/null || test+=(npm)
bench=(wrk libbenchmark-dev hyperfine libsundials-dev neuron neuron-dev python3-neuron glpk-utils coinor-cbc)

missing=()
for set in "$@"; do
    declare -n wanted=$set
    for package in "${wanted[@]}"; do
        # Only a package that is fully installed counts: one that was removed leaves its name behind.
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
    done
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These Debian packages are missing: ${missing[*]}" >&2
        echo "Install them as root (apt-get install ${missing[*]}), then run this again." >&2
        exit 3
    fi
    as_root=(sudo)
fi
echo "Installing from Debian: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq >&2
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
