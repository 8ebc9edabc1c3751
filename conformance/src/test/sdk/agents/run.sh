#!/bin/sh
# run.sh ARGUMENT...: calls.mjs with the packages of package-lock.json. 77 means that a tool is missing.
cd "$(dirname "$0")"
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
work=../../../../target/sdk-agents
mkdir -p "$work"
cp package.json package-lock.json calls.mjs "$work"
cd "$work"
need_node
exec node calls.mjs "$@"
