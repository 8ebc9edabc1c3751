#!/bin/sh
. ./common.sh
version=v2.8.2
need_go 24 "which oapi-codegen needs"
[ -x "$cache/oapi-codegen-$version/oapi-codegen" ] ||
  GOBIN="$cache/oapi-codegen-$version" go install "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@$version" >&2
mkdir -p client
"$cache/oapi-codegen-$version/oapi-codegen" -package client -generate types,client -o client/client.go contract.yaml >&2
GOFLAGS=-mod=mod go build -o harness . >&2
exec ./harness
