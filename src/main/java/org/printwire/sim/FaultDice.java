package org.printwire.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws the faults that come by chance. Every kind has its own generator, so that switching one kind on does not
 * move the others to other lines.
 */
final class FaultDice {
    private final Faults faults;
    private final Tally tally;
    private final Map<Fault.Chance.Kind, SplittableRandom> generators = new EnumMap<>(Fault.Chance.Kind.class);
    private final Map<Fault.Chance.Kind, Double> rates = new EnumMap<>(Fault.Chance.Kind.class);

    FaultDice(Faults faults, long seed, Tally tally) {
        this.faults = faults;
        this.tally = tally;
        for (Fault.Chance.Kind kind : Fault.Chance.Kind.values()) {
            generators.put(kind, new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (kind.ordinal() + 1)));
            rates.put(kind, faults.rate(kind));
        }
    }

    Faults faults() {
        return faults;
    }

    /** Whether a fault of this kind can happen at all. */
    boolean loaded(Fault.Chance.Kind kind) {
        return rates.get(kind) > 0;
    }

    /** Draws; a hit is counted as injected. */
    boolean hits(Fault.Chance.Kind kind) {
        double rate = rates.get(kind);
        if (rate > 0 && generators.get(kind).nextDouble() < rate) {
            tally.fault(kind.text());
            return true;
        }
        return false;
    }

    /** A number from 0 up to below {@code bound}, from the generator of this kind. */
    int below(Fault.Chance.Kind kind, int bound) {
        return generators.get(kind).nextInt(bound);
    }

    /** A printable character that is not {@code old}. */
    byte otherThan(Fault.Chance.Kind kind, byte old) {
        byte drawn;
        do {
            drawn = (byte) (33 + below(kind, 94));
        } while (drawn == old);
        return drawn;
    }
}
