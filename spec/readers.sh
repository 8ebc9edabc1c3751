#!/bin/sh
# Opens the built documents with Redoc, Swagger UI and AsyncAPI's own parser. Needs no network.
set -eu
cd "$(dirname "$0")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
for document in openapi openapi-3.0; do
  node node_modules/@redocly/cli/bin/cli.js build-docs "target/contract/dev/ephemint/contract/$document.yaml" -o "target/readers/$document.html" >target/readers.log 2>&1 \
    || { cat target/readers.log >&2; exit 1; }
done
node readers.mjs
