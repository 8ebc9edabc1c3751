#!/bin/sh
# Lints and bundles the contract and applies the overlays. Everything goes to target/, nothing needs the network once npm ci ran.
set -eu
cd "$(dirname "$0")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
tree=src/main/openapi
out=target/contract/dev/ephemint/contract

if ! command -v npm >/dev/null || ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null; then
  echo "Node is missing or too old: install Node 20.19 or newer with npm (https://nodejs.org); it lints and bundles the contract." >&2
  exit 1
fi
if ! cmp -s package-lock.json node_modules/.package-lock.installed; then
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.package-lock.installed
fi

redocly() {
  node node_modules/@redocly/cli/bin/cli.js "$@" >target/redocly.log 2>&1 || { cat target/redocly.log >&2; exit 1; }
}

mkdir -p "$out/dialects" target/generation
redocly lint "$tree/openapi.yaml"
redocly bundle "$tree/openapi.yaml" -o "$out/openapi.yaml"
redocly bundle "$out/openapi.yaml" -o "$out/openapi.json"
redocly bundle "$out/openapi.yaml" --overlay "$tree/generation.yaml" -o target/generation/openapi.yaml
# A dialect is the bundle under its overlays, from what vendors have in common to what is its own.
dialect() {
  document="$out/dialects/$1.json"
  overlays=
  for overlay in shared/vendor "$2" "$3" "$1"; do
    overlays="$overlays --overlay $tree/overlays/$overlay.yaml"
  done
  # shellcheck disable=SC2086
  redocly bundle "$out/openapi.yaml" $overlays --remove-unused-components -o "$document"
  redocly lint "$document"
}
dialect openai shared/openai shared/nested
dialect openai-beta shared/openai shared/flat
dialect azure shared/azure shared/nested
dialect azure-preview shared/azure shared/flat
