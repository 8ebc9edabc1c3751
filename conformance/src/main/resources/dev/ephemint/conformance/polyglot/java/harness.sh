#!/bin/sh
. ./common.sh
need_java
rm -rf classes
find client/src/main/java Harness.java Typed.java -name '*.java' >sources
"${java}javac" -J-XX:TieredStopAtLevel=1 -proc:none -nowarn -Xlint:none -cp "$libraries" -d classes @sources 2>javac.log ||
  { cat javac.log >&2; exit 1; }
exec "${java}java" -XX:TieredStopAtLevel=1 -cp "classes:$libraries" Harness
