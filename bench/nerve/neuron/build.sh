#!/usr/bin/env bash
# Compiles the node's mechanism for NEURON into FOLDER: build.sh FOLDER; prints the library's path.
# Debian's nrnivmodl looks for its makefile in /usr/bin and for libnrniv in /usr/lib, and both are in /usr/lib/nrn. The
# program `special`, which it links last, lacks a header there and is not needed: Python loads the library.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
mkdir -p "$folder"
cp "$here/mammalian_node.mod" "$folder/"
cd "$folder"
sed 's|"${bindir}/nrnmech_makefile"|"/usr/lib/nrn/nrnmech_makefile"|' "$(command -v nrnivmodl)" >nrnivmodl.sh
bash nrnivmodl.sh -loadflags "-L/usr/lib/nrn -Wl,-rpath,/usr/lib/nrn" . >build.log 2>&1 || true
library=$folder/x86_64/libnrnmech.so
[ -f "$library" ] || { tail -5 build.log >&2; exit 1; }
echo "$library"
