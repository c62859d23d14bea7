#!/usr/bin/env bash
# Runs everything: formatting and layers, the native tests (also under sanitizers), the same tests as WebAssembly under
# Node, the command line, the module, the npm package, and the page in Chromium and Firefox.
#
#   tests/run.sh            everything; installs what is missing (Debian 12, root or sudo)
#   tests/run.sh STEP...    only these steps: native lint asan wasm node browser
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }
needs_wasm() { case " ${steps[*]} " in *" wasm "* | *" node "* | *" browser "*) true ;; *) false ;; esac; }

build() { # build PRESET TARGET...: configures and builds, quietly unless it fails
  local preset=$1 log=build/$1.log
  shift
  mkdir -p build
  { cmake --preset "$preset" && cmake --build --preset "$preset" --target "${@:-all}"; } >"$log" 2>&1 || { tail -n 60 "$log"; echo "build '$preset' failed, see $log"; exit 1; }
}

npm_tools() { wasm/setup/packages.sh npm && (cd web && npm ci --no-audit --no-fund --loglevel=error >/dev/null); }

step_lint() {
  wasm/setup/packages.sh lint
  tests/lint.sh --tidy
}
step_native() {
  build native
  ctest --test-dir build/native --output-on-failure --no-tests=error
}
step_asan() {
  build asan lupe_tests fuzz
  ctest --test-dir build/asan --output-on-failure --no-tests=error -R '^unit|^fuzz'
}
step_wasm() {
  build wasm
  ctest --test-dir build/wasm --output-on-failure --no-tests=error
}
step_node() {
  wasm/setup/packages.sh streams browsers
  npm_tools
  build native lupe
  build wasm lupe-wasm
  node wasm/npm/build.mjs
  node web/build.mjs
  node --test tests/wasm/ tests/cli/ tests/web/ tests/npm/ tests/recipes/
}
step_browser() {
  wasm/setup/packages.sh browsers
  npm_tools
  npm --prefix web run --silent check
  build wasm lupe-wasm
  node web/build.mjs
  tests/browser/run.sh
}

steps=("$@")
[ ${#steps[@]} -gt 0 ] || steps=(native lint asan wasm node browser)
if needs_wasm; then settings=$(wasm/setup/env.sh); else settings=$(wasm/setup/env.sh native); fi
eval "$settings"
export LUPE_TESTS=ON
for step in "${steps[@]}"; do
  say "$step"
  started=$SECONDS
  "step_$step"
  echo "$step: $((SECONDS - started)) s"
done
say "all steps passed: ${steps[*]}"
