#!/usr/bin/env bash
# Prints the folder of Catch2 3.7, the test framework, as two files to compile: catch_amalgamated.hpp and .cpp,
# besides Catch.cmake, which tells CTest every test by name. One source for the native and the wasm tests.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

bring() {
  archive deb-src bookworm-backports
  "${apt[@]}" source catch2
  mv catch2-3.*/extras/{catch_amalgamated.?pp,Catch.cmake,CatchAddTests.cmake} catch2-3.*/LICENSE.txt out/
}

need dpkg-dev # apt-get source unpacks with it
product catch2 bring
