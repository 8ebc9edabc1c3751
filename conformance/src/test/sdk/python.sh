#!/bin/sh
# python.sh DIRECTORY SCRIPT ARGUMENT...: runs the script of this directory with the packages of its requirements.txt, kept in
# the user's cache. 77 means that a tool is missing.
cd "$(dirname "$0")/$1"
shift
. ../../../main/resources/dev/ephemint/conformance/polyglot/common.sh
case $PWD in
  */pipecat) need_python 11 ;;
  *) need_python ;;
esac
exec "$python" "$@"
