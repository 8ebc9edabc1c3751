#!/bin/sh
# schemathesis.sh WORK ORIGIN OPTION...: runs Schemathesis on the contract that ORIGIN serves; its report is
# WORK/report.ndjson. 77 means that a tool is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$1
origin=$2
shift 2
python3 -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  { echo "python3 (3.10 or newer) with venv is missing" >&2; exit 77; }
venv=$(dirname "$work")/venv
if ! cmp -s "$here/requirements.txt" "$venv/requirements.installed"; then
  python3 -m venv --clear "$venv" >&2
  "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.txt" >&2
  cp "$here/requirements.txt" "$venv/requirements.installed"
fi
# It keeps crashes in the directory in which it runs.
cd "$work"
# Failures are read from the report; 1 means that there are some.
"$venv/bin/st" run "$origin/openapi.yaml" --checks all --continue-on-failure --no-color \
  --generation-database none --output-sanitize false --report-ndjson-path "$work/report.ndjson" "$@" || [ $? -eq 1 ]
