#!/bin/sh
. ./common.sh
command -v go >/dev/null || missing "go is missing"
GOTOOLCHAIN=local GOFLAGS=-mod=mod go build -o harness . >&2
exec ./harness
