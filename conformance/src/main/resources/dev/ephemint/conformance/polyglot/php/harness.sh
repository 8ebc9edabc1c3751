#!/bin/sh
. ./common.sh
command -v php >/dev/null || missing "php is missing"
php -r 'exit(version_compare(PHP_VERSION, "8.1", ">=") && extension_loaded("curl") && extension_loaded("mbstring") &&
  stream_resolve_include_path("GuzzleHttp/autoload.php") ? 0 : 1);' ||
  missing "php 8.1 with curl, mbstring and Guzzle (Debian: php-guzzlehttp-guzzle) is missing"
exec php harness.php
