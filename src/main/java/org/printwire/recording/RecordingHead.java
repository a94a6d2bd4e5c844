package org.printwire.recording;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a recording made by printwire. Recordings of other hosts have none.
 *
 * @param kind    all of a connection, or its last lines only
 * @param version of printwire
 * @param began   the time of day at which the times of the lines are 0
 * @param profile the printer profile that the user named; empty: chosen by what the printer says of itself
 */
public record RecordingHead(Kind kind, String version, Instant began, Optional<String> profile) {

    private static final Pattern WORDS = Pattern.compile(
            "printwire (whole|flight) recording 1, version (.*), began (\\S+), profile (.*)");
    private static final String BY_FIRMWARE = "(by firmware)";

    /** How much of a connection it holds. */
    public enum Kind { WHOLE, FLIGHT }

    /** What stands behind the {@code #}. */
    public String words() {
        return "printwire " + (kind == Kind.WHOLE ? "whole" : "flight") + " recording 1, version " + version + ", began "
                + began + ", profile " + profile.orElse(BY_FIRMWARE);
    }

    /** The head that these words are; empty: they are none. */
    public static Optional<RecordingHead> of(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordingHead(matcher.group(1).equals("whole") ? Kind.WHOLE : Kind.FLIGHT,
                    matcher.group(2), Instant.parse(matcher.group(3)),
                    Optional.of(matcher.group(4)).filter(name -> !name.equals(BY_FIRMWARE))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    RecordedLine line() {
        return RecordedLine.done(RecordedLine.NO_TIME, words());
    }
}
