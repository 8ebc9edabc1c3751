#!/bin/sh
# run.sh ARGUMENT...: builds calls.go and runs it. 77 means that a tool is missing.
cd "$(dirname "$0")"
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
command -v go >/dev/null || missing "go is missing"
go version | awk '{sub("go", "", $3); split($3, v, "."); exit !(v[1] > 1 || v[2] >= 26)}' ||
  missing "go is older than 1.26, which OpenAI's SDK needs"
work=../../../../target/sdk-go
mkdir -p "$work"
cp go.mod calls.go "$work"
cd "$work"
GOTOOLCHAIN=local GOFLAGS=-mod=mod go build -o calls . >&2
exec ./calls "$@"
