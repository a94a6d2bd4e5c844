#!/bin/bash
# The program under the Java of 32-bit and of 64-bit ARM, on any Debian machine with apt, as root: qemu runs Debian's
# own openjdk-17-jre-headless for those. For each: it starts, JNA loads and its calls work, V4L2's structures and call
# numbers are those of that machine's C compiler, a capture goes through (from a simulated camera), and no driver of the
# webcam library but ours is loaded.
#   scripts/arm-check.sh            about five minutes, 400 MB to fetch and unpack
# ARM_DIR (default ~/.cache/printwire-arm) keeps what was fetched.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
dir=${ARM_DIR:-$HOME/.cache/printwire-arm}
mkdir -p "$dir"

install() {
    apt-get install -y --no-install-recommends qemu-user-static gcc-arm-linux-gnueabihf libc6-dev-armhf-cross \
        gcc-aarch64-linux-gnu libc6-dev-arm64-cross maven openjdk-17-jdk-headless >"$dir/apt.log" 2>&1
}

build() {
    [ -f "$home/target/test-classes/org/printwire/posix/VideoAbiCheck.class" ] ||
        (cd "$home" && mvn -q -B test-compile)
    (cd "$home" && mvn -q -B dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$dir/classpath" >/dev/null)
}

# An apt of its own for that architecture, so that this machine's packages stay as they are.
unpack() { # armhf | arm64
    local arch=$1 apt=$dir/$1-apt root=$dir/$1
    [ -x "$root/usr/lib/jvm/java-17-openjdk-$arch/bin/java" ] && return
    mkdir -p "$apt"/{lists/partial,cache/archives/partial} "$root"
    : >"$apt/status"
    local options=(-o "APT::Architecture=$arch" -o "APT::Architectures=$arch" -o "Dir::State::status=$apt/status"
        -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root -qq -y)
    # A mirror's list that is being renewed is no reason to stop: the release's own list has a Java.
    apt-get "${options[@]}" update >>"$dir/apt.log" 2>&1 || true
    apt-get "${options[@]}" install --download-only --no-install-recommends openjdk-17-jre-headless >/dev/null
    for package in "$apt"/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    rm -rf "$apt"
}

failed=0
say() { # what, then the command that must succeed
    local what=$1
    shift
    if "$@"; then echo "ok      $arch: $what"; else echo "FAILED  $arch: $what"; failed=1; fi
}

java() { # runs that architecture's Java
    "$qemu" -L "$root" "$root/usr/lib/jvm/java-17-openjdk-$arch/bin/java" -Xint -XX:+UseSerialGC -Xmx128m "$@"
}

compiler_says() { # flags
    "$compiler" -static "$@" -o "$dir/$arch-abi" "$home/scripts/v4l2-abi.c" && "$qemu" "$dir/$arch-abi"
}

same_layout() { # which of the machine's layouts, compiler flags
    local index=$1
    shift
    java -cp "$classes" org.printwire.posix.VideoAbiCheck "$index" >"$dir/$arch-java.txt" || return 1
    compiler_says "$@" >"$dir/$arch-c.txt"
    # Every line that Java says is one of the compiler's.
    ! sort "$dir/$arch-java.txt" | comm -23 - <(sort "$dir/$arch-c.txt") | grep . &&
        echo "        $(wc -l <"$dir/$arch-java.txt") values, as: $(grep -E '^v4l2_(format|buffer) ' "$dir/$arch-java.txt" | tr '\n' ' ')"
}

captures() {
    (cd "$home" && java -Xlog:class+load=info:file="$dir/$arch-loaded.txt":none -cp "$classes" \
        'org.printwire.camera.V4l2DriverTest$LookForCameras')
}

no_other_driver() {
    grep -q '^org.printwire.camera.V4l2Driver ' "$dir/$arch-loaded.txt" &&
        ! grep -E '^(org\.bridj|com\.github\.sarxos\.webcam\.ds\.|com\.github\.sarxos\.webcam\.Webcam |java\.awt\.)' "$dir/$arch-loaded.txt" &&
        echo "        of the library: $(grep -o '^com.github.sarxos[^ ]*' "$dir/$arch-loaded.txt" | tr '\n' ' ')"
}

check() { # armhf | arm64
    arch=$1
    root=$dir/$arch
    classes=$home/target/classes:$home/target/test-classes:$(cat "$dir/classpath")
    if [ "$arch" = armhf ]; then
        qemu=qemu-arm-static compiler=arm-linux-gnueabihf-gcc
    else
        qemu=qemu-aarch64-static compiler=aarch64-linux-gnu-gcc
    fi
    unpack "$arch"
    say "printwire --version" java -cp "$classes" org.printwire.cli.Main --version
    say "layouts are the compiler's" same_layout 0
    if [ "$arch" = armhf ]; then
        say "layouts with times of 64 bits are the compiler's" same_layout 1 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
    fi
    say "a capture from a simulated camera" captures
    say "no driver of the library is loaded but ours" no_other_driver
    say "printwire camera list" java -cp "$classes" org.printwire.cli.Main camera list
}

install
build
check arm64
check armhf
exit $failed
