#!/usr/bin/env bash
# Makes all that the build needs and prints where it is, as shell assignments. The first run takes some minutes,
# any other a blink.
#   eval "$(wasm/setup/env.sh)"          everything; then cmake --preset wasm, or any other preset
#   eval "$(wasm/setup/env.sh native)"   what the native build needs
# LUPE_CATCH2        folder of catch_amalgamated.hpp, .cpp and Catch.cmake
# EMSCRIPTEN_ROOT    folder of emcc and cmake/Modules/Platform/Emscripten.cmake
# LUPE_ICU           folder of ICU for wasm: include/ and lib/
# LUPE_NODE          the Node.js that runs the wasm tests
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

trap '[ $? = 0 ] || echo false' EXIT # so that the eval fails too

give() { printf 'export %s=%q\n' "$1" "$2"; }

"$here/packages.sh" native
catch2=$("$here/catch2.sh")
give LUPE_CATCH2 "$catch2"
[ "${1:-}" != native ] || exit 0

emscripten=$("$here/emscripten.sh")
icu=$("$here/icu.sh")
give EMSCRIPTEN_ROOT "$emscripten"
give LUPE_ICU "$icu"
need_node
give LUPE_NODE "$(command -v node)"
