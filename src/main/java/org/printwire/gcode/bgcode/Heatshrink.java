package org.printwire.gcode.bgcode;

import java.util.zip.DataFormatException;

/**
 * Unpacks heatshrink (its published format, version 0.4): bits from the highest of each byte on; 1 and eight bits are a
 * byte; 0, {@code windowBits} bits and four bits are a repetition: how far back less one, how many bytes less one.
 */
final class Heatshrink {
    private static final int COUNT_BITS = 4;

    private final byte[] packed;
    private int bit;

    private Heatshrink(byte[] packed) {
        this.packed = packed;
    }

    /**
     * @param size bytes that must come out
     * @throws DataFormatException when it cannot be so; the message says why
     */
    static byte[] unpack(byte[] packed, int size, int windowBits) throws DataFormatException {
        Heatshrink bits = new Heatshrink(packed);
        byte[] out = new byte[size];
        int length = 0;
        while (length < size) {
            if (bits.take(1) == 1) {
                out[length++] = (byte) bits.take(8);
                continue;
            }
            int from = length - 1 - bits.take(windowBits);
            int count = 1 + bits.take(COUNT_BITS);
            if (from < 0) {
                throw new DataFormatException("its compressed data repeat what was not there");
            } else if (count > size - length) {
                throw new DataFormatException("its compressed data give more than the " + size + " bytes it promises");
            }
            for (int i = 0; i < count; i++) {
                out[length++] = out[from++];
            }
        }
        if (packed.length - (bits.bit + 7) / 8 > 0) {
            throw new DataFormatException("its compressed data give more than the " + size + " bytes it promises");
        }
        return out;
    }

    private int take(int count) throws DataFormatException {
        if (bit + count > packed.length * 8) {
            throw new DataFormatException("its compressed data give less than it promises");
        }
        int value = 0;
        for (int end = bit + count; bit < end; bit++) {
            value = value << 1 | packed[bit >> 3] >> 7 - (bit & 7) & 1;
        }
        return value;
    }
}
