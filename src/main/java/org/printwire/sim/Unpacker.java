package org.printwire.sim;

/**
 * The MeatPack unpacker of a firmware, which stands between the receive ring and the line reader: one byte in, none to
 * four characters out. Its state goes on from line to line, damaged or not, and only a reset of the board clears it.
 *
 * <p>After the published sources of Prusa-Firmware 3.13 (Firmware/meatpack.cpp) and Marlin 2.1 (feature/meatpack.cpp),
 * which differ in the report and in what a reset does. There the characters go into a buffer of two, which a single 0xFF
 * in front of an ordinary byte overruns while a full character is awaited; what a board does then is not known, and here
 * all of them come out.
 */
final class Unpacker {
    private static final int MARK = 0xFF;
    private static final int LITERAL = 0xF;
    private static final int BLANK = 0xB;
    private static final char[] CODES = "0123456789. \nGX".toCharArray();

    private final boolean mk3;
    private final byte[] out = new byte[4];
    private int outCount;
    private int reports;
    private boolean on;
    private boolean noSpaces;
    private char packedBlank = ' ';
    private boolean markSeen;
    private boolean commandNext;
    private int literals;
    private char partner;

    Unpacker(PrinterModel model) {
        this.mk3 = model == PrinterModel.MK3S;
    }

    /** Takes a byte from the wire. @return how many characters it gives, see {@link #character} */
    int take(byte value) {
        outCount = 0;
        reports = 0;
        int next = value & 0xFF;
        if (next == MARK) {
            commandNext |= markSeen;
            markSeen = !markSeen;
        } else if (commandNext) {
            commandNext = false;
            obey(next);
        } else {
            if (markSeen) {
                markSeen = false;
                unpack(MARK);
            }
            unpack(next);
        }
        return outCount;
    }

    byte character(int index) {
        return out[index];
    }

    /** How often the state is to be reported after the last byte. */
    int reports() {
        return reports;
    }

    /** The state as the firmware tells it. */
    String report() {
        return (mk3 ? " " : "") + "[MP] PV01 " + (on ? "ON" : "OFF") + (noSpaces ? " NSP" : " ESP");
    }

    private void obey(int command) {
        reports = 1;
        switch (command) {
            case 0xFB -> on = true;
            case 0xFA -> on = false;
            case 0xFD -> on = !on;
            case 0xF9 -> reset();
            case 0xF7 -> noSpaces(true);
            case 0xF6 -> noSpaces(false);
            default -> { }
        }
    }

    private void noSpaces(boolean value) {
        noSpaces = value;
        packedBlank = value ? 'E' : ' ';
    }

    private void reset() {
        on = false;
        noSpaces = false;
        markSeen = false;
        literals = 0;
        partner = 0;
        if (mk3) {
            packedBlank = ' ';
        } else {
            reports = 2;
        }
    }

    private void unpack(int value) {
        if (!on) {
            put(value);
        } else if (literals > 0) {
            literals--;
            put(value);
            if (partner != 0) {
                put(partner);
                partner = 0;
            }
        } else {
            pair(value & 0xF, value >> 4);
        }
    }

    private void pair(int first, int second) {
        if (first == LITERAL) {
            literals = second == LITERAL ? 2 : 1;
            partner = second == LITERAL ? 0 : packed(second);
            return;
        }
        put(packed(first));
        if (packed(first) == '\n') {
            return;
        }
        if (second == LITERAL) {
            literals = 1;
        } else {
            put(packed(second));
        }
    }

    private char packed(int code) {
        return code == BLANK ? packedBlank : CODES[code];
    }

    private void put(int character) {
        out[outCount++] = (byte) character;
    }
}
