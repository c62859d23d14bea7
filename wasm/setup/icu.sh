#!/usr/bin/env bash
# Prints the folder of ICU 72 for wasm, the version of Debian 12's native libicu-dev: include/, lib/libicuuc.a and
# lib/libicudata.a. What a program does not use of them stays out of it.
# There is no i18n library: each of its formats, calendars, collations and regular expressions would add 100 to
# 900 KB to the module. The data is the break iterators of German and English, 61 KB of ICU's 31 MB. Normalization,
# case and character properties are compiled code and need no data.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

# The library, and the data as it comes: minutes of work, so kept apart from the choice of data.
build_library() {
  archive deb-src bookworm
  "${apt[@]}" source icu
  local source
  source=$(echo "$PWD"/icu-72.*/source)
  cmake -S "$here/icu" -B build -G Ninja -DCMAKE_BUILD_TYPE=Release "-DICU_SOURCE=$source" \
    "-DCMAKE_TOOLCHAIN_FILE=$emscripten/cmake/Modules/Platform/Emscripten.cmake"
  cmake --build build
  mkdir -p out/{include,lib}
  cp -r "$source/common/unicode" out/include/
  cp build/libicuuc.a out/lib/
  cp "$source/data/in/icudt72l.dat" "$source/../LICENSE" out/
}

# de and en hold the abbreviations after which no sentence ends.
cut_data() {
  printf 'brkitr/%s\n' {root,de,en}.res {char,word,sent}.brk >items.txt
  icupkg --type l --destdir . -x items.txt "$library/icudt72l.dat"
  genrb --destdir brkitr "$here/icu/brkitr/root.txt"
  icupkg --type l --sourcedir . -a items.txt new icudt72l.dat
  cat >data.s <<'END'
	.section .rodata.icudt72_dat,"",@
	.globl icudt72_dat
	.type icudt72_dat,@object
	.p2align 4
icudt72_dat:
	.incbin "icudt72l.dat"
	.size icudt72_dat, . - icudt72_dat
END
  "$emscripten/emcc" -c data.s -o data.o
  cp -rl "$library"/{include,lib,LICENSE} out/
  "$emscripten/emar" rcs out/lib/libicudata.a data.o
}

emscripten=$("$here/emscripten.sh")
need cmake ninja-build dpkg-dev icu-devtools # dpkg-dev: apt-get source unpacks with it
library=$(product icu-library build_library "$here/icu/CMakeLists.txt" "$emscripten/emscripten-version.txt")
product icu cut_data "$here/icu/brkitr/root.txt" "$library"
