package org.printwire.marlin;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A place in a line that moves on as things are read. Reading what is not there leaves it where it was. */
final class Cursor {

    /** More digits than a line number, a temperature or a coordinate ever has: noise. */
    private static final int MOST_DIGITS = 15;

    private final String text;
    private int at;

    Cursor(String text) {
        this(text, 0);
    }

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** Returns to a place that {@link #at()} has told. */
    void back(int at) {
        this.at = at;
    }

    boolean end() {
        return at >= text.length();
    }

    /** The character here, or NUL at the end. */
    char here() {
        return end() ? 0 : text.charAt(at);
    }

    /** True at the end and before a blank: where a word or a number may stop. */
    boolean wordEnd() {
        return end() || blank(text.charAt(at));
    }

    String rest() {
        return text.substring(Math.min(at, text.length()));
    }

    void skipBlanks() {
        while (!end() && blank(text.charAt(at))) {
            at++;
        }
    }

    boolean skip(char wanted) {
        if (end() || text.charAt(at) != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Digits as a number. */
    OptionalLong whole() {
        int begin = at;
        while (digit(here())) {
            at++;
        }
        if (at == begin || at - begin > MOST_DIGITS) {
            at = begin;
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text, begin, at, 10));
    }

    /** A number with sign and decimals, no exponent. */
    OptionalDouble decimal() {
        int begin = at;
        if (here() == '-' || here() == '+') {
            at++;
        }
        int first = at;
        int points = 0;
        while (digit(here()) || here() == '.' && points == 0) {
            points += here() == '.' ? 1 : 0;
            at++;
        }
        int digits = at - first - points;
        if (digits == 0 || digits > MOST_DIGITS) {
            at = begin;
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text.substring(begin, at)));
    }

    static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
