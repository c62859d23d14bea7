#!/usr/bin/env bash
# Proves that the page depends on the sources alone: builds the last commit twice, in two new folders of different names, without a
# compiler cache, and compares the page, the served page, the module and the npm package byte by byte.
#
#   tests/reproducible.sh [--tools]     --tools also makes ICU and brings Emscripten anew for the second build: minutes more
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CMAKE_CXX_COMPILER_LAUNCHER
commit=$(git rev-parse HEAD)

build() { # build FOLDER: prints the hashes of all that is given out
  git clone -q --no-checkout . "$1"
  (
    cd "$1"
    git checkout -q "$commit"
    web/run.sh --build >&2
    node wasm/npm/build.mjs >&2
    cd build
    sha256sum page/* site/* wasm/lupe.wasm npm/*.tgz
  )
}

echo "Building $commit twice"
build "$work/one" >"$work/first"
if [ "${1:-}" = --tools ]; then export LUPE_CACHE=$work/tools; fi
TZ=Pacific/Kiritimati build "$work/another-folder/deeper/two" >"$work/second"
cat "$work/first"
diff "$work/first" "$work/second" || { echo "reproducible: the two builds differ"; exit 1; }
echo "reproducible: both builds are identical, $(wc -l <"$work/first") files"
