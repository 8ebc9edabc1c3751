#!/bin/sh
# mint.sh WORK BASE_URL: compiles the client in WORK/client with Mint.java and runs it, on the CLASSPATH of the tests.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1/classes"
find "$1/client/src/main/java" "$here/Mint.java" -name '*.java' >"$1/sources"
"$JAVA_HOME/bin/javac" -J-XX:TieredStopAtLevel=1 -proc:none -nowarn -Xlint:none -d "$1/classes" "@$1/sources" 2>"$1/javac.log" ||
  { cat "$1/javac.log" >&2; exit 1; }
"$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$1/classes:$CLASSPATH" Mint "$2"
