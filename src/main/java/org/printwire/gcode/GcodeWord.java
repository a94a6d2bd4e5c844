package org.printwire.gcode;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Looks up the command and the parameters of a G-code line, without regular expressions and, by {@link #code} and
 * {@link #value(String, char, double)}, without an allocation: hosts ask on every line.
 *
 * <p>Upper and lower case, blanks between words or none ({@code g1x10}) and leading zeros ({@code G00}) are all the
 * same, as in Marlin 2.1 and Prusa-Firmware 3.14. Pure functions; the text is a {@link GcodeLine#text()}, which has
 * neither comment nor checksum.
 */
public final class GcodeWord {
    /** What {@link #code(String)} answers for a line that is no G, M or T command. */
    public static final int NONE = 0;

    private static final int MAX_NUMBER = 65_535;
    private static final int MAX_SUB = 255;

    private GcodeWord() {
    }

    /**
     * The command as one number, to be compared with {@link #code(char, int)}: {@code M600} is
     * {@code code('M', 600)}, {@code M80.1} is neither that nor {@code code('M', 80)}. A tool change is
     * {@code code('T', 0)} whatever the tool, which is the value of T: Prusa's {@code Tx}, {@code Tc} and {@code T?} too.
     */
    public static int code(String text) {
        int at = skipBlanks(text, 0);
        if (at + 1 >= text.length()) {
            return NONE;
        }
        char letter = upper(text.charAt(at++));
        char first = text.charAt(at);
        if (letter == 'T') {
            return digit(first) || first == '?' || upper(first) == 'X' || upper(first) == 'C' ? code('T', 0) : NONE;
        }
        if (letter != 'G' && letter != 'M' || !digit(first)) {
            return NONE;
        }
        int number = 0;
        for (; at < text.length() && digit(text.charAt(at)); at++) {
            number = Math.min(number * 10 + text.charAt(at) - '0', MAX_NUMBER);
        }
        int sub = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            for (at++; at < text.length() && digit(text.charAt(at)); at++) {
                sub = Math.min(sub * 10 + text.charAt(at) - '0', MAX_SUB);
            }
        }
        return code(letter, number) | sub;
    }

    /** The code of a command: {@code code('M', 600)}. The letter is G, M or T in upper case, the number below 65,536. */
    public static int code(char letter, int number) {
        return letter << 24 | number << 8;
    }

    /** True when the line is this command: {@code is(text, 'M', 600)}. */
    public static boolean is(String text, char letter, int number) {
        return code(text) == code(letter, number);
    }

    /** The command for people and logs: {@code G1}, {@code M80.1}, {@code T}; empty when the line is none. */
    public static String command(String text) {
        int code = code(text);
        char letter = (char) (code >>> 24);
        if (code == NONE || letter == 'T') {
            return code == NONE ? "" : "T";
        }
        int sub = code & 0xFF;
        String word = letter + Integer.toString(code >>> 8 & 0xFFFF);
        return sub == 0 ? word : word + '.' + sub;
    }

    /**
     * The number behind a parameter's letter (either case), which no letter may precede; the first one counts. Text in
     * double quotes is passed over. A parameter goes before a line number: the N of {@code N7 M110 N9} is 9, that of
     * {@code N100 M110} is 100, as Marlin 2.1 has it. An E is never an exponent.
     */
    public static OptionalDouble value(String text, char letter) {
        double value = value(text, letter, Double.NaN);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** As {@link #value(String, char)}, with a stand-in for a parameter that is absent or has no number. */
    public static double value(String text, char letter, double otherwise) {
        char wanted = upper(letter);
        int words = afterLineNumber(text);
        int at = numberOf(text, wanted, words);
        if (at < 0 && words > 0) {
            at = numberOf(text, wanted, 0);
        }
        return at < 0 ? otherwise : Decimal.parse(text, at);
    }

    /** As {@link #value(String, char)}, cut to a whole number; empty as well when it does not fit an int. */
    public static OptionalInt intValue(String text, char letter) {
        double value = value(text, letter, Double.NaN);
        return Math.abs(value) <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /** True when the letter is there, with or without a number: {@code has("G28 W", 'W')}. The command itself counts. */
    public static boolean has(String text, char letter) {
        return wordAt(text, upper(letter), 0) >= 0;
    }

    /** The index of the number of the first word with this letter that has one, or -1. */
    private static int numberOf(String text, char wanted, int from) {
        for (int at = wordAt(text, wanted, from); at >= 0; at = wordAt(text, wanted, at + 1)) {
            int number = skipBlanks(text, at + 1);
            if (Decimal.startsAt(text, number)) {
                return number;
            }
        }
        return -1;
    }

    private static int wordAt(String text, char wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                int close = text.indexOf('"', i + 1);
                i = close < 0 ? i : close;
            } else if (upper(c) == wanted && (i == 0 || !letter(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static int afterLineNumber(String text) {
        if (text.isEmpty() || upper(text.charAt(0)) != 'N') {
            return 0;
        }
        int at = 1;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        return at > 1 ? at : 0;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    private static boolean letter(char c) {
        char upper = upper(c);
        return upper >= 'A' && upper <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
