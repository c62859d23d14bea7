#!/usr/bin/env bash
# Makes core/models/names.lupe again from the data folder, and prints how good it is.
#
#   core/train/run.sh DATA [WORK]     DATA as described in core/train/README.md; WORK keeps what lies between (about 4 GB)
#
# Takes some 80 minutes on two free cores, half of them the network, which needs Debian's python3-torch. The same data, machine
# type and packages give the same file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "$1" && pwd)
work=${2:-$here/../../build/train}
mkdir -p "$work"
cmake -S "$here/../.." -B "$work/build" -DCMAKE_BUILD_TYPE=Release >"$work/build.log"
cmake --build "$work/build" --target lupe_train lupe_skipgram >>"$work/build.log"
train="$work/build/core/train/lupe_train" skipgram="$work/build/core/train/lupe_skipgram"
recipe=$here/recipe.tsv

texts() { # what each language's plain text is read for: texts ACTION HOW-MUCH-OF-ENCYCLOPEDIA OF-PARLIAMENT OF-THE-UNITED-NATIONS
  xz -dc "$data/data/text/de_wikipedia.txt.xz" | "$train" "$1" "$2" &&
    xz -dc "$data/data/text/de_bundestag.txt.xz" | "$train" "$1" "$3" &&
    xz -dc "$data/data/text/en_ungdc.txt.xz" | "$train" "$1" "$4"
}
make() { # make FILE COMMAND...: FILE from what the command prints, unless it is there
  [ -s "$work/$1" ] || { "${@:2}" >"$work/$1.part" && mv "$work/$1.part" "$work/$1"; }
}

# 1. word vectors and clusters
make words texts words 1 2 1
make own "$train" corpus-words "$recipe" "$data"
[ -s "$work/clusters" ] || "$skipgram" "$work/words" "$work/clusters" --own "$work/own" --dims 64 --window 2 --positional --epochs 3 --min 5
# 2. a first model, and what it says of pieces of plain text
make pieces texts pieces 3/8 1/40 1/20
[ -s "$work/first" ] || "$train" model "$recipe" "$data" "$work/clusters" "$work/first.lupe" pieces "$work/pieces" probabilities "$work/first"
# 3. a network learns from more plain text and from the annotated text; what both say of the pieces
make plain texts pieces 1/1 1/6 1/2
[ -s "$work/net.words" ] || "$train" network-words "$recipe" "$data" "$work/clusters" "$work/pieces" "$work/plain" "$work/net."
teach() { # memory is kept instead of given back at every step, which takes half of the time
  MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=500000000 \
    "${PYTHON:-/usr/bin/python3}" "$here/network.py" "$work/net." "$work/first" "$work/taught"
}
[ -s "$work/taught" ] || teach
"$train" judge "$recipe" "$data" "$work/pieces" "$work/taught"
# 4. the model, which learns from the annotated text and from what was said of the pieces
"$train" model "$recipe" "$data" "$work/clusters" "$here/../models/names.lupe" pieces "$work/pieces" taught "$work/taught" errors "$work/errors"
