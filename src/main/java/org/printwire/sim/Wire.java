package org.printwire.sim;

import java.util.Arrays;

/** Bytes on their way to the board, each with the time at which it arrives. */
final class Wire {
    private final long byteNanos;
    private byte[] bytes = new byte[4096];
    private int head;
    private int length;
    private long headNanos;

    /** @param byteNanos from one byte to the next; 0: all arrive at once */
    Wire(long byteNanos) {
        this.byteNanos = byteNanos;
    }

    void put(byte[] source, int offset, int count, long nanos) {
        if (length == 0) {
            head = 0;
            headNanos = nanos + byteNanos;
        }
        if (head + length + count > bytes.length) {
            byte[] roomy = length + count > bytes.length ? new byte[2 * (length + count)] : bytes;
            System.arraycopy(bytes, head, roomy, 0, length);
            bytes = roomy;
            head = 0;
        }
        System.arraycopy(source, offset, bytes, head + length, count);
        length += count;
    }

    /** When the next byte arrives; {@code Long.MAX_VALUE}: none is on its way. */
    long nextNanos() {
        return length == 0 ? Long.MAX_VALUE : headNanos;
    }

    /** When the next line is complete, or all bytes have arrived: time enough to look again. */
    long nextLineNanos() {
        if (length == 0 || byteNanos == 0) {
            return nextNanos();
        }
        int at = 0;
        while (at < length - 1 && !mayEndLine(bytes[head + at])) {
            at++;
        }
        return headNanos + at * byteNanos;
    }

    /** A line feed, or a byte that may be a packed one. */
    private static boolean mayEndLine(byte value) {
        return value == '\n' || value < 0 && ((value & 0xF) == 0xC || (value & 0xF0) == 0xC0);
    }

    byte take() {
        byte value = bytes[head++];
        length--;
        headNanos += byteNanos;
        return value;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        Arrays.fill(bytes, (byte) 0);
    }
}
