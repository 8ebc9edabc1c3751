#!/bin/sh
# mint.sh WORK BASE_URL: compiles the client in WORK/client with main.rs and runs it. 77 means that a tool is missing.
# Cargo.toml pins what the client uses; a lock file would name the registry that it was made with.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v cargo >/dev/null || { echo "cargo is missing" >&2; exit 77; }
cargo --version | awk '{split($2, v, "."); exit !(v[1] > 1 || v[2] >= 85)}' ||
  { echo "cargo is older than 1.85, which the client's HTTP library needs" >&2; exit 77; }
mkdir -p "$1/src"
cp "$here/Cargo.toml" "$1"
cp "$here/src/main.rs" "$1/src"
CARGO_TARGET_DIR="$1/target" cargo run --quiet --manifest-path "$1/Cargo.toml" -- "$2"
