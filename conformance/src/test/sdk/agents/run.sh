#!/bin/sh
# run.sh SCRIPT ARGUMENT...: a script of this directory with the packages of package-lock.json. 77 means that a tool is missing.
cd "$(dirname "$0")"
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
work=../../../../target/sdk-agents
mkdir -p "$work"
cp package.json package-lock.json "$1" "$work"
cd "$work"
need_node
exec node "$@"
