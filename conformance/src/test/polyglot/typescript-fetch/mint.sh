#!/bin/sh
# mint.sh WORK BASE_URL: compiles the client in WORK/client with mint.ts and runs it. 77 means that a tool is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v node >/dev/null || { echo "node is missing" >&2; exit 77; }
cp "$here/mint.ts" "$here/tsconfig.json" "$1"
node "$here/../../../../node_modules/typescript/bin/tsc" -p "$1" >&2
node "$1/out/mint.js" "$2"
