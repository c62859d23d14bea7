#!/usr/bin/env bash
# Checks the sources without running them: formatting, clang-tidy, shell scripts, the layers of core/DESIGN.md, and that
# nothing forbidden in the page, no machine's own path and no address got in.
#
#   tests/lint.sh           all but clang-tidy; a second
#   tests/lint.sh --tidy    with clang-tidy; a minute or two
set -euo pipefail
cd "$(dirname "$0")/.."
failed=0
complain() { echo "lint: $*"; failed=1; }

# forbid WHAT PATTERN PATH...: no tracked line in these paths may match.
forbid() {
  local what=$1 pattern=$2
  shift 2
  if git grep -nE "$pattern" -- "$@" ':!tests/lint.sh'; then complain "$what"; fi
}

mapfile -t cpp < <(git ls-files '*.cpp' '*.h')
clang-format --dry-run --Werror "${cpp[@]}" || complain "formatting differs: clang-format -i $(printf '%s ' '<file>')"

# Who may include whom: text <- lang <- rules, names <- resolve <- facts <- analyze.
forbid "text includes nothing above it" '#include "(lang|rules|names|facts|resolve|tables)' core/src/text
forbid "lang includes nothing above it" '#include "(rules|names|facts|resolve)' core/src/lang
forbid "rules see neither names nor the resolver" '#include "(names|facts|resolve)' core/src/rules
forbid "names see neither rules nor the resolver" '#include "(rules|facts|resolve)' core/src/names
forbid "facts see no recogniser" '#include "(rules|names)' core/src/facts
forbid "ICU stays in text/*.cpp" '#include <unicode/' core ':!core/src/text/*.cpp' wasm ':!wasm/setup'
forbid "the library needs nothing but ICU" '#include <nlohmann' core/src core/include wasm
forbid "the binding and the command line see public headers only" '#include "(text|lang|rules|names|facts|resolve)' wasm core/cli
forbid "regular expressions are no engine here" 'std::regex|unicode/regex' core
forbid "forbidden in the page" 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function' web/*.js web/view web/input web/formats web/model web/*.html wasm/*.mjs
forbid "a path of one machine" '(^|[^A-Za-z0-9_.])/(home|root|work|farm)/[A-Za-z]' . ':!*package-lock.json'
forbid "an address in a build script" 'https?://' '*.sh' '*.cmake' '*CMakeLists.txt' '.ci' '.npmrc'

git ls-files '*.sh' .ci/run | xargs shellcheck -x || complain "shellcheck"

if [ "${1:-}" = --tidy ]; then
  [ -f build/native/compile_commands.json ] || { complain "clang-tidy needs the native build: cmake --preset native"; exit 1; }
  git ls-files 'core/src/*.cpp' 'core/cli/*.cpp' | xargs -P2 -n6 clang-tidy -p build/native --quiet 2>/dev/null || complain "clang-tidy"
fi

[ $failed = 0 ] && echo "lint: fine, ${#cpp[@]} C++ files"
exit $failed
