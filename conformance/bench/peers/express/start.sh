#!/bin/sh
# start.sh PORT: mints with Express and fetch in front of $VENDOR_URL, as package-lock.json pins them.
# 77 means that it cannot be installed here.
cd "$(dirname "$0")"
common=$PWD/../../../src/main/resources/dev/ephemint/conformance/polyglot/common.sh
. "$common"
work=../../../target/peers/express
mkdir -p "$work"
cp package.json package-lock.json server.mjs "$work"
cd "$work"
export npm_config_ignore_scripts=true npm_config_fetch_retries=1
sh -c ". '$common'; need_node" || missing "npm cannot install it"
echo "version: $(sed -n 's/.*"express": "\(.*\)".*/\1/p' package.json), Node $(node --version)"
exec node server.mjs "$1"
