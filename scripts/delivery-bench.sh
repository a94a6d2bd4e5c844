#!/bin/sh
# How long from an event to a healthy receiver on this machine, while a second receiver hangs and a third refuses, and how
# long the thread that publishes the event is kept. The events go through the outbox on the disk of this folder.
#
#     scripts/delivery-bench.sh [EVENTS] [MILLISECONDS]      1000 events, one each 20 ms
#
# Builds with Maven, which MAVEN_OFFLINE=1 keeps off the network.
set -eu

home=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
mkdir -p "$home/target"
work=$(mktemp -d "$home/target/delivery-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$home"
mvn -q -B ${MAVEN_OFFLINE:+-o} test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >&2
java -XX:TieredStopAtLevel=1 -Xms16m -XX:+UseSerialGC -cp "target/test-classes:target/classes:$(cat "$work/classpath")" \
    org.printwire.webhook.DeliveryBench "$work/data" "${1:-1000}" "${2:-20}"
