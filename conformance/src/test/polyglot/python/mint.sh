#!/bin/sh
# mint.sh WORK BASE_URL: imports the client in WORK/client and runs mint.py. 77 means that a tool is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python3 -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  { echo "python3 (3.10 or newer) with venv is missing" >&2; exit 77; }
if ! cmp -s "$here/requirements.txt" "$1/venv/requirements.installed"; then
  python3 -m venv --clear "$1/venv" >&2
  "$1/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.txt" >&2
  cp "$here/requirements.txt" "$1/venv/requirements.installed"
fi
PYTHONPATH="$1/client" "$1/venv/bin/python" "$here/mint.py" "$2"
