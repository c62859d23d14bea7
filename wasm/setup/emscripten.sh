#!/usr/bin/env bash
# Prints the root folder of a usable Emscripten: it holds emcc and cmake/Modules/Platform/Emscripten.cmake.
#
# An emcc >= 3.1.60 on PATH is taken as it is. Else this brings 3.1.69 from Debian 13: clang and lld of the same
# version are in Debian 12 and are installed; emscripten itself and binaryen are unpacked into the cache, together
# with the newer C library that binaryen wants. Nothing of Debian 13 enters the system.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

oldest=3.1.60

# Test suite, manuals, and system libraries that we never link: threads (-mt, -ww) and position independent
# code. What stays is a quarter of it.
unused=(test docs media 'ChangeLog*' 'cache/sysroot/lib/wasm32-emscripten/'{pic,lto-pic,'*-mt*','*-ww*'})

unpack() { dpkg-deb --fsys-tarfile "$1"_*.deb | tar -x "${@:2}"; }

bring() {
  local home=$1 tool
  archive deb trixie
  "${apt[@]}" download emscripten binaryen node-acorn libc6 libstdc++6 libgcc-s1

  unpack emscripten "${unused[@]/#/--exclude=./usr/share/emscripten/}" ./usr/share/emscripten
  mv usr/share/emscripten/* out/
  unpack node-acorn ./usr/share/nodejs/acorn
  mkdir out/node_modules
  mv usr/share/nodejs/acorn out/node_modules/

  # binaryen's programs, started by the C library that they were built for.
  for tool in binaryen libc6 libstdc++6 libgcc-s1; do unpack "$tool"; done
  mkdir -p out/binaryen/{bin,lib,programs}
  mv usr/bin/wasm* out/binaryen/programs/
  find usr/lib -maxdepth 2 -name '*.so*' -exec mv -t out/binaryen/lib {} +
  cat >out/binaryen/run <<'END'
#!/bin/sh
binaryen=${0%/bin/*}
exec "$binaryen"/lib/ld-linux-*.so.* --library-path "$binaryen/lib" "$binaryen/programs/${0##*/}" "$@"
END
  chmod +x out/binaryen/run
  for tool in out/binaryen/programs/*; do ln -s ../run "out/binaryen/bin/${tool##*/}"; done

  # Node is left out: emcc then takes the one on PATH. The system libraries came with it: build none, fetch none.
  cat >out/.emscripten <<END
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
BINARYEN_ROOT = '$home/binaryen'
FROZEN_CACHE = True
END
}

if command -v emcc >/dev/null && at_least "$oldest" "$(emcc -dumpversion)"; then
  em-config EMSCRIPTEN_ROOT
else
  need clang-19 lld-19 llvm-19 python3 # emcc is a Python program
  need_node
  product emscripten bring "${unused[*]}"
fi
