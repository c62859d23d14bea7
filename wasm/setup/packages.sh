#!/usr/bin/env bash
# packages.sh GROUP...: installs the Debian packages of these groups that are missing. The other scripts here
# install what they themselves need.
#   native    compiler, build tools and libraries of the native build and its tests
#   npm       npm with a Node.js >= 18 (those on PATH are taken), for the tests of the module and the page
#   streams   GNU parallel, for the tests of the command line's recipes
#   browsers  Chromium and Firefox, for the tests of the page
#   fuzz      clang and its sanitizers and fuzzer
#   coverage  clang and its counters
#   lint      what checks the sources without running them
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

groups="native npm streams browsers fuzz coverage lint"
[ $# -gt 0 ] || die "say which groups: $groups"
for group; do
  case $group in
    native) need g++ cmake ninja-build libicu-dev nlohmann-json3-dev ;;
    npm) need_node; command -v npm >/dev/null || need npm ;;
    streams) need parallel ;;
    browsers) need chromium firefox-esr iproute2 ;;
    fuzz) need clang libclang-rt-14-dev ;;
    coverage) need clang libclang-rt-14-dev llvm ;;
    lint) need git shellcheck clang-format clang-tidy ;;
    *) die "no group is called '$group'; there are: $groups" ;;
  esac
done
