#!/bin/bash
# Makes the table that VideoLayoutTest holds the layouts of V4L2 to: for each ABI, what its own compiler says.
#   scripts/v4l2-abi.sh            prints the table
#   scripts/v4l2-abi.sh --check    compares it with the one in src/test/resources/v4l2
# Needs on Debian: gcc, gcc-aarch64-linux-gnu, gcc-arm-linux-gnueabihf (with their libc6-dev), qemu-user-static.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
table=$here/../src/test/resources/v4l2/abi.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

layout() { # name of the ABI, how to run its programs, its compiler with flags
    local name=$1 runner=$2
    shift 2
    "$@" -static -O -o "$work/$name" "$here/v4l2-abi.c"
    $runner "$work/$name" | sed "s/^/$name /"
}

all() {
    layout x86-64 "" gcc
    layout aarch64 qemu-aarch64-static aarch64-linux-gnu-gcc
    layout armhf-time32 qemu-arm-static arm-linux-gnueabihf-gcc
    layout armhf-time64 qemu-arm-static arm-linux-gnueabihf-gcc -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
}

if [ "${1:-}" = --check ]; then
    all | diff "$table" - && echo "the table is what the compilers say"
else
    all
fi
