#!/bin/sh
# Prints ten thousand short files on virtual time with every fault (SimulatedPrintTest), as many with packed lines, and as many
# whose host dies again and again (PackedPrintTest, DyingHostTest). What the printer has executed is the file, or the print
# has failed with a reason. Shows how many were done, and how to run a seed that failed alone. The normal tests do 1,000.
#
#     scripts/sim-prints.sh             10000 seeds, for the night
#     scripts/sim-prints.sh 500         the first 500
#
# Builds with Maven, which MAVEN_OFFLINE=1 keeps off the network.
set -eu

cd "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
seeds=${1:-10000}
case $seeds in
    '' | *[!0-9]* | 0*) echo "usage: scripts/sim-prints.sh [SEEDS]" >&2; exit 2 ;;
esac
said=$(mktemp)
trap 'rm -f "$said"' EXIT

echo "seeds 1 to $seeds"
code=0
mvn -q -B ${MAVEN_OFFLINE:+-o} test -Dtest='SimulatedPrintTest,PackedPrintTest,DyingHostTest' \
    -DfailIfNoSpecifiedTests=false -Dprintwire.seeds="$seeds" -Dprintwire.packedSeeds="$seeds" >"$said" 2>&1 || code=$?
grep -Eo '(simulated|packed) prints: .*' "$said" || true
if [ "$code" = 0 ]; then
    echo "no seed failed"
    exit 0
fi
# A failure begins with its class; the message behind it names the seed.
awk '
    /^\[ERROR\] .*<<< (FAILURE|ERROR)!/ && match($0, /[A-Za-z]+Test\.[a-z_0-9]+/) { split(substr($0, RSTART, RLENGTH), test, ".") }
    test[1] && match($0, /seed [0-9]+/) {
        seed = substr($0, RSTART + 5, RLENGTH - 5)
        print "failed: " test[1] ", seed " seed "; alone: scripts/test -Dtest=" test[1] " -Dprintwire.seed=" seed
        test[1] = ""
        named = 1
    }
    END { exit !named }' "$said" || tail -n 40 "$said"
exit 1
