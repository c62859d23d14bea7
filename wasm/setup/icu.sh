#!/usr/bin/env bash
# Prints the folder of ICU 72 for wasm, the version of Debian 12's native libicu-dev: include/, lib/libicuuc.a,
# lib/libicui18n.a and lib/libicudata.a. Link them in the order i18n, uc, data; what is not used stays out of the
# module. The data is the break iterators of German and English: 61 KB of ICU's 31 MB. Normalization, case and
# character properties are compiled code and need no data.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

# The libraries and all the data: minutes of work, so kept apart from the choice of data.
build_libraries() {
  archive deb-src bookworm
  "${apt[@]}" source icu
  local source
  source=$(echo "$PWD"/icu-72.*/source)
  cmake -S "$here/icu" -B build -G Ninja -DCMAKE_BUILD_TYPE=Release "-DICU_SOURCE=$source" \
    "-DCMAKE_TOOLCHAIN_FILE=$emscripten/cmake/Modules/Platform/Emscripten.cmake"
  cmake --build build
  mkdir -p out/{include,lib}
  cp -r "$source"/{common,i18n}/unicode out/include/
  cp build/*.a out/lib/
  cp "$source/data/in/icudt72l.dat" "$source/../LICENSE" out/
}

# de and en hold the abbreviations after which no sentence ends.
cut_data() {
  printf 'brkitr/%s\n' {root,de,en}.res {char,word,sent}.brk >items.txt
  icupkg --type l --destdir . -x items.txt "$libraries/icudt72l.dat"
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
  cp -rl "$libraries"/{include,lib,LICENSE} out/
  "$emscripten/emar" rcs out/lib/libicudata.a data.o
}

emscripten=$("$here/emscripten.sh")
need cmake ninja-build dpkg-dev icu-devtools # dpkg-dev: apt-get source unpacks with it
libraries=$(product icu-libraries build_libraries "$here/icu/CMakeLists.txt" "$emscripten/emscripten-version.txt")
product icu cut_data "$here/icu/brkitr/root.txt" "$libraries"
