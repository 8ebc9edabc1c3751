#!/bin/sh
# start.sh PORT: the standard library's reverse proxy of Go in front of $VENDOR_URL; $RIG is the program that contains it.
cd "$(dirname "$0")"
echo "version: $(go version | cut -d ' ' -f 3)"
exec "$RIG" proxy --port "$1" --vendor "$VENDOR_URL"
