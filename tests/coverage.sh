#!/usr/bin/env bash
# Says how much of core/ the native tests reach: lines and branches, by clang's own counters, for every file. Fails below 95 % of
# the lines or 90 % of the branches of the library (core/src, core/include); the command line is measured beside it.
#
#   tests/coverage.sh              builds with counters, runs the unit tests, replays and the command line's tests, reports
#   tests/coverage.sh --report     only reports again; --lines also prints each line and branch that was not reached
#
# A branch is one outcome of a condition in the source, true or false: what the compiler adds for exceptions has none. What
# stays unreached, and why, is in coverage.md.
set -euo pipefail
cd "$(dirname "$0")/.."

settings=$(wasm/setup/env.sh native)
eval "$settings"
wasm/setup/packages.sh coverage npm
export LUPE_TESTS=ON
build=$PWD/build/coverage

measure() {
  { cmake --preset coverage && cmake --build --preset coverage; } >build/coverage.log 2>&1 || { tail -n 40 build/coverage.log; exit 1; }
  rm -rf "$build/raw"
  export LLVM_PROFILE_FILE="$build/raw/%2m.profraw" LUPE_PROGRAM=$build/lupe
  ctest --test-dir "$build" --output-on-failure --no-tests=error -E '^(linear|example)$' >"$build/tests.log" || { tail -n 40 "$build/tests.log"; exit 1; }
  node --test tests/cli/ >"$build/cli.log" || { tail -n 60 "$build/cli.log"; exit 1; }
  llvm-profdata merge --sparse -o "$build/all.profdata" "$build"/raw/*.profraw
}

mkdir -p build
case ${1:-} in --report | --lines) ;; *) measure ;; esac

objects=(-object "$build/lupe")
for program in "$build"/tests/fuzz/fuzz_*; do [ ! -x "$program" ] || objects+=(-object "$program"); done
llvm-cov export -instr-profile="$build/all.profdata" "$build/tests/lupe_tests" "${objects[@]}" core/src core/include core/cli >"$build/all.json"
node tests/coverage.mjs "$build/all.json" "$@"
