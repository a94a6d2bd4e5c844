# The build that scripts/printwire does when it must. Sourced after machine.sh; $launch is where the result goes.
#
# The program runs from target/launch, not from Maven's own jar: a new build replaces the files there by rename, so a
# print that is under way keeps the jar it was started with.

java_flags='-Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k -Djava.awt.headless=true'

# What the trial runs are called with (commas for blanks): commands that touch no printer and no network.
trials='--version'


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
    rm -f "$launch"/*.classes
    trial=0
    for arguments in $trials; do
        trial=$((trial + 1))
        "$java_home/bin/java" -Xshare:off -XX:DumpLoadedClassList="$launch/$trial.classes" $java_flags \
            -cp "$launch/printwire.jar" org.printwire.cli.Main $(echo "$arguments" | tr , ' ')
    done
    cat "$launch"/*.classes >"$launch/all.classes"
    "$java_home/bin/java" -Xshare:dump -XX:SharedClassListFile="$launch/all.classes" \
        -XX:SharedArchiveFile="$launch/printwire.jsa.new" $java_flags -cp "$launch/printwire.jar"
    rm -f "$launch"/*.classes
    mv "$launch/printwire.jsa.new" "$launch/printwire.jsa"
}

may_write_target() {
    if [ -e "$home/target" ] && ! { [ -w "$home/target" ] && [ -w "$launch" -o ! -e "$launch" ]; }; then
        give_up "$home/target belongs to $(stat -c %U "$home/target"), so you cannot build there (built with sudo once?). Run:
    sudo chown -R $(id -un) '$home/target'"
    fi
}

# Built with sudo in somebody's checkout: what was built belongs to whom the checkout belongs to.
give_target_back() {
    if [ "$(id -u)" -eq 0 ]; then
        chown -R --reference="$home/pom.xml" "$home/target"
    fi
}
