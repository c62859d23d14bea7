#!/usr/bin/env bash
# Runs the page's tests in real Chromium and Firefox, from file://, in a network namespace where the loopback device (which
# the drivers need) is the only one: what works here works without any network.
#   tests/browser/run.sh [TEST.test.mjs...]     needs build/page/lupe.html (node web/build.mjs)
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- tests/browser/*.test.mjs

offline=()
if unshare -n true 2>/dev/null; then offline=(unshare -n); elif unshare -rn true 2>/dev/null; then offline=(unshare -rn); fi
if [ ${#offline[@]} -gt 0 ] && "${offline[@]}" ip link set lo up 2>/dev/null; then
  # shellcheck disable=SC2016 # the inner shell's arguments
  exec "${offline[@]}" bash -c 'ip link set lo up && LUPE_OFFLINE=1 exec node --test "$@"' run "$@"
fi
echo "browser tests: no network namespace can be made here; requests are counted all the same"
exec node --test "$@"
