package org.printwire.config;

import java.util.List;
import java.util.stream.Stream;
import org.printwire.event.Event;
import org.printwire.event.EventName;

/** The names that {@code events:} and {@code messages:} of a webhook may hold. */
public final class EventChoice {

    /** What a webhook without {@code events} gets: what the OctoPrint-Webhooks plugin 3.0.3 has switched on. */
    public static final List<String> DEFAULTS =
            List.of("PrintStarted", "PrintDone", "PrintFailed", "PrintPaused", "UserActionNeeded", "Error");

    private static final List<String> NAMES = Stream.of(
                    DEFAULTS.stream(),
                    Stream.of("PrintProgress", "Layer", "CooledDown"),
                    Event.types().stream().map(EventName::simple))
            .flatMap(names -> names)
            .distinct()
            .toList();

    private EventChoice() {}

    /** The plugin's seven first, then what only webhooks have, then those of docs/events.md that are not among them. */
    public static List<String> names() {
        return NAMES;
    }
}
