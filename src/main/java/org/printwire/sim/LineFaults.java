package org.printwire.sim;

import java.io.ByteArrayOutputStream;

/**
 * Spoils lines on their way to the board. While it can, it holds a line back until its end has come. The end of a packed
 * line is found by an unpacker of its own, which sees what the host has sent and not what became of it.
 */
final class LineFaults {
    private static final Fault.Chance.Kind[] KINDS = {
        Fault.Chance.Kind.CORRUPT_IN, Fault.Chance.Kind.LOST_LINE, Fault.Chance.Kind.DUPLICATED_LINE,
        Fault.Chance.Kind.LOST_BYTE};

    private final FaultDice dice;
    private final boolean active;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Unpacker sent = new Unpacker(PrinterModel.MK3S);

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
            if (endsLine(bytes[i])) {
                byte[] whole = line.toByteArray();
                line.reset();
                spoil(whole, wire, nanos);
            }
        }
    }

    /** The host is gone: the beginning of a line that it has sent arrives alone. */
    void release(Wire wire, long nanos) {
        byte[] begun = line.toByteArray();
        line.reset();
        wire.put(begun, 0, begun.length, nanos);
    }

    /** A host begins anew, with text. What is held back of the one before is lost. */
    void opened() {
        line.reset();
        sent = new Unpacker(PrinterModel.MK3S);
    }

    private boolean endsLine(byte value) {
        int count = sent.take(value);
        for (int i = 0; i < count; i++) {
            if (sent.character(i) == '\n') {
                return true;
            }
        }
        return false;
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
            // A whole byte of a packed line is two characters, which pass the checksum once in a hundred times; noise on a
            // wire changes a bit.
            whole[at] = packed(whole) ? (byte) (whole[at] ^ 1 << dice.below(Fault.Chance.Kind.CORRUPT_IN, 8))
                    : dice.otherThan(Fault.Chance.Kind.CORRUPT_IN, whole[at]);
        }
        byte[] sent = dice.hits(Fault.Chance.Kind.LOST_BYTE) ? dice.without(Fault.Chance.Kind.LOST_BYTE, whole) : whole;
        wire.put(sent, 0, sent.length, nanos);
    }

    private static boolean packed(byte[] whole) {
        return whole[whole.length - 1] != '\n';
    }
}
