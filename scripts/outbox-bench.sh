#!/bin/sh
# What does an event cost in the outbox? Puts events for two webhooks and takes them again, on the disk of this folder:
# time of a put and of the rest, bytes written, and, where strace is, how often the disk is told to sync. First without
# pictures, then with one of 100 kB for each event.
#
#     scripts/outbox-bench.sh [EVENTS] [FOLDER]         1000 events, a new folder beside target/
#
# Builds with Maven, which MAVEN_OFFLINE=1 keeps off the network.
set -eu

home=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
events=${1:-1000}
work=$(mktemp -d "${2:-$home/target}/outbox-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$home"
mvn -q -B ${MAVEN_OFFLINE:+-o} test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >&2
classes=target/test-classes:target/classes:$(cat "$work/classpath")
bench="java -XX:TieredStopAtLevel=1 -Xms16m -XX:+UseSerialGC -cp $classes org.printwire.store.OutboxBench"

for picture in 0 100000; do
    printf '%s events, picture of %s bytes\n' "$events" "$picture"
    # shellcheck disable=SC2086 # words
    $bench "$work/plain-$picture" "$events" "$picture"
    if command -v strace >/dev/null 2>&1; then
        # shellcheck disable=SC2086 # words
        strace -f -c -o "$work/syncs" -e trace=fsync,fdatasync $bench "$work/traced-$picture" "$events" "$picture" >/dev/null
        awk -v events="$events" '$NF ~ /^f(data)?sync$/ {
            calls = $4; printf "%-14s %d calls, %.3f an event\n", $NF, calls, calls / events }' "$work/syncs"
    fi
done
