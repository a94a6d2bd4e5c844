package org.printwire.webhook;

import java.util.Map;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.EventName;

/** What OctoPrint 1.11 calls an event that has another name here: custom events of the plugin go by those names. */
final class OctoPrintName {

    private static final Map<Class<? extends Event>, String> NAMES = Map.of(
            Event.FirmwareIdentified.class, "FirmwareData",
            Event.ColorChangeWaiting.class, "FilamentChange",
            Event.ZChanged.class, "ZChange",
            Event.PositionReported.class, "PositionUpdate",
            Event.PrinterError.class, "Error",
            Event.UserActionNeeded.class, "plugin_webhooks_notify",
            Event.ProgressChanged.class, "plugin_webhooks_progress",
            Event.TimelapseDone.class, "MovieDone",
            Event.TimelapseFailed.class, "MovieFailed");

    private OctoPrintName() {}

    /** Empty: OctoPrint has no such event, or the same name for it. */
    static Optional<String> of(Event event) {
        return Optional.ofNullable(NAMES.get(event.getClass()));
    }

    /** Our name of an event that is ours or OctoPrint's, whatever its case. */
    static Optional<String> ours(String name) {
        return NAMES.entrySet().stream().filter(each -> each.getValue().equalsIgnoreCase(name))
                .map(each -> EventName.simple(each.getKey())).findFirst()
                .or(() -> Event.types().stream().map(EventName::simple).filter(name::equalsIgnoreCase).findFirst());
    }
}
