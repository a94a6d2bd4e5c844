package org.printwire.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that goes wrong with one simulated printer.
 *
 * @param all in the order given; of two chances of one kind the last counts
 */
public record Faults(List<Fault> all) {

    /** A printer and a cable without fault. */
    public static final Faults NONE = new Faults(List.of());

    /** What {@link #parse} understands, for a help text. */
    public static final String SYNTAX = Stream.concat(
            Arrays.stream(Fault.Chance.Kind.values()).map(kind -> kind.text() + "=RATE"),
            Stream.of("hang-at=LINE[:SECONDS]", "reset-at=LINE", "unplug-at=LINE", "error-at=LINE:TEXT",
                    "slow-reader=BYTES_PER_SECOND")).collect(Collectors.joining(", "));

    public Faults {
        all = List.copyOf(all);
    }

    public static Faults of(Fault... faults) {
        return new Faults(List.of(faults));
    }

    /**
     * Reads {@code corrupt-in=0.001} and its kind, see {@link #SYNTAX}.
     *
     * @throws IllegalArgumentException with a text for the user: what was written, and what can be written
     */
    public static Faults parse(Iterable<String> texts) {
        List<Fault> faults = new ArrayList<>();
        for (String text : texts) {
            faults.add(fault(text));
        }
        return new Faults(faults);
    }

    /** As {@link #parse(Iterable)}. */
    public static Faults parse(String... texts) {
        return parse(List.of(texts));
    }

    /** The chance of a kind; 0: never. */
    public double rate(Fault.Chance.Kind kind) {
        double rate = 0;
        for (Fault fault : all) {
            if (fault instanceof Fault.Chance chance && chance.kind() == kind) {
                rate = chance.rate();
            }
        }
        return rate;
    }

    private static Fault fault(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        try {
            for (Fault.Chance.Kind kind : Fault.Chance.Kind.values()) {
                if (kind.text().equals(name)) {
                    return new Fault.Chance(kind, Double.parseDouble(value));
                }
            }
            int colon = value.indexOf(':');
            String head = colon < 0 ? value : value.substring(0, colon);
            String tail = colon < 0 ? "" : value.substring(colon + 1);
            switch (name) {
                case "hang-at":
                    double seconds = tail.isEmpty() ? 0 : Double.parseDouble(tail);
                    return new Fault.HangAt(positive(head), Duration.ofNanos((long) (seconds * 1e9)));
                case "reset-at":
                    return new Fault.ResetAt(positive(value));
                case "unplug-at":
                    return new Fault.UnplugAt(positive(value));
                case "error-at":
                    return new Fault.ErrorAt(positive(head), tail.isEmpty() ? "Simulated error." : tail);
                case "slow-reader":
                    return new Fault.SlowReader(Math.toIntExact(positive(value)));
                default:
                    throw new IllegalArgumentException("unknown fault '" + name + "'; known are " + SYNTAX);
            }
        } catch (NumberFormatException | ArithmeticException bad) {
            throw new IllegalArgumentException("fault '" + text + "' has no usable value; write one of " + SYNTAX);
        } catch (IllegalArgumentException bad) {
            throw bad.getMessage().startsWith("unknown fault") ? bad
                    : new IllegalArgumentException("fault '" + text + "': " + bad.getMessage());
        }
    }

    private static long positive(String text) {
        long value = Long.parseLong(text);
        if (value < 1) {
            throw new IllegalArgumentException(value + " is below 1");
        }
        return value;
    }
}
