# Sourced by .ci/start and .ci/run: installs what a Debian machine lacks; on other systems it prints what to install.

missing=

# need COMMAND PACKAGE...: the Debian packages that bring a command.
need() {
  command=$1
  shift
  command -v "$command" >/dev/null || missing="$missing $*"
}

need_builders() {
  need javac default-jdk-headless
  need mvn maven
  need npm nodejs npm
}

install_missing() {
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Please install these first (Debian's names):$missing" >&2
    exit 1
  fi
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  echo "Installing:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  without_services apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Debian starts a service as it installs it, unless this file forbids it. The tests start programs themselves.
without_services() {
  policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    $as_root "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod +x "$policy"
  installed=0
  $as_root "$@" || installed=$?
  $as_root rm "$policy"
  return "$installed"
}

node_is_new_enough() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# Debian 12 has Node 18; npm has a newer one as a package.
newer_node() {
  node_is_new_enough && return 0
  directory="${XDG_CACHE_HOME:-$HOME/.cache}/ephemint/node"
  [ -x "$directory/node_modules/node/bin/node" ] ||
    npm install --silent --no-audit --no-fund --prefix "$directory" node@22 >&2
  export PATH="$directory/node_modules/node/bin:$PATH"
}
