#!/bin/sh
# After a build: generates the Java sources of all modules again and fails if one differs. Takes about half a minute.
set -eu
cd "$(dirname "$0")/.."
modules="spec server client"
sources=target/generated-sources/openapi
first=$(mktemp -d)
trap 'rm -rf "$first"' EXIT

for module in $modules; do cp -R "$module/$sources" "$first/$module"; done
timeout 600 mvn -B -q "$@" -pl "$(echo "$modules" | tr ' ' ,)" -Dcodegen.skipIfSpecIsUnchanged=false \
  openapi-generator:generate@contract
for module in $modules; do
  diff -r --exclude=.openapi-generator "$first/$module" "$module/$sources" || { echo "$module: generated sources differ" >&2; exit 1; }
done
