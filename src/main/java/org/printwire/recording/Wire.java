package org.printwire.recording;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.printwire.stream.Action;
import org.printwire.stream.Input;
import org.printwire.stream.PackingTalk;
import org.printwire.stream.StreamSettings;

/** What passes on the wire and beside it, as lines of a recording. */
public final class Wire {

    /** The watch over a printer that cools down begins: nothing after it is replayed. */
    public static final String WATCH = "watch";
    /** The question begins which line a printer had last. */
    public static final String LOCATE = "locate";
    /** The port was gone: what stands right before this did not go out, or not all of it. */
    public static final String UNWRITTEN = "not written, or only in part";
    static final String LOST = "lost: ";
    /** What somebody wants to see who looks for the reason of a failure. */
    private static final Set<String> INCIDENTS =
            Set.of("pause", "resume", "cancel", "emergency stop", "port lost", "port back", UNWRITTEN);
    private static final String CONNECT = "connect, ";
    private static final String PACKING = "packing on";
    private static final String PACKING_TIGHT = "packing on, without blanks";
    private static final String PACKING_OFF = "packing off";
    private static final String MILLIS = " ms";

    private Wire() {}

    /** A line to the printer as it reads, whatever its bytes were, with the line ends that it was written with. */
    public static String written(Action.Send send) {
        return (send.flush() ? "\n" : "") + send.frame().line() + '\n';
    }

    /** The port is open, and the printer has so long to answer. */
    public static String connect(Duration bootLimit) {
        return CONNECT + bootLimit.toMillis() + MILLIS;
    }

    /** The time that {@link #connect} says, or null. */
    static Duration bootLimit(String words) {
        return words.matches(CONNECT + "\\d{1,12}" + MILLIS)
                ? Duration.ofMillis(Long.parseLong(words.substring(CONNECT.length(), words.length() - MILLIS.length())))
                : null;
    }

    /** The talk begins whether lines are packed. */
    public static String packing(PackingTalk talk) {
        return !talk.packed() ? PACKING_OFF : talk.noSpaces() ? PACKING_TIGHT : PACKING;
    }

    /** The talk that {@link #packing} says, or null. */
    static PackingTalk packing(String words) {
        return switch (words) {
            case PACKING -> PackingTalk.beginning(false);
            case PACKING_TIGHT -> PackingTalk.beginning(true);
            case PACKING_OFF -> PackingTalk.ending();
            default -> null;
        };
    }

    /** A job begins. */
    public static String job(StreamSettings settings) {
        return JobNote.words(settings);
    }

    /** The port is gone for good. */
    public static String lost(String why) {
        return LOST + why;
    }

    /** True for the words of what the user or the port did; false for what a state machine is told all the time. */
    public static boolean incident(String words) {
        return INCIDENTS.contains(words) || words.startsWith(LOST);
    }

    /** Lines for what a state machine was told beside the printer's lines. */
    public static List<RecordedLine> told(Input input, long nanos) {
        return Told.words(input).stream().map(words -> RecordedLine.done(nanos, words)).collect(Collectors.toList());
    }
}
