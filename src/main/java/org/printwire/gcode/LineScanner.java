package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream of bytes into lines, in memory that does not grow with the file or its lines.
 *
 * <p>A line ends at LF, CR LF or a lone CR: Prusa and Marlin firmware take CR as a line end, so a command behind a
 * lone CR is one of its own to them (Prusa-Firmware 3.14 cmdqueue.cpp, Marlin 2.1 queue.cpp). NUL bytes, blanks at the
 * start of a line and a UTF-8 byte order mark are left out of the line, but counted in the offset.
 *
 * <p>Of a line of more than {@value #KEPT_BYTES} bytes only the first that many are kept. One thread.
 */
final class LineScanner {
    static final int KEPT_BYTES = 65_536;
    private static final int BLOCK_BYTES = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] block;
    private int position;
    private int limit;
    private long offset;

    private final byte[] line = new byte[KEPT_BYTES];
    private int length;
    private boolean cut;
    private long number;
    private long nulBytes;

    LineScanner(InputStream in) {
        this(in, BLOCK_BYTES);
    }

    LineScanner(InputStream in, int blockBytes) {
        this.in = in;
        // Behind the bytes stands a line feed, so that a look for a line's end needs no other limit.
        this.block = new byte[blockBytes + 1];
        this.block[0] = '\n';
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException {
        if (position == limit && !fill()) {
            return false;
        }
        length = 0;
        cut = false;
        number++;
        while (!scanBlock() && fill()) {
            // the line goes on in the next block, or ends with the file
        }
        if (number == 1) {
            dropByteOrderMark();
        }
        return true;
    }

    /** Moves past the next line if it is a plain move that lies whole in the block; else stays where it is. */
    boolean move(CommandWords words, int longest) {
        int end = words.read(block, position, limit, longest);
        if (end < 0) {
            return false;
        }
        position = end;
        number++;
        return true;
    }

    /** The kept bytes of the line, good up to {@link #length()} and until the next call of {@link #next()}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** True when something other than blanks was left out behind the kept bytes. */
    boolean cut() {
        return cut;
    }

    /** The line's number in the file, from 1. */
    long number() {
        return number;
    }

    /** Bytes of the file up to and including the end of the line. */
    long endOffset() {
        return offset + position;
    }

    /** NUL bytes left out so far. */
    long nulBytes() {
        return nulBytes;
    }

    static boolean blank(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    /** Takes bytes of the block up to the line's end; false when the block is used up before it. */
    private boolean scanBlock() throws IOException {
        byte[] from = block;
        int at = position;
        while (true) {
            int start = at;
            byte b = from[at];
            while (b != '\n' && b != '\r' && b != 0) {
                b = from[++at];
            }
            keep(start, at);
            position = at;
            if (at == limit) {
                return false;
            }
            position = ++at;
            if (b != 0) {
                if (b == '\r') {
                    skipLineFeed();
                }
                return true;
            }
            nulBytes++;
        }
    }

    private void keep(int from, int to) {
        int at = from;
        while (length == 0 && at < to && blank(block[at])) {
            at++;
        }
        int fits = Math.min(to - at, KEPT_BYTES - length);
        System.arraycopy(block, at, line, length, fits);
        length += fits;
        for (at += fits; at < to && !cut; at++) {
            cut = !blank(block[at]);
        }
    }

    private void skipLineFeed() throws IOException {
        if ((position < limit || fill()) && block[position] == '\n') {
            position++;
        }
    }

    private void dropByteOrderMark() {
        int mark = BYTE_ORDER_MARK.length;
        if (length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            length -= mark;
            System.arraycopy(line, mark, line, 0, length);
        }
    }

    private boolean fill() throws IOException {
        offset += limit;
        position = 0;
        limit = 0;
        int read = in.read(block, 0, block.length - 1);
        limit = Math.max(read, 0);
        block[limit] = '\n';
        return read > 0;
    }
}
