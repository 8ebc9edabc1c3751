#!/bin/sh
# start.sh PORT: nginx in front of $VENDOR_URL: the one on PATH, or Debian's package unpacked without root.
# 77 means that there is none.
cd "$(dirname "$0")"
. ../../../src/main/resources/dev/ephemint/conformance/polyglot/common.sh
template=$PWD/nginx.conf
work=$PWD/../../../target/peers/nginx
mkdir -p "$work/logs"
cd "$work"
nginx=$(PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx) || nginx=$PWD/unpacked/usr/sbin/nginx
if [ ! -x "$nginx" ]; then
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || missing "nginx is not on PATH, and there is no apt-get to get it with"
  apt-get download nginx >&2 || missing "nginx is not on PATH, and apt-get cannot download it"
  dpkg -x nginx_*.deb unpacked
fi
"$nginx" -v 2>&1 | sed 's,^nginx version: nginx/,version: ,'
sed "s,PORT,$1,; s,VENDOR,${VENDOR_URL#http://}," "$template" >nginx.conf
exec "$nginx" -p "$work" -c nginx.conf -e stderr
