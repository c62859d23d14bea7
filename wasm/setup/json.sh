#!/usr/bin/env bash
# Prints an include folder with nlohmann_json and nothing else: Debian's own lies in /usr/include, where emcc
# would find the native C library too.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/lib.sh"

bring() { cp -r /usr/include/nlohmann out/; }

need nlohmann-json3-dev
product json bring "$(dpkg-query -Wf '${Version}' nlohmann-json3-dev)"
