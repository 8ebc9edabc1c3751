#!/bin/sh
# start.sh PORT: LiteLLM's proxy as requirements.txt pins it, in a virtual environment, started as in
# server/docs/conformance-peers.md. 77 means that it cannot be installed here.
cd "$(dirname "$0")"
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
work=../../../../target/peers/litellm
mkdir -p "$work"
cp config.yaml requirements.txt "$work"
cd "$work"
if ! cmp -s requirements.txt venv/installed; then
  rm -rf venv
  python3 -m venv venv || missing "python3 with venv is missing"
  venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt >&2 ||
    missing "pip cannot install it"
  cp requirements.txt venv/installed
fi
echo "version: $(sed -n 's/^litellm==//p' requirements.txt)"
exec venv/bin/litellm --config config.yaml --host 127.0.0.1 --port "$1" --telemetry False
