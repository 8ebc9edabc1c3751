#!/bin/sh
# mint.sh WORK BASE_URL: compiles the client in WORK/client with main.go and runs it. 77 means that a tool is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v go >/dev/null || { echo "go is missing" >&2; exit 77; }
cp "$here/main.go" "$here/go.mod" "$1"
cd "$1"
GOTOOLCHAIN=local GOFLAGS=-mod=mod go build -o mint . >&2
./mint "$2"
