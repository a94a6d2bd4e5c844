package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.printwire.gcode.GcodeLine;

/** What is to be sent: the host's own commands first, then the lines of the file. */
final class Upcoming {

    private final Deque<Line> own = new ArrayDeque<>();
    private final Deque<GcodeLine> file = new ArrayDeque<>();
    private boolean fileEnded;
    private Line lastOfScript;

    /** @param last no more lines of the file will come */
    void feed(List<GcodeLine> lines, boolean last) {
        file.addAll(lines);
        fileEnded |= last;
    }

    /** A command of the host, before the next line of the file. */
    void add(Line line) {
        own.add(line);
    }

    /** Several that belong together: {@link #endsScript} tells when the last of them was taken. */
    void script(List<String> commands) {
        commands.forEach(command -> own.add(Line.own(command)));
        lastOfScript = own.peekLast();
    }

    /** True for the last line of the script given last. */
    boolean endsScript(Line line) {
        return line == lastOfScript;
    }

    /** The host's next own command, or null. */
    Line own() {
        return own.pollFirst();
    }

    /** The next line of the file, or null if none is here. */
    GcodeLine fromFile() {
        return file.pollFirst();
    }

    /** Nothing that waits is to be sent any more. */
    void clear() {
        own.clear();
        file.clear();
    }

    /** Lines of the file that are here. */
    int buffered() {
        return file.size();
    }

    boolean ownLeft() {
        return !own.isEmpty();
    }

    boolean fileLeft() {
        return !fileEnded || !file.isEmpty();
    }
}
