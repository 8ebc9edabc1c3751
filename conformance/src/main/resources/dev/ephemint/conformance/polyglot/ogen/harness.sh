#!/bin/sh
. ./common.sh
version=v1.24.0
need_go 25 "which ogen needs"
[ -x "$cache/ogen-$version/ogen" ] ||
  GOBIN="$cache/ogen-$version" go install "github.com/ogen-go/ogen/cmd/ogen@$version" >&2
"$cache/ogen-$version/ogen" --target client --package client --clean contract.yaml >generator.log 2>&1 ||
  { cat generator.log >&2; exit 1; }
GOFLAGS=-mod=mod go build -o harness . >&2
exec ./harness
