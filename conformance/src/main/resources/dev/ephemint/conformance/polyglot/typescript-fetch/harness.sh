#!/bin/sh
. ./common.sh
need_node
node node_modules/typescript/bin/tsc >&2
exec node out/harness.js
