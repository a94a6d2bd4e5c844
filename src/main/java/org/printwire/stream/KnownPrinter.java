package org.printwire.stream;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.printwire.event.Event;
import org.printwire.marlin.FirmwareReport;

/**
 * The printer that a job was begun on.
 *
 * @param identified what it said of itself, with the profile in use
 * @param uuid       {@code UUID} of its M115 answer, empty if it has none
 */
public record KnownPrinter(Event.FirmwareIdentified identified, String uuid) {

    /** Answers have no checksum: so many letters may differ between two that were meant to be equal. */
    private static final int MOST_DAMAGED_LETTERS = 2;

    /** As it answered M115. */
    public static KnownPrinter of(FirmwareReport report, String profile, Map<String, Boolean> capabilities) {
        return new KnownPrinter(new Event.FirmwareIdentified(report.firmware(), report.machine(), profile, capabilities),
                report.fields().getOrDefault("UUID", ""));
    }

    /** In what the printer that answers now differs, for people; empty: it is the same one, as far as can be told. */
    Optional<String> difference(FirmwareReport now) {
        String there = now.fields().getOrDefault("UUID", "");
        if (!sameModel(now.machine(), identified.machine())) {
            return Optional.of("it is a " + now.machine() + ", and the job was begun on a " + identified.machine());
        }
        if (!same(now.firmware(), identified.firmware())) {
            return Optional.of("its firmware is " + now.firmware() + ", and the job was begun on " + identified.firmware());
        }
        if (!same(there, uuid)) {
            return Optional.of("its UUID is " + there + ", and the job was begun on " + uuid);
        }
        return Optional.empty();
    }

    /** Up to the next key, FIRMWARE_URL and the like, which is taken for a part of the value when its colon was damaged. */
    private static String value(String text) {
        return text.split(" [A-Z]+_[A-Z]")[0];
    }

    /** MK2S and MK3S are not the same, however noisy the wire. */
    private static boolean sameModel(String now, String then) {
        return same(now, then) && digits(value(now)).equals(digits(value(then)));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    /**
     * Told by their length, MK3 and MK3S are never the same. A printer with another firmware of the same length, 3.14.0 after
     * 3.13.0, has been off since and knows nothing of the job: that is found out by its line number.
     */
    private static boolean same(String answer, String asked) {
        String now = value(answer);
        String then = value(asked);
        if (now.length() != then.length()) {
            return false;
        }
        long differing = IntStream.range(0, now.length()).filter(i -> now.charAt(i) != then.charAt(i)).count();
        return differing <= MOST_DAMAGED_LETTERS;
    }

    /** It reports temperatures by itself, once it is told to (M155). */
    boolean reports() {
        return identified.capabilities().getOrDefault("AUTOREPORT_TEMP", false);
    }
}
