#!/usr/bin/env bash
# Configures and builds one preset, showing progress on stderr: build.sh release
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
log=build/$preset.configure.log
mkdir -p build
if [ ! -f "build/$preset/build.ninja" ]; then
    echo "Setting up the $preset build" >&2
    if ! cmake --preset "$preset" >"$log" 2>&1; then
        cat "$log" >&2
        exit 3
    fi
fi
# Ninja rewrites one line on a terminal; elsewhere only the outcome and faults are worth a line.
if [ -t 2 ]; then
    cmake --build --preset "$preset" >&2
else
    start=$SECONDS
    if ! cmake --build --preset "$preset" >"build/$preset.build.log" 2>&1; then
        cat "build/$preset.build.log" >&2
        exit 3
    fi
    echo "Built $preset in $((SECONDS - start)) s" >&2
fi
