package org.printwire.marlin;

import java.util.Arrays;

/**
 * What is said to the unpacker of a firmware with MeatPack: two bytes of 0xFF and one more. It hears them whether it
 * packs or not, and answers each with its state ({@link Reply.Packing}; Marlin 2.1 says it twice after {@link #RESET}).
 *
 * <p>Source: Prusa-Firmware 3.13, Firmware/meatpack.cpp; Marlin 2.1, feature/meatpack.cpp; protocol PV01.
 */
public enum PackingCommand {
    /** Lines are packed from the next byte on. A character that is still expected in full stays expected. */
    ENABLE(0xFB),
    /** Lines are text from the next byte on. */
    DISABLE(0xFA),
    /** Text, blanks, and nothing expected. In Marlin 2.1 the E that {@link #NO_SPACES} has put in a blank's place stays. */
    RESET(0xF9),
    /** Changes nothing. */
    QUERY(0xF8),
    /** An E is packed and a blank is not. */
    NO_SPACES(0xF7),
    /** A blank is packed and an E is not. */
    SPACES(0xF6);

    static final byte MARK = (byte) 0xFF;
    /**
     * Ends a line in an unpacker: a line feed, whose partner is dropped. A firmware that does not pack leaves it out
     * (MK3), and three of them end a line whatever the unpacker still expects.
     */
    static final byte LINE_END = (byte) 0xCC;

    static final byte[] TEXT_LINE_END = {'\n'};

    private final byte code;

    PackingCommand(int code) {
        this.code = (byte) code;
    }

    /** The three bytes. */
    public byte[] bytes() {
        return new byte[] {MARK, MARK, code};
    }

    /**
     * Switches packing on. In front stands a semicolon: firmware without MeatPack then takes all of it for a comment,
     * which nobody answers (Marlin 2.1 would else answer it as an unknown command).
     *
     * @param noSpaces an E is packed instead of a blank
     */
    public static byte[] begin(boolean noSpaces) {
        return joined(new byte[] {';'}, ENABLE.bytes(), (noSpaces ? NO_SPACES : SPACES).bytes(), resync());
    }

    /** Switches it off, and ends the line or the comment in which that was said. */
    public static byte[] end() {
        return joined(RESET.bytes(), TEXT_LINE_END, TEXT_LINE_END);
    }

    /**
     * The same for a printer that may pack or not, and may hold half a line: it has been left by a host that died. A
     * firmware that does not pack takes it for a comment. The second line feed is for Prusa MK3 3.14, which after half a
     * line with a comment waits for an empty one.
     */
    public static byte[] endUnasked() {
        return joined(new byte[] {';'}, end());
    }

    /** Brings an unpacker into step, whatever it expects, and ends the line that it holds. */
    static byte[] resync() {
        byte[] ends = new byte[3];
        Arrays.fill(ends, LINE_END);
        return ends;
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
