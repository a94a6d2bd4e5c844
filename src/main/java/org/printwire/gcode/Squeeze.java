package org.printwire.gcode;

import java.util.Set;

/**
 * A command without what carries no meaning: blanks between words, leading and trailing zeros, a plus sign.
 * {@code G1 X010.500 Y0.25 E-0.100} is {@code G1X10.5Y.25E-.1}. Each word keeps its place and its exact value.
 *
 * <p>Only for the commands of which files are full and whose every word is a letter with a number; any other line, and one
 * with a word of another kind (lower case, brackets, a letter alone), stays as it is. Pure and idempotent; the text depends on
 * nothing but the text, so the same file gives the same lines.
 *
 * <p>A blank stays where a firmware could read two words as one number, because it reads them with strtod: in front of an E
 * whose value begins with a digit ({@code X1 E5} would be an exponent to Prusa-Firmware before 3.13), and in front of an X
 * behind a zero ({@code Y0 X1} would be hexadecimal to Marlin 2.1 on 32-bit boards). Both firmwares take {@code .5} and
 * {@code N12G1X1} (Prusa-Firmware 3.14, cmdqueue.cpp; Marlin 2.1, parser.cpp).
 */
public final class Squeeze {

    private static final Set<Integer> COMMANDS = Set.of(code('G', 0), code('G', 1), code('G', 2), code('G', 3), code('G', 4),
            code('G', 92), code('M', 73), code('M', 104), code('M', 106), code('M', 109), code('M', 140), code('M', 190),
            code('M', 201), code('M', 203), code('M', 204), code('M', 205), code('M', 220), code('M', 221), code('M', 900));

    private Squeeze() {
    }

    /** The command in its shortest form, or as it is. {@code text} is a {@link GcodeLine#text()}. */
    public static String of(String text) {
        if (!COMMANDS.contains(GcodeWord.code(text))) {
            return text;
        }
        StringBuilder squeezed = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end < 0) {
                return text;
            }
            String number = number(text, at + 1, end);
            char letter = text.charAt(at);
            if (letter == 'E' && digit(number.charAt(number.charAt(0) == '-' ? 1 : 0)) && squeezed.length() > 0
                    || letter == 'X' && behindZero(squeezed)) {
                squeezed.append(' ');
            }
            squeezed.append(letter).append(number);
            at = skipBlanks(text, end);
        }
        return squeezed.toString();
    }

    private static int code(char letter, int number) {
        return GcodeWord.code(letter, number);
    }

    /** Where the word that begins here ends; -1: it is no capital letter with a number right behind it. */
    private static int wordEnd(String text, int begin) {
        char letter = text.charAt(begin);
        int at = begin + 1;
        if (letter < 'A' || letter > 'Z' || !Decimal.startsAt(text, at)) {
            return -1;
        }
        at += text.charAt(at) == '+' || text.charAt(at) == '-' ? 1 : 0;
        boolean dot = false;
        while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.' && !dot)) {
            dot |= text.charAt(at++) == '.';
        }
        boolean follows = at == text.length() || blank(text.charAt(at))
                || text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
        return follows ? at : -1;
    }

    private static String number(String text, int begin, int end) {
        boolean minus = text.charAt(begin) == '-';
        int from = minus || text.charAt(begin) == '+' ? begin + 1 : begin;
        int to = end;
        if (text.substring(from, end).indexOf('.') >= 0) {
            while (text.charAt(to - 1) == '0') {
                to--;
            }
            to -= text.charAt(to - 1) == '.' ? 1 : 0;
        }
        while (from < to && text.charAt(from) == '0') {
            from++;
        }
        return from == to ? "0" : (minus ? "-" : "") + text.substring(from, to);
    }

    /** True if the number at the end is a zero, behind which an X would make it hexadecimal. */
    private static boolean behindZero(StringBuilder squeezed) {
        int length = squeezed.length();
        return length > 1 && squeezed.charAt(length - 1) == '0' && !digit(squeezed.charAt(length - 2))
                && squeezed.charAt(length - 2) != '.';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
