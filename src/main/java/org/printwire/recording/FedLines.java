package org.printwire.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.printwire.gcode.GcodeLine;
import org.printwire.stream.Input;

/**
 * The lines of the file as a replay gives them to the streamer: each at the moment at which the recording sends it for the
 * first time. What the host sent on its own account is never given: the streamer has to find it by itself.
 */
final class FedLines {

    /**
     * A piece of what the file brought.
     *
     * @param lines       so many lines for the printer
     * @param hostCommand instead: an instruction to the host; null: none
     * @param last        the file is at its end
     */
    record Part(int lines, String hostCommand, boolean last) { }

    private final Deque<Part> parts = new ArrayDeque<>();
    private long handed;

    void clear() {
        parts.clear();
        handed = 0;
    }

    /** The file brought this. Returns what must not wait until a line is sent. */
    Input.Feed add(Part part) {
        parts.add(part);
        return feed(new ArrayList<>());
    }

    /** The next line of the file goes out, and these were its words; null: the file had brought no more. */
    Input.Feed next(String command) {
        if (parts.isEmpty()) {
            return null;
        }
        // feed() leaves a part with lines in front, or none.
        Part first = parts.removeFirst();
        parts.addFirst(new Part(first.lines() - 1, null, first.last()));
        List<GcodeLine> lines = new ArrayList<>();
        lines.add(line(command));
        handed++;
        return feed(lines);
    }

    private Input.Feed feed(List<GcodeLine> lines) {
        boolean last = false;
        while (!parts.isEmpty() && parts.peekFirst().lines() == 0) {
            Part part = parts.removeFirst();
            last |= part.last();
            if (part.hostCommand() != null) {
                lines.add(line(part.hostCommand()));
            }
        }
        return new Input.Feed(lines, last);
    }

    private GcodeLine line(String text) {
        return new GcodeLine(handed, handed + 1, handed + 1, text);
    }
}
