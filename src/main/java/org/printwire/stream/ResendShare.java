package org.printwire.stream;

import java.util.List;
import org.printwire.event.Event;

/**
 * How many of the last lines the printer wanted again. A tenth is a wire that works and will not for long, or a board that
 * cannot keep up: one event when it begins, none again before it was better.
 */
final class ResendShare {

    /** Lines that are looked back on. */
    static final int LINES = 200;
    /** Requests among them that are told. */
    static final int MANY = LINES / 10;
    /** So few, and it is over. */
    static final int FEW = LINES / 20;

    private final Happenings events = new Happenings();
    private final int[] resends = new int[LINES];
    private int at;
    private int recent;
    private long lines;
    private long all;
    private boolean told;

    /** A new line went out. */
    void sent() {
        lines++;
        at = (at + 1) % LINES;
        recent -= resends[at];
        resends[at] = 0;
        told &= recent > FEW;
    }

    /** The printer wants a line again. */
    void resent() {
        all++;
        resends[at]++;
        recent++;
        if (recent >= MANY && !told) {
            told = true;
            events.add(new Event.ResendsHigh(recent * 100 / LINES, all, lines));
        }
    }

    /** How often the printer has asked for a line again. */
    long all() {
        return all;
    }

    /** What happened since the last call. */
    List<Event> events() {
        return events.drain();
    }
}
