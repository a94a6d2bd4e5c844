package org.printwire.sim;

import java.io.ByteArrayOutputStream;

/** Spoils lines on their way to the board. While it can, it holds a line back until its end has come. */
final class LineFaults {
    private static final Fault.Chance.Kind[] KINDS = {
        Fault.Chance.Kind.CORRUPT_IN, Fault.Chance.Kind.LOST_LINE, Fault.Chance.Kind.DUPLICATED_LINE};

    private final FaultDice dice;
    private final boolean active;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineFaults(FaultDice dice) {
        this.dice = dice;
        boolean any = false;
        for (Fault.Chance.Kind kind : KINDS) {
            any |= dice.loaded(kind);
        }
        this.active = any;
    }

    void pass(byte[] bytes, int offset, int length, Wire wire, long nanos) {
        if (!active) {
            wire.put(bytes, offset, length, nanos);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            line.write(bytes[i]);
            if (bytes[i] == '\n') {
                byte[] whole = line.toByteArray();
                line.reset();
                spoil(whole, wire, nanos);
            }
        }
    }

    private void spoil(byte[] whole, Wire wire, long nanos) {
        if (dice.hits(Fault.Chance.Kind.LOST_LINE)) {
            return;
        }
        if (dice.hits(Fault.Chance.Kind.DUPLICATED_LINE)) {
            wire.put(whole, 0, whole.length, nanos);
        }
        if (dice.hits(Fault.Chance.Kind.CORRUPT_IN)) {
            int at = dice.below(Fault.Chance.Kind.CORRUPT_IN, whole.length);
            whole[at] = dice.otherThan(Fault.Chance.Kind.CORRUPT_IN, whole[at]);
        }
        wire.put(whole, 0, whole.length, nanos);
    }
}
