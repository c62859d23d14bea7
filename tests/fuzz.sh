#!/usr/bin/env bash
# Fuzzes every target for some minutes each, on all cores, with address and undefined-behaviour sanitizers.
#
#   tests/fuzz.sh MINUTES [TARGET...]
#
# Starts from tests/fuzz/corpus/TARGET and the case lines; new inputs collect in build/fuzz-corpus/TARGET; what fails is kept in
# build/fuzz-findings. `tests/fuzz.sh minimise` writes a minimised corpus back to tests/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }

settings=$(wasm/setup/env.sh native)
eval "$settings"
wasm/setup/packages.sh fuzz
export LUPE_TESTS=ON
mkdir -p build
{ cmake --preset fuzz && cmake --build --preset fuzz; } >build/fuzz.log 2>&1 || { tail -n 40 build/fuzz.log; exit 1; }

action=$1
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(find tests/fuzz -maxdepth 1 -name '*.cpp' ! -name replay.cpp -printf '%f\n' | sed 's/\.cpp$//' | sort)

# Case lines, markup and all, make good seeds: each is a file with a leading byte that chooses the options.
seeds() {
  mkdir -p build/fuzz-seeds
  find tests/cases -name '*.txt' -exec cat {} + | { grep -v '^#' || true; } | sed -E 's/\[([^]|]*)\|[^]]*\]/\1/g' | awk 'NF { n++; f = "build/fuzz-seeds/" n; printf "%c%s", 48 + n % 12, $0 > f; close(f) }'
}

seeds
mkdir -p build/fuzz-findings
for target in "${targets[@]}"; do
  mkdir -p "build/fuzz-corpus/$target" "tests/fuzz/corpus/$target"
  program=build/fuzz/tests/fuzz/fuzz_$target
  if [ "$action" = minimise ]; then
    fresh=$(mktemp -d)
    "$program" -merge=1 -max_len=400 "$fresh" "tests/fuzz/corpus/$target" "build/fuzz-corpus/$target" >/dev/null 2>&1
    rm -f "tests/fuzz/corpus/$target"/*
    find "$fresh" -type f -printf '%s %p\n' | sort -n | head -n 150 | cut -d' ' -f2- | xargs -r cp -t "tests/fuzz/corpus/$target"
    rm -rf "$fresh"
    continue
  fi
  echo "== $target: $action minutes"
  "$program" -max_total_time=$((action * 60)) -fork="$(nproc)" -ignore_ooms=0 -timeout=10 -max_len=4096 -artifact_prefix=build/fuzz-findings/ \
    "build/fuzz-corpus/$target" "tests/fuzz/corpus/$target" build/fuzz-seeds 2>&1 | tail -n 2
done
