package org.printwire.recording;

/** Text on one printable line, reversibly: {@code \n \r \t \\ \xHH}, and {@code \}{@code uHHHH} above Latin-1. */
final class Escapes {

    private Escapes() {}

    static void write(String text, int end, StringBuilder out) {
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x20 && letter < 0x7F && letter != '\\') {
                out.append(letter);
            } else {
                out.append('\\');
                escape(letter, out);
            }
        }
    }

    private static void escape(char letter, StringBuilder out) {
        switch (letter) {
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            case '\\' -> out.append('\\');
            default -> out.append(letter > 0xFF ? 'u' : 'x').append(hex(letter, letter > 0xFF ? 4 : 2));
        }
    }

    /** A backslash that begins no escape stands for itself: recordings made by others may hold one. */
    static String read(String text) {
        int at = text.indexOf('\\');
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            char letter = text.charAt(at);
            char kind = letter == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : 0;
            int length = 2;
            switch (kind) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case '\\' -> plain.append('\\');
                case 'x', 'u' -> length = code(text, at, kind == 'x' ? 2 : 4, plain);
                default -> {
                    plain.append(letter);
                    length = 1;
                }
            }
            at += length;
        }
        return plain.toString();
    }

    private static int code(String text, int at, int digits, StringBuilder plain) {
        int end = at + 2 + digits;
        int code = 0;
        for (int i = at + 2; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                plain.append('\\');
                return 1;
            }
            code = code * 16 + digit;
        }
        plain.append((char) code);
        return 2 + digits;
    }

    private static String hex(char letter, int digits) {
        String hex = Integer.toHexString(letter);
        return "0".repeat(digits - hex.length()) + hex;
    }
}
