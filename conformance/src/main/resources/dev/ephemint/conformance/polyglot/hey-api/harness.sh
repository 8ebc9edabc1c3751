#!/bin/sh
. ./common.sh
need_node
node node_modules/@hey-api/openapi-ts/bin/run.js -i contract.yaml -o client --silent --no-log-file >&2
node node_modules/typescript/bin/tsc >&2
exec node out/harness.mjs
