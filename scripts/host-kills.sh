#!/bin/sh
# Kills the host of one print 50 times (or as often as is said) at moments that chance chooses; the printer, simulated in a
# process of its own, lives on. Then shows that it has executed each line once and in order.
#
#     scripts/host-kills.sh            50 kills, some minutes
#     scripts/host-kills.sh 20 4711    20 kills with that seed
#     FAKEFW=../shared/bench/fakefw scripts/host-kills.sh      the independent emulator is the printer
set -eu
home=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
exec "$home/scripts/test" -Dtest=KilledHostTest -Dprintwire.kill.rounds="${1:-50}" ${2:+-Dprintwire.seed="$2"} \
    ${FAKEFW:+-Dprintwire.fakefw="$(readlink -f -- "$FAKEFW")"}
