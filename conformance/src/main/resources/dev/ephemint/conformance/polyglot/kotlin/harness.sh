#!/bin/sh
. ./common.sh
need_java
rm -rf classes
"${java}java" -XX:TieredStopAtLevel=1 -Xmx1g -cp "$libraries" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler \
  -no-stdlib -no-reflect -nowarn -cp "$(printf %s: "${libraries%/*}"/*.jar)" -d classes client/src/main/kotlin Harness.kt >kotlinc.log 2>&1 ||
  { cat kotlinc.log >&2; exit 1; }
exec "${java}java" -XX:TieredStopAtLevel=1 -cp "classes:$libraries" HarnessKt
