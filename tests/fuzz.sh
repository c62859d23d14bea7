#!/usr/bin/env bash
# Fuzzes every target for some minutes each, on all cores: those of tests/fuzz/*.cpp by libFuzzer with address and
# undefined-behaviour sanitizers, then `identical` (native = WebAssembly) and `files` (what the page reads) under Node.
#
#   tests/fuzz.sh MINUTES [TARGET...]
#
# Starts from tests/fuzz/corpus/TARGET and the case lines; new inputs collect in build/fuzz-corpus/TARGET; what fails is kept in
# build/fuzz-findings. `tests/fuzz.sh minimise` writes eighty of a minimised corpus
# back to tests/fuzz/corpus, beside the findings that were mended.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }

action=$1
shift
mapfile -t programs < <(find tests/fuzz -maxdepth 1 -name '*.cpp' ! -name replay.cpp -printf '%f\n' | sed 's/\.cpp$//' | sort)
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=("${programs[@]}" identical files)
mkdir -p build build/fuzz-findings

quietly() { "$@" >build/fuzz.log 2>&1 || { tail -n 40 build/fuzz.log; exit 1; }; }

# Case lines, markup and all, make good seeds: each is a file with a leading byte that chooses the options. The rows' forms
# are the fuzzer's dictionary, as far as they are plain ASCII.
seeds() {
  mkdir -p build/fuzz-seeds
  find tests/cases -name '*.txt' -exec cat {} + | { grep -v '^#' || true; } | sed -E 's/\[([^]|]*)\|[^]]*\]/\1/g' |
    awk 'NF { n++; f = "build/fuzz-seeds/" n; printf "%c%s", 48 + n % 12, $0 > f; close(f) }'
  cat core/data/*/*.tsv | grep -v '^#' | cut -f1 | grep -v '["\\]' | LC_ALL=C grep -v '[^ -~]' | awk 'length > 0 && length < 40' |
    sort -u | sed 's/.*/"&"/' >build/fuzz-words
}

build_programs() {
  settings=$(wasm/setup/env.sh native)
  eval "$settings"
  wasm/setup/packages.sh fuzz
  export LUPE_TESTS=ON
  quietly cmake --preset fuzz
  quietly cmake --build --preset fuzz --target fuzz
  seeds
}

fuzz_program() { # TARGET
  mkdir -p "build/fuzz-corpus/$1" "tests/fuzz/corpus/$1"
  "build/fuzz/tests/fuzz/fuzz_$1" -max_total_time=$((action * 60)) -fork="$(nproc)" -ignore_ooms=0 -timeout=30 -max_len=1500 -dict=build/fuzz-words \
    -artifact_prefix="build/fuzz-findings/$1-" "build/fuzz-corpus/$1" "tests/fuzz/corpus/$1" build/fuzz-seeds >"build/fuzz-$1.log" 2>&1 || { tail -n 40 "build/fuzz-$1.log"; return 1; }
  grep '^#' "build/fuzz-$1.log" | tail -n 1 # how many executions, and what went wrong
}

minimise() { # TARGET
  fresh=$(mktemp -d)
  quietly "build/fuzz/tests/fuzz/fuzz_$1" -merge=1 -max_len=400 "$fresh" "tests/fuzz/corpus/$1" "build/fuzz-corpus/$1"
  find "tests/fuzz/corpus/$1" -type f ! -name 'finding-*' -delete
  find "$fresh" -type f | sort | shuf -n 80 --random-source=<(yes) | xargs -r cp -t "tests/fuzz/corpus/$1"
  rm -rf "$fresh"
}

fuzz_identical() {
  settings=$(wasm/setup/env.sh)
  eval "$settings"
  for preset in native wasm; do
    quietly cmake --preset "$preset"
    quietly cmake --build --preset "$preset" --target "$([ "$preset" = wasm ] && echo lupe-wasm || echo lupe)"
  done
  node tests/fuzz/identical.mjs "$action"
}

fuzz_files() {
  (cd web && npm ci --no-audit --no-fund --loglevel=error >/dev/null)
  end=$((SECONDS + action * 60)) rounds=0
  while [ "$SECONDS" -lt "$end" ]; do
    LUPE_FUZZ_SEED=$RANDOM LUPE_FUZZ_RUNS=10000 quietly node --test tests/web/hostile-files.test.mjs
    rounds=$((rounds + 1))
  done
  echo "$((rounds * 60000)) files, each read or refused"
}

is_built=
for target in "${targets[@]}"; do
  case $target in
    identical | files) [ "$action" != minimise ] || continue ;;
    *) [ -n "$is_built" ] || build_programs; is_built=1 ;;
  esac
  if [ "$action" = minimise ]; then
    minimise "$target"
    continue
  fi
  echo "== $target: $action minutes"
  case $target in
    identical | files) "fuzz_$target" ;;
    *) fuzz_program "$target" ;;
  esac
done
