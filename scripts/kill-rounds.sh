#!/bin/sh
# Kills the sender of webhooks 100 times (or as often as is said) at moments that chance chooses, while 50 events a second
# are published and the receiver fails three of ten requests; then shows that nothing was lost, doubled or moved.
#
#     scripts/kill-rounds.sh            100 rounds, some minutes
#     scripts/kill-rounds.sh 20 4711    20 rounds with that seed
set -eu
home=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
exec "$home/scripts/test" -Dtest=KillRoundsTest -Dprintwire.kill.rounds="${1:-100}" ${2:+-Dprintwire.seed="$2"}
