package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.printwire.gcode.GcodeLine;

/** What is to be sent: the host's own commands first, then the lines of the file. */
final class Upcoming {

    private final Deque<OwnLine> own = new ArrayDeque<>();
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
        own.add(new OwnLine(line, Insertion.Purpose.OTHER));
    }

    /** Several of the host, one behind the other. */
    void add(List<Line> lines) {
        lines.forEach(this::add);
    }

    /** Several that belong together: {@link #endsScript} tells when the last of them was taken. */
    void script(List<String> commands, Insertion.Purpose purpose) {
        commands.forEach(command -> own.add(OwnLine.of(command, purpose)));
        lastOfScript = own.isEmpty() ? null : own.peekLast().line();
    }

    /** A script of one command that goes out without a number. */
    void bare(String command, Insertion.Purpose purpose) {
        own.add(new OwnLine(Line.bare(command), purpose));
        lastOfScript = own.peekLast().line();
    }

    /** A script that another host has begun ends with this line; null: none is under way. */
    void expectEnd(Line line) {
        lastOfScript = line;
    }

    /** True for the last line of the script given last. */
    boolean endsScript(Line line) {
        return line == lastOfScript;
    }

    /** The next line of the file, which stays, or null if none is here. */
    GcodeLine nextOfFile() {
        return file.peekFirst();
    }

    /** The host's own commands that wait, the next one first. */
    Collection<OwnLine> own() {
        return own;
    }

    /** Takes the host's next own command. */
    Line takeOwn() {
        return own.removeFirst().line();
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
