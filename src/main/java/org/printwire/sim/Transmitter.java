package org.printwire.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines on their way to the host, spoiled by faults, at the speed of the line. */
final class Transmitter {
    private static final byte[] JUNK = {(byte) 0x80, (byte) 0xff, 1, '?', '~', (byte) 0xc3};

    private static final long SECOND = 1_000_000_000L;

    private record Piece(byte[] bytes, long startNanos) {}

    private record Late(String line, long dueNanos) {}

    private final long byteNanos;
    private final FaultDice dice;
    private final Tally tally;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final List<Late> late = new ArrayList<>();
    private Late overtaken;
    private int sentOfHead;
    private long freeNanos = Long.MIN_VALUE;

    Transmitter(long byteNanos, FaultDice dice, Tally tally) {
        this.byteNanos = byteNanos;
        this.dice = dice;
        this.tally = tally;
    }

    void say(String line, long nanos) {
        release(nanos);
        boolean ok = line.startsWith("ok");
        if (ok && dice.hits(Fault.Chance.Kind.LOST_OK)) {
            return;
        }
        if (ok && dice.hits(Fault.Chance.Kind.LATE_OK)) {
            late.add(new Late(line, nanos + SECOND + dice.below(Fault.Chance.Kind.LATE_OK, 4_000) * (SECOND / 1000)));
            return;
        }
        if (overtaken == null && dice.hits(Fault.Chance.Kind.REORDERED)) {
            overtaken = new Late(line, nanos + SECOND);
            return;
        }
        send(line, nanos);
        if (ok && dice.hits(Fault.Chance.Kind.DOUBLED_OK)) {
            send(line, nanos);
        }
        if (overtaken != null) {
            send(overtaken.line, nanos);
            overtaken = null;
        }
    }

    /** Sends what is late and due. */
    private void release(long nanos) {
        if (overtaken != null && overtaken.dueNanos <= nanos) {
            send(overtaken.line, nanos);
            overtaken = null;
        }
        for (int i = 0; i < late.size(); i++) {
            if (late.get(i).dueNanos <= nanos) {
                send(late.remove(i--).line, nanos);
            }
        }
    }

    private void send(String line, long nanos) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        if (dice.hits(Fault.Chance.Kind.CORRUPT_OUT) && bytes.length > 1) {
            int at = dice.below(Fault.Chance.Kind.CORRUPT_OUT, bytes.length - 1);
            bytes[at] = dice.otherThan(Fault.Chance.Kind.CORRUPT_OUT, bytes[at]);
        }
        if (dice.hits(Fault.Chance.Kind.LOST_BYTE_OUT)) {
            bytes = dice.without(Fault.Chance.Kind.LOST_BYTE_OUT, bytes);
        }
        if (dice.hits(Fault.Chance.Kind.NOISE)) {
            int count = 1 + dice.below(Fault.Chance.Kind.NOISE, 4);
            byte[] noisy = new byte[count + bytes.length];
            for (int i = 0; i < count; i++) {
                noisy[i] = JUNK[dice.below(Fault.Chance.Kind.NOISE, JUNK.length)];
            }
            System.arraycopy(bytes, 0, noisy, count, bytes.length);
            bytes = noisy;
        }
        long start = Math.max(nanos, freeNanos);
        freeNanos = start + bytes.length * byteNanos;
        pieces.addLast(new Piece(bytes, start));
    }

    /** The bytes that have left by now and were not taken before. */
    byte[] take(long nanos) {
        release(nanos);
        if (pieces.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        while (!pieces.isEmpty()) {
            Piece piece = pieces.peekFirst();
            long due = byteNanos == 0 ? piece.startNanos <= nanos ? piece.bytes.length : 0
                    : Math.max(0, Math.min(piece.bytes.length, (nanos - piece.startNanos) / byteNanos));
            if (due > sentOfHead) {
                left.write(piece.bytes, sentOfHead, (int) due - sentOfHead);
                sentOfHead = (int) due;
            }
            if (sentOfHead < piece.bytes.length) {
                break;
            }
            pieces.removeFirst();
            sentOfHead = 0;
        }
        tally.bytesSent += left.size();
        return left.toByteArray();
    }

    /** When the line at the head has left as a whole, or a late one is due; {@code Long.MAX_VALUE}: nothing waits. */
    long nextNanos() {
        Piece piece = pieces.peekFirst();
        long next = piece == null ? Long.MAX_VALUE : piece.startNanos + piece.bytes.length * byteNanos;
        if (overtaken != null) {
            next = Math.min(next, overtaken.dueNanos);
        }
        for (Late one : late) {
            next = Math.min(next, one.dueNanos);
        }
        return next;
    }

    /** When all that was said has left. */
    long freeNanos() {
        return freeNanos;
    }

    void clear() {
        pieces.clear();
        late.clear();
        overtaken = null;
        sentOfHead = 0;
    }
}
