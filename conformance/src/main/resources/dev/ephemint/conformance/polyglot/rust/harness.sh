#!/bin/sh
# Cargo.toml pins what the client uses; a lock file would name the registry that it was made with.
. ./common.sh
command -v cargo >/dev/null || missing "cargo is missing"
cargo --version | awk '{split($2, v, "."); exit !(v[1] > 1 || v[2] >= 85)}' ||
  missing "cargo is older than 1.85, which the client's HTTP library needs"
CARGO_TARGET_DIR="$cache/rust" cargo build --quiet >&2
cp "$cache/rust/debug/harness" harness
exec ./harness
