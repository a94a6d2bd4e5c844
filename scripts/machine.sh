# What scripts/printwire and scripts/test share: finding a Java, and installing what is missing.
# Sourced, not run. POSIX sh; $home is the checkout. Nothing here starts a JVM.

least_java=17

say() { printf 'printwire: %s\n' "$*" >&2; }

# Exit code 2 is "bad usage or set-up" in the program's own table.
give_up() {
    say "$@"
    exit 2
}

# java_release DIR: puts the major version of the Java in DIR into $java_major, 0 if there is none. Every JDK since 8
# describes itself in the file "release"; reading it takes no time, "java -version" would cost a JVM start.
java_release() {
    java_major=0
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            JAVA_VERSION=*)
                line=${line#JAVA_VERSION=}
                line=${line#\"}
                line=${line%%[!0-9]*}
                java_major=${line:-0}
                return 0
                ;;
        esac
    done <"$1/release"
}

# find_java PROGRAM: puts the home of a Java 17 or newer that has bin/PROGRAM into $java_home. JAVA_HOME comes first,
# then the PATH, then what Debian keeps under /usr/lib/jvm. Fails if there is none.
find_java() {
    on_path=$(command -v java) && on_path=$(readlink -f -- "$on_path") || on_path=
    for java_home in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
        if [ -n "$java_home" ] && [ -x "$java_home/bin/$1" ]; then
            java_release "$java_home"
            [ "$java_major" -ge "$least_java" ] && return 0
        fi
    done
    return 1
}

# Debian 12 and Raspberry Pi OS 12 have Java 17; newer ones have only a newer one, under the name default-jdk-headless.
jdk_package() {
    if known_to_apt openjdk-17-jdk-headless || ! known_to_apt default-jdk-headless; then
        echo openjdk-17-jdk-headless
    else
        echo default-jdk-headless
    fi
}

known_to_apt() {
    apt-cache show "$1" >/dev/null 2>&1
}

# True for root, and for whom sudo lets: without a terminal it could not ask for a password.
may_install() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null 2>&1 && { [ -t 2 ] || sudo -n true 2>/dev/null; }; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Puts a JDK's home into $java_home and makes sure of mvn, installing what is missing.
need_build_tools() {
    missing=
    if ! find_java javac; then missing=jdk; fi
    if ! command -v mvn >/dev/null 2>&1; then missing="${missing:+$missing }maven"; fi
    if [ -z "$missing" ]; then return 0; fi

    if ! command -v apt-get >/dev/null 2>&1; then
        give_up "a JDK $least_java or newer and Maven are needed, and this system has no apt-get:" \
            "install both with its own package manager and try again"
    fi

    if ! may_install; then
        give_up "a JDK $least_java or newer and Maven are needed, and you may not install them. Run this, then try again:
    $(by_hand)"
    fi

    log=$(mktemp "${TMPDIR:-/tmp}/printwire-install.XXXXXX")
    if ! known_to_apt default-jdk-headless; then
        say "fetching the package lists (apt-get update)..."
        as_root apt-get update >"$log" 2>&1 || refused
    fi
    packages=$(missing_packages)
    say "installing $packages (apt-get install), once; this takes a few minutes on a Raspberry Pi..."
    # shellcheck disable=SC2086 # one word a package
    install_packages $packages >"$log" 2>&1 || refused
    rm -f "$log"
    find_java javac || give_up "there is no JDK $least_java or newer under /usr/lib/jvm even after installing $packages"
}

missing_packages() {
    case $missing in
        jdk) jdk_package ;;
        maven) echo maven ;;
        *) echo "$(jdk_package) maven" ;;
    esac
}

# The lists at hand may be too old for the mirror: a second try with fresh ones.
install_packages() {
    apt_install "$@" && return 0
    as_root apt-get update && apt_install "$@"
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null
}

refused() {
    tail -n 5 "$log" >&2
    give_up "that did not work (all of it: $log). Run this, then try again:
    $(by_hand)"
}

# The one command for the user to run.
by_hand() {
    command="apt-get update && apt-get install -y --no-install-recommends $(missing_packages)"
    if command -v sudo >/dev/null 2>&1; then
        echo "sudo sh -c '$command'"
    else
        echo "su -c '$command'"
    fi
}
