package org.printwire.gcode.bgcode;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;

/**
 * Unpacks MeatPack as it stands in files: two characters a byte, or 15 for one that follows whole; 0xFF twice announces a
 * command. Comments that are kept stand between the commands that switch packing off and on.
 *
 * <p>libbgcode packs moves without their blanks, and sets them again when it unpacks, before each parameter; so does
 * this, for all letters: what is sent is what the slicer would have written as text. Each block begins anew, but for
 * the line that it may go on with.
 */
final class MeatUnpacker {
    private static final int MARK = 0xFF;
    private static final int LITERAL = 0xF;
    private static final int BLANK = 0xB;
    private static final byte[] CODES = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ', '\n', 'G', 'X'};

    private boolean packing;
    private boolean noSpaces;
    private boolean marked;
    private boolean commandNext;
    private int literals;
    private int partner;
    private int before = '\n';
    private boolean move;

    /** A block begins. */
    void begin() {
        packing = false;
        noSpaces = false;
        marked = false;
        commandNext = false;
        literals = 0;
        partner = 0;
    }

    void unpack(byte[] data, int from, int to, ByteArrayOutputStream out) throws DataFormatException {
        for (int i = from; i < to; i++) {
            take(data[i] & 0xFF, out);
        }
    }

    /** The block ends. */
    void end() throws DataFormatException {
        if (literals > 0 || marked || commandNext) {
            throw new DataFormatException("its packed G-code ends within a character");
        }
    }

    private void take(int value, ByteArrayOutputStream out) throws DataFormatException {
        if (value == MARK) {
            commandNext |= marked;
            marked = !marked;
        } else if (commandNext) {
            commandNext = false;
            marked = false;
            obey(value);
        } else {
            if (marked) {
                marked = false;
                accept(MARK, out);
            }
            accept(value, out);
        }
    }

    private void obey(int command) throws DataFormatException {
        switch (command) {
            case 0xFB -> packing = true;
            case 0xFA -> packing = false;
            case 0xF9 -> {
                packing = false;
                noSpaces = false;
            }
            case 0xF8 -> { }
            case 0xF7 -> noSpaces = true;
            case 0xF6 -> noSpaces = false;
            default -> throw new DataFormatException("its packed G-code has a command " + command + ", which is not known");
        }
    }

    private void accept(int value, ByteArrayOutputStream out) {
        if (!packing) {
            put(value, out);
        } else if (literals > 0) {
            literals--;
            put(value, out);
            if (partner != 0) {
                put(partner, out);
                partner = 0;
            }
        } else if ((value & LITERAL) == LITERAL) {
            literals = value >> 4 == LITERAL ? 2 : 1;
            partner = value >> 4 == LITERAL ? 0 : character(value >> 4);
        } else {
            put(character(value & LITERAL), out);
            if (before == '\n') {
                return; // what stands beside a line's end is nothing
            }
            if (value >> 4 == LITERAL) {
                literals = 1;
            } else {
                put(character(value >> 4), out);
            }
        }
    }

    private int character(int code) {
        return code == BLANK && noSpaces ? 'E' : CODES[code];
    }

    private void put(int character, ByteArrayOutputStream out) {
        if (before == '\n') {
            move = packing && character == 'G';
        } else if (move && packing && character >= 'A' && character <= 'Z' && before != ' ') {
            out.write(' ');
        }
        out.write(character);
        before = character;
    }
}
