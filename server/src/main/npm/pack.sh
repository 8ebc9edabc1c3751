#!/bin/sh
# Packs the module for browsers as an npm package: pack.sh VERSION DIRECTORY. The same files always give the same package.
set -eu
version=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
cd "$(dirname "$0")"
package=$out/npm

rm -rf "$package"
mkdir -p "$package"
cp ../resources/dev/ephemint/server/browser/v1/* ../../../../LICENSE "$package"
cp ../../../docs/browser-module.md "$package/README.md"
sed "s/\"version\": \"0.0.0\"/\"version\": \"$version\"/" package.json >"$package/package.json"
cd "$package"
npm pack --offline --ignore-scripts --loglevel=error --pack-destination "$out" >/dev/null
