package org.printwire.gcode;

/**
 * The words of one command: which it is, and the number behind each parameter's letter. Filled again for each command,
 * either from a text or, for a plain move, straight from the bytes of a file, which spares the text: most lines of a file
 * are moves. One thread; who is shown it reads it at once and keeps nothing of it.
 *
 * <p>From a text it finds what {@link GcodeWord} finds there.
 */
public final class CommandWords {
    private static final int MAX_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = new double[MAX_DIGITS + 1];
    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G1 = GcodeWord.code('G', 1);
    private static final int G3 = GcodeWord.code('G', 3);
    static final int X = bit('X');
    static final int Y = bit('Y');
    static final int Z = bit('Z');
    static final int E = bit('E');
    static final int F = bit('F');
    private static final int IN_MOVES = X | Y | Z | E | F | bit('I') | bit('J') | bit('R');

    static {
        double power = 1;
        for (int i = 0; i <= MAX_DIGITS; i++, power *= 10) {
            POWERS_OF_TEN[i] = power;
        }
    }

    private final double[] values = new double[26];
    private int code;
    /** The letters with a number and those that are there at all, as {@link #bit}s. */
    private int valued;
    private int named;

    static int bit(char letter) {
        return 1 << letter - 'A';
    }

    /** The command, as {@link GcodeWord#code(String)} has it. */
    public int code() {
        return code;
    }

    /** Upper case; 0: no command. */
    public char letter() {
        return (char) (code >>> 24);
    }

    /** 600 of M600; -1 for one with a number behind a point, M862.3. */
    public int number() {
        return (code & 0xFF) == 0 ? code >>> 8 & 0xFFFF : -1;
    }

    /** G0, G1, G2 or G3. */
    public boolean move() {
        return code >= G0 && code <= G3 && (code & 0xFF) == 0;
    }

    /** G2 or G3. */
    public boolean arc() {
        return code > G1 && move();
    }

    /** The number behind this letter, in upper case, as the file has it; NaN: there is none. */
    public double value(char letter) {
        return (valued & bit(letter)) == 0 ? Double.NaN : values[letter - 'A'];
    }

    /** The letter is there, with a number or without: the X of {@code G28 X}. */
    public boolean names(char letter) {
        return (named & bit(letter)) != 0;
    }

    /** As {@link #bit}s. */
    int valued() {
        return valued;
    }

    /** The number of a letter that is in {@link #valued()}. */
    double known(int letter) {
        return values[letter - 'A'];
    }

    void read(String text) {
        code = GcodeWord.code(text);
        valued = 0;
        named = 0;
        boolean afterLetter = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                int close = text.indexOf('"', at + 1);
                at = close < 0 ? at : close;
            }
            int slot = (c & ~0x20) - 'A';
            boolean letter = slot >= 0 && slot < values.length;
            if (letter && !afterLetter) {
                word(text, at + 1, slot);
            }
            afterLetter = letter;
        }
    }

    private void word(String text, int behind, int slot) {
        int at = behind;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        named |= 1 << slot;
        if ((valued & 1 << slot) == 0 && Decimal.startsAt(text, at)) {
            valued |= 1 << slot;
            values[slot] = Decimal.parse(text, at);
        }
    }

    /**
     * Reads a line that is nothing but a plain move: upper case, each word once, no line number, perhaps a comment.
     *
     * @param limit   where the block ends; a line feed stands there
     * @param longest bytes before the comment that need no other look
     * @return the place behind the line's end; -1 when it is any other line or does not end before {@code limit}, and then
     *         the words are of no use
     */
    int read(byte[] block, int from, int limit, int longest) {
        if (limit - from < 4 || block[from] != 'G' || (char) (block[from + 1] - '0') > 3
                || (char) (block[from + 2] - '0') <= 9 || block[from + 2] == '.') {
            return -1;
        }
        int seen = 0;
        int at = from + 2;
        while (true) {
            int slot = block[at++] - 'A';
            if (slot == ' ' - 'A') {
                continue;
            }
            if (slot < 0 || slot >= 26) {
                code = G0 + (block[from + 1] - '0' << 8);
                valued = seen;
                named = seen;
                return at - from > longest ? -1 : behind(block, at, limit);
            }
            if ((IN_MOVES & ~seen & 1 << slot) == 0) {
                return -1; // twice, or not known here
            }
            seen |= 1 << slot;
            boolean negative = block[at] == '-';
            at += negative ? 1 : 0;
            int start = at;
            long digits = 0;
            // A char is never negative: one comparison tells a digit.
            char digit = (char) (block[at] - '0');
            while (digit <= 9) {
                digits = digits * 10 + digit;
                digit = (char) (block[++at] - '0');
            }
            int count = at - start;
            double value = digits;
            if (block[at] == '.') {
                int point = ++at;
                digit = (char) (block[at] - '0');
                while (digit <= 9) {
                    digits = digits * 10 + digit;
                    digit = (char) (block[++at] - '0');
                }
                int places = at - point;
                count += places;
                value = places == 0 || places > MAX_DIGITS ? digits : digits / POWERS_OF_TEN[places];
            }
            if (count == 0 || count > MAX_DIGITS) {
                return -1;
            }
            values[slot] = negative ? -value : value;
        }
    }

    /** The place behind the line whose words end before {@code at}. */
    private static int behind(byte[] block, int at, int limit) {
        return switch (block[at - 1]) {
            case '\n' -> at <= limit ? at : -1;
            case '\r' -> at < limit && block[at] == '\n' ? at + 1 : -1;
            case ';' -> behindComment(block, at, limit);
            default -> -1;
        };
    }

    /** A NUL byte is counted elsewhere; a lone CR ends the line. */
    private static int behindComment(byte[] block, int from, int limit) {
        for (int at = from; at < limit; at++) {
            byte b = block[at];
            if (b == '\n') {
                return at + 1;
            }
            if (b == 0 || b == '\r') {
                return b == '\r' && at + 1 < limit && block[at + 1] == '\n' ? at + 2 : -1;
            }
        }
        return -1;
    }
}
