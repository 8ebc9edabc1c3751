#!/bin/sh
# Installs what package-lock.json lists, unless it is installed already.
set -eu
cd "$(dirname "$0")"
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  echo "Node is missing: install Node 20 or newer with npm (https://nodejs.org); the conformance tests run Prism with it. -DskipTests leaves them out." >&2
  exit 1
fi
if ! cmp -s package-lock.json node_modules/.package-lock.installed; then
  npm ci --no-audit --no-fund --loglevel=error >/dev/null
  cp package-lock.json node_modules/.package-lock.installed
fi
