#!/bin/sh
. ./common.sh
command -v ruby >/dev/null || missing "ruby is missing"
ruby -e 'exit(RUBY_VERSION >= "2.7"); require "typhoeus"' 2>/dev/null &&
  ruby -e 'require "typhoeus"' 2>/dev/null || missing "ruby 2.7 with typhoeus (Debian: ruby-typhoeus) is missing"
exec ruby -Iclient/lib harness.rb
