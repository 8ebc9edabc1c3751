#!/bin/sh
# start.sh PORT: Portkey's gateway as package-lock.json pins it, started as in server/docs/conformance-peers.md.
# 77 means that it cannot be installed here.
cd "$(dirname "$0")"
common=$PWD/../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
. "$common"
work=../../../../target/peers/portkey
mkdir -p "$work"
cp package.json package-lock.json "$work"
cd "$work"
export npm_config_ignore_scripts=true npm_config_fetch_retries=1
sh -c ". '$common'; need_node" || missing "npm cannot install it"
echo "version: $(sed -n 's/.*"@portkey-ai\/gateway": "\(.*\)".*/\1/p' package.json), Node $(node --version)"
exec node node_modules/@portkey-ai/gateway/build/start-server.js "--port=$1" --headless
