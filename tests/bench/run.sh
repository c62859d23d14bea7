#!/usr/bin/env bash
# Measures the analysis natively, as WebAssembly under Node and in Chromium, the page, and other programs on the same texts, and prints
# one table (Markdown) with the budgets. Minutes; an otherwise idle machine gives the steadiest figures.
#
#   tests/bench/run.sh [GERMAN_FILE [ENGLISH_FILE]]     plain texts; without them news made from the repository's own sentences
set -euo pipefail
german=${1:+$(realpath "$1")} english=${2:+$(realpath "$2")}
cd "$(dirname "$0")/../.."
mkdir -p build

settings=$(wasm/setup/env.sh)
eval "$settings"
wasm/setup/packages.sh npm browsers
export LUPE_TESTS=ON
{
  cmake --preset native && cmake --build --preset native --target lupe_bench
  cmake --preset wasm && cmake --build --preset wasm --target lupe_bench lupe-wasm
  npm --prefix web ci && npm --prefix tests/bench ci
  node web/build.mjs
} >build/bench.log 2>&1 || { tail -n 40 build/bench.log; exit 1; }
exec node tests/bench/table.mjs "$german" "$english"
