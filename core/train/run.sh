#!/usr/bin/env bash
# Makes core/models/names.lupe again from the data folder, and prints how good it is.
#
#   core/train/run.sh DATA [WORK]     DATA as described in core/train/README.md; WORK keeps what lies between (about 1 GB)
#
# Takes some 30 minutes on one free core. The same data and the same machine type give the same file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "$1" && pwd)
work=${2:-$here/../../build/train}
mkdir -p "$work"
cmake -S "$here/../.." -B "$work/build" -DCMAKE_BUILD_TYPE=Release >"$work/build.log"
cmake --build "$work/build" --target lupe_train lupe_skipgram >>"$work/build.log"
train="$work/build/core/train/lupe_train" skipgram="$work/build/core/train/lupe_skipgram"
recipe=$here/recipe.tsv

texts() { # every line of the encyclopedia and the United Nations, every second one of parliament
  xz -dc "$data/data/text/de_wikipedia.txt.xz" | "$train" words 1
  xz -dc "$data/data/text/de_bundestag.txt.xz" | "$train" words 2
  xz -dc "$data/data/text/en_ungdc.txt.xz" | "$train" words 1
}

# 1. word vectors and clusters
[ -s "$work/clusters" ] || {
  texts >"$work/words"
  "$train" corpus-words "$recipe" "$data" >"$work/own"
  "$skipgram" "$work/words" "$work/clusters" --own "$work/own" --dims 64 --window 2 --positional --epochs 3 --min 5
}
# 2. a first model, which tags more text to train on
[ -s "$work/first.lupe" ] || "$train" model "$recipe" "$data" "$work/clusters" - "$work/first.lupe"
[ -s "$work/silver" ] || xz -dc "$data/data/text/de_wikipedia.txt.xz" | "$train" silver "$work/first.lupe" 12 >"$work/silver"
# 3. the model
"$train" model "$recipe" "$data" "$work/clusters" "$work/silver" "$here/../models/names.lupe" "$work/errors"
