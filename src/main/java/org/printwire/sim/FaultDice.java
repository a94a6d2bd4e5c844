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
    private final double[] rates = new double[Fault.Chance.Kind.values().length];

    FaultDice(Faults faults, long seed, Tally tally) {
        this.faults = faults;
        this.tally = tally;
        for (Fault.Chance.Kind kind : Fault.Chance.Kind.values()) {
            generators.put(kind, new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (kind.ordinal() + 1)));
            rates[kind.ordinal()] = faults.rate(kind);
        }
    }

    Faults faults() {
        return faults;
    }

    /** Whether a fault of this kind can happen at all. */
    boolean loaded(Fault.Chance.Kind kind) {
        return rates[kind.ordinal()] > 0;
    }

    /** Draws; a hit is counted as injected. */
    boolean hits(Fault.Chance.Kind kind) {
        double rate = rates[kind.ordinal()];
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

    /** The bytes without one of them. */
    byte[] without(Fault.Chance.Kind kind, byte[] bytes) {
        int at = below(kind, bytes.length);
        byte[] fewer = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, fewer, 0, at);
        System.arraycopy(bytes, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }
}
