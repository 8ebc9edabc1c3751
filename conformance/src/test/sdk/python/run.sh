#!/bin/sh
# run.sh SCRIPT ARGUMENT...: with the packages of requirements.txt, kept in the user's cache. 77 means that a tool is missing.
cd "$(dirname "$0")"
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
need_python
exec "$python" "$@"
