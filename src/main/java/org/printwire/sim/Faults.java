package org.printwire.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * All that goes wrong with one simulated printer.
 *
 * @param all in the order given; of two chances of one kind the last counts
 */
public record Faults(List<Fault> all) {

    /** A printer and a cable without fault. */
    public static final Faults NONE = new Faults(List.of());

    /** What {@link #parse} understands, for a help text. */
    public static final String SYNTAX = FaultText.SYNTAX;

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
            faults.add(FaultText.parse(text));
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

    /** From one byte that a slow board takes to the next; 0: it is not slow. */
    long slowReaderNanos() {
        long nanos = 0;
        for (Fault fault : all) {
            if (fault instanceof Fault.SlowReader slow) {
                nanos = 1_000_000_000L / slow.bytesPerSecond();
            }
        }
        return nanos;
    }
}
