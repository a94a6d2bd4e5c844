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
     * @param colors  the filament that the file names for a change, by the index of its M600; empty if it names none
     * @param opening what frames the lines of the file
     */
    record StartJob(Map<Long, String> colors, Opening opening) implements Input {
        public StartJob(Map<Long, String> colors) {
            this(colors, Opening.none());
        }
    }

    /**
     * Go on with a job that another host has begun and the printer still has; {@link Feed} brings what {@code retrace} left.
     *
     * @param paused the job stood still
     * @param colors as in {@link StartJob}
     * @param known  the printer that the job was begun on: no other is printed on
     * @param last   commands at the end, however it ends
     */
    record Rejoin(Retrace retrace, boolean paused, Map<Long, String> colors, KnownPrinter known, List<String> last)
            implements Input {}

    /** The user wants the job to stand still. */
    record Pause() implements Input {}

    /** The user wants it to go on. */
    record Resume() implements Input {}

    /** The user wants it to end: heaters off, park. */
    record Cancel() implements Input {}

    /** The user wants everything to stop this instant (M112). */
    record EmergencyStop() implements Input {}

    /** {@link Action.Keep} for this number, and all before it, are on the disk, or will never be. */
    record Kept(long number) implements Input {}

    /** The port is gone; what was written last may be lost. Nothing is sent until {@link PortBack}. */
    record PortLost() implements Input {}

    /** The same printer is there again: ask it how far it got, and go on. */
    record PortBack() implements Input {}

    /** The file cannot be read any further. */
    record FileFailed(String detail) implements Input {}
}
