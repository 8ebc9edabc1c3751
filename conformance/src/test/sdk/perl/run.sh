#!/bin/sh
# run.sh DIALECT=ADDRESS...: runs calls.pl. 77 means that a module is missing.
cd "$(dirname "$0")"
perl -MOpenAPI::Client -MMojolicious -e 1 2>/dev/null || {
  echo "OpenAPI::Client (Debian: libopenapi-client-perl) is missing" >&2
  exit 77
}
exec perl calls.pl "$@"
