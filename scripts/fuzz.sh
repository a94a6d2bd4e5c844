#!/bin/sh
# Ten million lines of damaged recordings through LineAssembler and ReplyParser: nothing throws, nothing grows, a line
# means the same each time. Shows lines per second. The normal tests do 200,000.
#
#     scripts/fuzz.sh [LINES] [SEED]              10000000 lines, seed 1
#
# In 64 MB of memory, so that what grows is seen. Builds with Maven, which MAVEN_OFFLINE=1 keeps off the network.
set -eu

cd "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
# The tests' JVM takes the first, Maven's own the second.
export JAVA_TOOL_OPTIONS=-Xmx64m MAVEN_OPTS="-Xmx512m ${MAVEN_OPTS:-}"
exec mvn -q -B ${MAVEN_OFFLINE:+-o} test -Dtest=ReplyParserFuzzTest -DfailIfNoSpecifiedTests=false \
    -Dprintwire.fuzz="${1:-10000000}" -Dprintwire.seed="${2:-1}"
