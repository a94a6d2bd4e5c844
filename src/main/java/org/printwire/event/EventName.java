package org.printwire.event;

import java.util.Locale;

/** The two names of an event: {@code PrintStarted} in configuration, {@code print.started} on the wire. */
public final class EventName {

    private EventName() {}

    /** The name in configuration files and docs/events.md. */
    public static String simple(Class<? extends Event> type) {
        return type.getSimpleName();
    }

    /** The name in JSON: words in lower case, joined by dots. */
    public static String wire(Class<? extends Event> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", ".").toLowerCase(Locale.ROOT);
    }
}
