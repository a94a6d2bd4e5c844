package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import org.printwire.event.Event;

/** Events that have happened and were not told yet. */
final class Happenings {

    private final List<Event> events = new ArrayList<>();

    void add(Event event) {
        events.add(event);
    }

    /** What happened since the last call, in order. */
    List<Event> drain() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Event> happened = List.copyOf(events);
        events.clear();
        return happened;
    }
}
