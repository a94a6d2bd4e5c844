package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Commands that wait to be sent, one after the other. */
final class Questions implements LineSource {

    private final Deque<Line> lines = new ArrayDeque<>();

    void add(String... commands) {
        List.of(commands).forEach(command -> lines.add(Line.own(command)));
    }

    void clear() {
        lines.clear();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public Line peek(long number) {
        return lines.peekFirst();
    }

    @Override
    public void took() {
        lines.removeFirst();
    }
}
