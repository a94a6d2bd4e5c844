package org.printwire.stream;

import java.util.List;
import java.util.Map;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.Reply;

/** What the streamer hears. */
public sealed interface Input {

    /** A line from the printer; {@code text} as received. */
    record Received(Reply reply, String text) implements Input {}

    /** Time has passed; at the latest when {@link Streamer#deadline()} is reached. */
    record Tick() implements Input {}

    /** The next lines of the file; {@code last}: no more will come. */
    record Feed(List<GcodeLine> lines, boolean last) implements Input {}

    /**
     * Start printing what {@link Feed} brings.
     *
     * @param colors the filament that the file names for a change, by the index of its M600; empty if it names none
     */
    record StartJob(Map<Long, String> colors) implements Input {}

    /** The user wants the job to stand still. */
    record Pause() implements Input {}

    /** The user wants it to go on. */
    record Resume() implements Input {}

    /** The user wants it to end: heaters off, park. */
    record Cancel() implements Input {}

    /** The user wants everything to stop this instant (M112). */
    record EmergencyStop() implements Input {}

    /** The file cannot be read any further. */
    record FileFailed(String detail) implements Input {}
}
