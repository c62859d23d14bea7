#!/usr/bin/env bash
# Builds the page, build/page/lupe.html, and opens it, or prints its path where there is no display. Installs what it needs
# on Debian 12 (root or sudo); safe to repeat.
#   web/run.sh            builds and opens
#   web/run.sh --build    builds only
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build
log=build/page.log

step() { # step WORDS COMMAND...: says what is done, and shows its output only if it fails
  printf '%s\n' "$1"
  shift
  "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; printf 'web/run.sh: this failed: %s (all it said: %s)\n' "$*" "$log" >&2; exit 1; }
}

echo "Setting up the WebAssembly toolchain (minutes the first time, seconds later)"
settings=$(wasm/setup/env.sh)
eval "$settings"
step "Configuring" cmake --preset wasm -D LUPE_TESTS=OFF
step "Compiling the analyzer" cmake --build --preset wasm --target lupe-wasm
wasm/setup/packages.sh npm
step "Installing the page's development tools" npm --prefix web ci --no-audit --no-fund --loglevel=error
step "Making the page" node web/build.mjs

page=$PWD/build/page/lupe.html
if [ "${1:-}" != --build ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; then
  echo "Opening $page"
  xdg-open "$page"
else
  echo "The page is ready: $page"
fi
