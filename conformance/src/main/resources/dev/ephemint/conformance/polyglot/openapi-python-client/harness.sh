#!/bin/sh
. ./common.sh
need_python
PATH="${python%/*}:$PATH" "$python" -m openapi_python_client generate --path contract.yaml --output-path client --overwrite --meta none >generator.log 2>&1 ||
  { cat generator.log >&2; exit 1; }
exec "$python" harness.py
