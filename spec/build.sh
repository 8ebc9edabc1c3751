#!/bin/sh
# Lints and bundles the contract and applies the overlays. Everything goes to target/, nothing needs the network once npm ci ran.
# Does nothing if no input is newer than the last run.
set -eu
cd "$(dirname "$0")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
tree=src/main/openapi
events=src/main/asyncapi
out=target/contract/dev/ephemint/contract

if ! command -v npm >/dev/null || ! node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null; then
  echo "Node is missing or too old: install Node 20.19 or newer with npm (https://nodejs.org); it lints and bundles the contract." >&2
  exit 1
fi
if ! cmp -s package-lock.json node_modules/.package-lock.installed; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
  cp package-lock.json node_modules/.package-lock.installed
fi

stamp=target/generation/inputs
settings="../pom.xml pom.xml generator.yaml generator.ignore ../server/pom.xml ../server/generator.yaml ../client/pom.xml ../client/generator.yaml"
inputs="build.sh generators openapi-3.0.mjs package-lock.json redocly.yaml redocly-3.0.yaml $tree $events $settings"
# shellcheck disable=SC2086
if test -f "$stamp" && test -z "$(find $inputs -newer "$stamp")"; then exit 0; fi
mkdir -p "$out/dialects" "$out/generators" target/generation
touch "$stamp.begun"
rm -f "$stamp"

redocly() {
  log=$(mktemp)
  node node_modules/@redocly/cli/bin/cli.js "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  rm "$log"
}

# both COMMAND COMMAND: at the same time, because most of a run is the start of its process.
both() {
  ($1) & first=$!
  ($2) & second=$!
  wait $first
  wait $second
}

cp generators/*.yaml "$out/generators"
redocly bundle "$tree/openapi.yaml" -o "$out/openapi.yaml"

operations() {
  redocly bundle "$out/openapi.yaml" -o "$out/openapi.json"
  node openapi-3.0.mjs "$out/openapi.json" "$out/openapi-3.0.json"
  redocly lint --config redocly-3.0.yaml "$out/openapi-3.0.json"
  redocly bundle "$out/openapi-3.0.json" -o "$out/openapi-3.0.yaml"
  redocly bundle "$out/openapi.yaml" --overlay "$tree/operations.yaml" -o target/generation/operations.yaml
}
# The model generator reads operations and events at once.
events() {
  redocly bundle "$events/asyncapi.yaml" --overlay "$events/overlays/bundle.yaml" -o "$out/asyncapi.yaml"
  redocly lint "$tree/openapi.yaml" "$out/asyncapi.yaml"
  redocly bundle "$out/asyncapi.yaml" -o "$out/asyncapi.json"
  redocly bundle "$tree/models.yaml" -o target/generation/models.yaml
  redocly bundle target/generation/models.yaml --overlay "$tree/generation.yaml" -o target/generation/openapi.yaml
}
both operations events

# A dialect is a bundle under overlays: those of the schemas, then those of the document, each from what vendors have in common
# to what is the dialect's own. A dialect without need of one has no such file.
overlays() {
  for overlay in "$@"; do
    if test -f "$overlay.yaml"; then printf -- '--overlay %s.yaml ' "$overlay"; fi
  done
}
dialect() {
  schemas="$tree/overlays/shared/schemas"
  common="$schemas/vendor $schemas/$2 $schemas/$3"
  shared="$tree/overlays/shared"
  # shellcheck disable=SC2046,SC2086
  redocly bundle "$out/openapi.yaml" $(overlays $common "$shared/vendor" "$shared/$2" "$shared/$3" "$tree/overlays/$1") \
    --remove-unused-components -o "$out/dialects/$1.json"
  # shellcheck disable=SC2046,SC2086
  redocly bundle "$out/asyncapi.yaml" $(overlays $common "$events/overlays/shared/$3" "$events/overlays/$1") -o "$out/dialects/$1.asyncapi.json"
}
openai() {
  dialect openai openai nested
  dialect openai-beta openai flat
}
azure() {
  dialect azure azure nested
  dialect azure-preview azure flat
}
both openai azure
redocly lint "$out"/dialects/*.json
# The generator runs again if its document changes, or this line.
# shellcheck disable=SC2086
for document in operations openapi; do echo "# $(cat $settings | cksum)" >>target/generation/$document.yaml; done
mv "$stamp.begun" "$stamp"
