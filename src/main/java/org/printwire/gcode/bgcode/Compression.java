package org.printwire.gcode.bgcode;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How a block's data are compressed, by the number in the file. Deflate is wrapped as by zlib. */
enum Compression {
    NONE, DEFLATE, HEATSHRINK_11_4, HEATSHRINK_12_4;

    private static final Compression[] BY_NUMBER = values();

    /** Null for a number that version 1 does not have. */
    static Compression of(int number) {
        return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    /**
     * @param size bytes that must come out
     * @throws DataFormatException when it cannot be so; the message says why
     */
    byte[] unpack(byte[] data, int size) throws DataFormatException {
        return switch (this) {
            case NONE -> data;
            case DEFLATE -> inflate(data, size);
            case HEATSHRINK_11_4 -> Heatshrink.unpack(data, size, 11);
            case HEATSHRINK_12_4 -> Heatshrink.unpack(data, size, 12);
        };
    }

    private static byte[] inflate(byte[] data, int size) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            byte[] out = new byte[size];
            int length = 0;
            int more = 1;
            while (more > 0 && length < size) {
                more = inflater.inflate(out, length, size - length);
                length += more;
            }
            // The end of the data, with a checksum of their own, may stand behind the last byte that comes out.
            boolean over = inflater.inflate(new byte[1]) > 0;
            if (over || inflater.getRemaining() > 0) {
                throw new DataFormatException("its compressed data give more than the " + size + " bytes it promises");
            } else if (length < size || !inflater.finished()) {
                throw new DataFormatException("its compressed data give " + length + " of the " + size + " bytes it promises");
            }
            return out;
        } catch (DataFormatException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("its ") ? e
                    : new DataFormatException("its compressed data make no sense"
                            + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"));
        } finally {
            inflater.end();
        }
    }
}
