package org.printwire.marlin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines packed for a firmware with MeatPack (protocol PV01; Prusa-Firmware 3.13 and later, Marlin 2.1 with
 * {@code Cap:MEATPACK:1}): two characters a byte, the first in the low four bits. Digits, the dot, the blank, the line
 * feed, G and X have a code of four bits; any other character is announced by 15 and follows as a byte of its own.
 *
 * <p>Each line begins at a byte and leaves nothing expected behind it, so the bytes of a line do not depend on the lines
 * before it, and it can be sent again at any time.
 *
 * <p>{@code closing} brings an unpacker into step in which a byte got lost, and ends the line that it holds: ENABLE (a
 * printer that has forgotten that it packs hears of it), NO_SPACES or SPACES, and three bytes that are line feeds when
 * packed. It takes 9 bytes, and the printer answers with two {@link Reply.Packing}; an empty line
 * is not answered. RESET is not among them: it would leave text mode behind if the ENABLE after it got lost.
 *
 * <p>Two equal characters that are partners are not packed, so that a lost byte is found out but for one in thousands: the firmware's
 * checksum is the exclusive or of all characters. What it cannot find out in a packed line, other than in text: one byte that
 * becomes any other byte, since two characters change at once (about one time in 120), and one bit in the byte that announces
 * a minus sign (the sign then reads as {@code XG2}, which has the same checksum).
 *
 * <p>A letter that is not ASCII goes out as {@code ?}: its byte could be taken for a command. M108, M112, M410 and M876
 * without a number go out as text, between DISABLE and ENABLE: the emergency parser of Marlin 2.1 looks at what comes from
 * the wire, before it is unpacked.
 *
 * @param noSpaces an E is packed instead of a blank: for commands without blanks
 */
public record MeatPack(boolean noSpaces) implements WireCode {

    private static final int LITERAL = 0xF;

    @Override
    public byte[] encode(Frame frame, boolean closing) {
        byte[] bytes = urgent(frame) ? text(frame.command()) : packed(frame);
        return closing ? PackingCommand.joined(closing(), bytes) : bytes;
    }

    /** With a blank behind the number or without, whichever gives fewer bytes: it decides which characters are partners. */
    private byte[] packed(Frame frame) {
        String command = ascii(frame.command());
        if (!frame.numbered()) {
            return packed(command + '\n');
        }
        byte[] apart = packed(Frame.summed("N" + frame.number() + ' ' + command) + '\n');
        if (frame.needsBlank()) {
            return apart;
        }
        byte[] together = packed(Frame.summed("N" + frame.number() + command) + '\n');
        return together.length <= apart.length ? together : apart;
    }

    private byte[] closing() {
        return PackingCommand.joined(PackingCommand.ENABLE.bytes(),
                (noSpaces ? PackingCommand.NO_SPACES : PackingCommand.SPACES).bytes(), PackingCommand.resync());
    }

    private byte[] packed(String line) {
        byte[] bytes = new byte[line.length() * 2];
        int length = 0;
        for (int i = 0; i < line.length(); i += 2) {
            char first = line.charAt(i);
            // The partner of a line feed is dropped, or is another line feed to an early unpacker.
            char second = i + 1 < line.length() ? line.charAt(i + 1) : '\n';
            int low = code(first);
            // A lost byte must change the checksum, which two equal characters would not. The second of them goes whole: taken
            // for a character itself, should the one before get lost, the byte is then no ASCII and never has the same sum.
            int high = first == second && first != '\n' ? LITERAL : code(second);
            bytes[length++] = (byte) (high << 4 | low);
            if (low == LITERAL) {
                bytes[length++] = (byte) first;
            }
            if (high == LITERAL) {
                bytes[length++] = (byte) second;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private int code(char character) {
        if (Cursor.digit(character)) {
            return character - '0';
        }
        return switch (character) {
            case '.' -> 0xA;
            case ' ' -> noSpaces ? LITERAL : 0xB;
            case 'E' -> noSpaces ? 0xB : LITERAL;
            case '\n' -> 0xC;
            case 'G' -> 0xD;
            case 'X' -> 0xE;
            default -> LITERAL;
        };
    }

    private static boolean urgent(Frame frame) {
        String command = frame.command();
        return !frame.numbered() && (command.equals("M112") || command.equals("M108") || command.equals("M410")
                || command.startsWith("M876"));
    }

    private static byte[] text(String command) {
        return PackingCommand.joined(PackingCommand.DISABLE.bytes(), PackingCommand.TEXT_LINE_END,
                command.getBytes(StandardCharsets.US_ASCII), PackingCommand.TEXT_LINE_END, PackingCommand.ENABLE.bytes());
    }

    private static String ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
            }
        }
        return text;
    }
}
