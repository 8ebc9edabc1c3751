#!/bin/sh
. ./common.sh
need_node
mkdir -p client
node node_modules/openapi-typescript/bin/cli.js contract.yaml -o client/contract.d.ts >&2
node node_modules/typescript/bin/tsc >&2
exec node out/harness.mjs
