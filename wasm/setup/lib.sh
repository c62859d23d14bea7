# Shared by the scripts in this folder, which source it: words on stderr, Debian packages, and the cache of products.
#
# A product is a folder that one script makes once per machine and everybody then reads. It lives in the cache,
# its name ends in a hash of its recipe, so that a changed recipe makes a new one beside it, and it appears
# complete or not at all: it is made in a work folder, under a lock, and then renamed.
# shellcheck shell=bash
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C

# shellcheck disable=SC2034 # read by the scripts that source this file
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${LUPE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lupe}

say() { printf 'setup: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# at_least 3.1.60 3.1.69: is the second version the first one or newer?
at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n1)" = "$1" ]; }

# ---- Debian packages ------------------------------------------------------------------------------------------

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# need PACKAGE...: installs those that are missing, from the machine's own sources.
need() {
  local name missing=()
  for name; do
    [ "$(dpkg-query -Wf '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    die "these packages are missing and neither root nor sudo is here to install them: ${missing[*]}"
  say "installing ${missing[*]}"
  mkdir -p "$cache"
  (
    flock 8
    local said=$cache/packages.log install=(apt-get -qy -o DPkg::Lock::Timeout=300 install --no-install-recommends)
    { as_root apt-get -q update &&
      as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}" "${missing[@]}"; } >"$said" 2>&1 </dev/null ||
      { tail -n 20 "$said" >&2; die "apt-get could not install ${missing[*]}; all it said is in $said"; }
  ) 8>"$cache/.packages.lock"
}

# need_node: a node >= 18 on PATH; Debian's own where there is none.
need_node() {
  local version=0
  ! command -v node >/dev/null || version=$(node --version)
  at_least 18 "${version#v}" || need nodejs
}

# pinned COMMAND...: runs it; then every package file in the current folder whose package pinned.sha256 names must be
# the one it names.
pinned() {
  "$@"
  local file
  for file in *.deb *.tar.[gx]z; do
    { [ -f "$file" ] && grep -q "  ${file%%_*}_" "$here/pinned.sha256"; } || continue
    grep -qxF "$(sha256sum "$file")" "$here/pinned.sha256" || [ -n "${LUPE_UNPINNED:-}" ] ||
      die "$file is not the one in wasm/setup/pinned.sha256; LUPE_UNPINNED=1 takes it all the same, and the page may then have other bytes"
  done
}

# archive deb|deb-src SUITE: after it, "${apt[@]}" is an apt-get that sees that suite of Debian and nothing else.
# Its state is kept in the current folder, so nothing of a foreign suite can reach the system; the mirror is the
# one that the machine itself uses (apt-get is asked, so every format of sources will do).
archive() {
  local codename mirror
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  mirror=$(apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/$codename/.*|\1|p" | sed -n 1p)
  [ -n "$mirror" ] || die "found no Debian archive for '$codename' in this machine's apt sources"
  mkdir -p apt/lists/partial apt/archives/partial
  echo "$1 $mirror $2 main" >apt/sources.list
  apt=(pinned apt-get -q
    -o "Dir::Etc::sourcelist=$PWD/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null
    -o "Dir::State::lists=$PWD/apt/lists" -o "Dir::Cache=$PWD/apt"
    -o APT::Sandbox::User=root -o APT::Update::Post-Invoke-Success::=)
  "${apt[@]}" update
}

# ---- products -------------------------------------------------------------------------------------------------

# product NAME MAKE INPUT...: prints the folder of the product. Where there is none yet, calls the function MAKE
# with the path that the folder will have; MAKE runs in an empty work folder and leaves its result in ./out there.
# The recipe is MAKE's own text and the INPUTs: files, without their comment lines, or words.
product() {
  local name=$1 make=$2 key home input
  shift 2
  key=$({
    declare -f "$make"
    for input; do if [ -f "$input" ]; then grep -v '^ *#' "$input"; else printf '%s\n' "$input"; fi; done
  } | sha256sum | head -c 12)
  home=$cache/$name-$key
  [ -d "$home" ] || make_product "$name" "$home" "$make"
  printf '%s\n' "$home"
}

# The end of making a product, whichever way: the work folder goes, and a failure shows why.
finish() {
  rm -rf "$3"
  [ "$1" = 0 ] || { tail -n 20 "$4" >&2; say "$2 failed, its log is $4"; }
}

make_product() (
  name=$1 home=$2 log=$cache/$1.log
  mkdir -p "$cache"
  exec 9>"$cache/.$name.lock"
  flock 9
  [ ! -d "$home" ] || exit 0 # somebody else made it while we waited

  rm -rf "$cache/.work-$name".* # left by one that was killed
  work=$(mktemp -d "$cache/.work-$name.XXXXXX")
  trap 'finish $? "$name" "$work" "$log"' EXIT
  began=$SECONDS
  say "making $name (log: $log)"
  cd "$work"
  mkdir out
  "$3" "$home" >"$log" 2>&1 </dev/null
  mv out "$home"
  say "made $name in $((SECONDS - began)) s: $home"
)
