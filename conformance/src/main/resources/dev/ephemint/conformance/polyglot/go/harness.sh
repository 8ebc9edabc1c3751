#!/bin/sh
. ./common.sh
need_go 18 "which type parameters need"
GOFLAGS=-mod=mod go build -o harness . >&2
exec ./harness
