# The build that scripts/printwire does when it must. Sourced after machine.sh; $launch is where the result goes.
#
# The program runs from target/launch, not from Maven's own jar: a new build replaces the files there by rename, so a
# print that is under way keeps the jar it was started with.

# shellcheck disable=SC2154,SC2086 # home, launch and java_home are the caller's; java_flags are words

# One collector thread, a heap that begins small (not at a 64th of the memory), the quick compiler, small stacks: a
# light start and little memory beside a print.
java_flags='-Xlog:disable -XX:+UseSerialGC -Xms16m -XX:TieredStopAtLevel=1 -Xss512k -Djava.awt.headless=true'

# True if a source is newer than the last build. Folders count: theirs is the time at which a file went away.
needs_build() {
    [ -f "$launch/printwire.jar" ] && [ -f "$launch/built" ] || return 0
    [ -n "$(find "$home/src/main" "$home/profiles" "$home/pom.xml" -newer "$launch/built" -print -quit 2>/dev/null)" ]
}

# Two at once do not build twice: the second waits at the lock, which is pom.xml itself, and finds it done.
build_once() {
    need_build_tools
    exec 9<"$home/pom.xml"
    if command -v flock >/dev/null 2>&1; then
        flock -n 9 || { say "waiting for another build to finish..."; flock 9; }
    fi
    if needs_build; then build; fi
    exec 9<&-
}

build() {
    may_write_target
    mkdir -p "$launch"
    log=$home/target/build.log
    say "building printwire (once)..."
    : >"$launch/built.new"
    if ! (cd "$home" && compile) >"$log" 2>&1 </dev/null; then
        grep -E '^\[ERROR\]|^\[FATAL\]' "$log" | head -n 20 >&2 || tail -n 20 "$log" >&2
        give_up "the build failed; all of it is in $log"
    fi
    cp -p "$home/target/printwire.jar" "$launch/printwire.jar.new"
    mv "$launch/printwire.jar.new" "$launch/printwire.jar"
    archive_classes >>"$log" 2>&1 </dev/null || rm -f "$launch/printwire.jsa" "$launch/printwire.jsa.new"
    mv "$launch/built.new" "$launch/built"
    give_target_back
}

# From empty class folders, so that a class or a profile that is gone is gone from the jar as well.
compile() {
    rm -rf target/classes
    JAVA_HOME=$java_home MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}" \
        mvn -B -q -ntp -DskipTests package
}

# Class loading is most of a start. Trial runs tell which classes are needed; the JVM maps the archive of them next
# time. (A static archive: the dynamic kind of Java 17 leaves out picocli, whose class files are too old for it.)
archive_classes() {
    rm -rf "$launch"/*.classes "$launch/trial"
    trial --version
    trial ports --json
    trial simulate --help
    mkdir "$launch/trial"
    printf 'G90\nG1 X10 F6000\n' >"$launch/trial/move.gcode"
    : >"$launch/trial/config.yaml"
    trial print --dry-run --config "$launch/trial/config.yaml" "$home/src/main/resources/demo/cube.gcode"
    trial print --port sim --config "$launch/trial/config.yaml" --data-dir "$launch/trial" "$launch/trial/move.gcode"
    # Each line once: Java 17 crashes while it dumps a lambda that is listed twice.
    awk '!seen[$0]++' "$launch/loaded.classes" >"$launch/all.classes"
    "$java_home/bin/java" -Xshare:dump -XX:ErrorFile="$home/target/archive-crash.log" -XX:SharedClassListFile="$launch/all.classes" \
        -XX:SharedArchiveFile="$launch/printwire.jsa.new" $java_flags -cp "$launch/printwire.jar"
    rm -rf "$launch"/*.classes "$launch/trial"
    mv "$launch/printwire.jsa.new" "$launch/printwire.jsa"
}

# trial COMMAND ARGUMENT...: only commands that touch no printer, no network and none of the user's files.
trial() {
    timeout 60 "$java_home/bin/java" -Xshare:off -XX:DumpLoadedClassList="$launch/trial.classes" $java_flags \
        -cp "$launch/printwire.jar" org.printwire.cli.Main "$@"
    cat "$launch/trial.classes" >>"$launch/loaded.classes"
}

may_write_target() {
    for folder in target target/classes target/launch; do
        if [ -e "$home/$folder" ] && [ ! -w "$home/$folder" ]; then
            give_up "$home/$folder belongs to $(stat -c %U "$home/$folder") (from a build with sudo?). Run this, then try again:
    sudo chown -R $(id -un) '$home/target'"
        fi
    done
}

# Built with sudo in somebody's checkout: what was built belongs to whom the checkout belongs to.
give_target_back() {
    if [ "$(id -u)" -eq 0 ]; then
        chown -R --reference="$home/pom.xml" "$home/target"
    fi
}
