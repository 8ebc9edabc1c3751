# Sourced by each harness.sh, which runs in its own work directory with the generated client in client/.
# Standard output belongs to the protocol: builds write to standard error. Exit status 77 means that a tool is missing.
set -eu
cache="${XDG_CACHE_HOME:-$HOME/.cache}/ephemint/polyglot"
mkdir -p "$cache"

missing() {
  echo "$1" >&2
  exit 77
}

# once KIND FILE COMMAND...: sets $kept to a directory of the cache for this state of FILE, which COMMAND fills once.
once() {
  kept="$cache/$1-$(cksum <"$2" | tr ' ' -)"
  shift 2
  [ -d "$kept" ] && return 0
  rm -rf "$kept.$$"
  mkdir "$kept.$$"
  "$@" "$kept.$$" >&2
  if [ -d "$kept" ]; then rm -rf "$kept.$$"; else mv "$kept.$$" "$kept"; fi # Another may have been faster.
}

# need_python [MINOR]: sets $python to an interpreter, 3.10 or newer, that has the packages of requirements.txt.
need_python() {
  python3 -c "import sys, ensurepip; sys.exit(sys.version_info < (3, ${1:-10}))" 2>/dev/null ||
    missing "python3 (3.${1:-10} or newer) with venv is missing"
  once python requirements.txt install_python
  python="$kept/bin/python"
}

install_python() {
  python3 -m venv "$1"
  "$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
}

# Links node_modules to what package-lock.json lists.
need_node() {
  command -v npm >/dev/null || missing "node and npm are missing"
  once node package-lock.json install_node
  rm -rf node_modules
  ln -s "$kept/node_modules" node_modules
}

install_node() {
  cp package.json package-lock.json "$1"
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
}

# need_go MINOR WHY: a Go 1.MINOR or newer, which fetches no other Go.
need_go() {
  command -v go >/dev/null || missing "go is missing"
  go version | awk -v minor="$1" '{sub("go", "", $3); split($3, v, "."); exit !(v[1] > 1 || v[2] + 0 >= minor)}' ||
    missing "go is older than 1.$1, $2"
  export GOTOOLCHAIN=local
}

# Sets $libraries to a class path of what pom.xml names, and $java to the folder of java and javac.
need_java() {
  command -v mvn >/dev/null || missing "mvn is missing"
  java="${JAVA_HOME:+$JAVA_HOME/bin/}"
  once java pom.xml install_java
  libraries="$kept/*"
}

install_java() {
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies "-DoutputDirectory=$1"
}
