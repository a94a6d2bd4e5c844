package org.printwire.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a message is about, as the receiver reads it. There is one for each topic of the OctoPrint-Webhooks plugin
 * (3.0.3, whose topic strings and default messages receivers rely on) and one for each event of docs/events.md.
 *
 * @param name       as in {@code events:} and {@code messages:} of the configuration
 * @param message    the text where the user gives none
 * @param newestOnly a report of a changing value: while it waits to be sent, a newer one of this topic replaces it
 */
public record Topic(String name, String message, boolean newestOnly) {

    private static final Map<String, Topic> ALL = new LinkedHashMap<>();

    public static final Topic PRINT_STARTED = said("PrintStarted", "Your print has started.");
    public static final Topic PRINT_DONE = said("PrintDone", "Your print is done.");
    public static final Topic PRINT_FAILED = said("PrintFailed", "Something went wrong and your print has failed.");
    public static final Topic PRINT_PAUSED =
            said("PrintPaused", "Your print has paused. You might need to change the filament color.");
    public static final Topic USER_ACTION_NEEDED =
            said("UserActionNeeded", "User action needed. You might need to change the filament color.");
    public static final Topic ERROR = said("Error", "There was an error.");
    public static final Topic PRINT_PROGRESS =
            newest("PrintProgress", "Your print is @percentCompleteMilestone % complete.");
    public static final Topic LAYER = newest("Layer", "Layer @extra.layer is done.");
    public static final Topic COOLED_DOWN = said("CooledDown", "Your print has cooled down.");
    public static final Topic MESSAGE_FIRED = said("MessageFired", "@extra.text");
    /** The plugin's one topic for all custom events (4.x); each has its own text. */
    public static final Topic CUSTOM_EVENT = new Topic("CustomEvent", "", false);

    static {
        said("PrintCancelled", "Your print was cancelled.");
        said("PrintResumed", "Your print goes on.");
        said("PhaseChanged", "Your print is in another phase.");
        said("StopsPlanned", "Your print will stop on its way and wait for you.");
        said("Connected", "The printer is connected.");
        said("Disconnected", "The printer is disconnected.");
        said("FirmwareIdentified", "The printer has told its firmware.");
        said("PrinterReset", "The printer has restarted.");
        said("PrinterError", "The printer reports an error.");
        said("ColorChangePending", "A color change is coming up.");
        said("ColorChangeWaiting", "The printer waits for you to change the filament color.");
        said("ColorChangeDone", "The filament color is changed and your print goes on.");
        said("FilamentRunout", "The filament has run out. The printer waits for more.");
        said("ResendsHigh", "The cable to the printer is bad: it wants many lines again.");
        said("PowerFailed", "The power has failed. The printer has saved where it is.");
        said("Notice", "There is a message from your print.");
        newest("ProgressChanged", "Your print has made progress.");
        newest("ZChanged", "Your print has reached another height.");
        newest("LayerDone", "A layer of your print is done.");
        said("TimelapseDone", "The film of your print is done.");
        said("TimelapseFailed", "There is no film of your print.");
        newest("LayerChanged", "Your print has begun another layer.");
        newest("TemperaturesReported", "The printer reports its temperatures.");
        newest("PositionReported", "The printer reports its position.");
    }

    /** The topic of that name, if there is one. */
    public static Optional<Topic> named(String name) {
        return name.equals(CUSTOM_EVENT.name) ? Optional.of(CUSTOM_EVENT) : Optional.ofNullable(ALL.get(name));
    }

    /** All names that {@code events:} may hold. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /** The string on the wire: {@code PrintStarted} is {@code Print Started}. */
    public String title() {
        return name.replaceAll("(?<=.)(?=[A-Z])", " ");
    }

    private static Topic said(String name, String message) {
        return kept(new Topic(name, message, false));
    }

    private static Topic newest(String name, String message) {
        return kept(new Topic(name, message, true));
    }

    private static Topic kept(Topic topic) {
        ALL.put(topic.name, topic);
        return topic;
    }
}
