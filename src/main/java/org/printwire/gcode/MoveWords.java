package org.printwire.gcode;

/**
 * The words of one G0, G1, G2 or G3, as the file has them; {@code NaN} for a word that is absent. Filled again for each
 * move, either from a text or straight from the bytes of a file, which spares the text: most lines of a file are moves.
 */
final class MoveWords {
    private static final int MAX_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = new double[MAX_DIGITS + 1];

    static {
        double power = 1;
        for (int i = 0; i <= MAX_DIGITS; i++, power *= 10) {
            POWERS_OF_TEN[i] = power;
        }
    }

    /** 0 to 3. */
    int command;
    double x;
    double y;
    double z;
    double e;
    double i;
    double j;
    double r;

    boolean arc() {
        return command > 1;
    }

    void read(int number, String text) {
        command = number;
        x = GcodeWord.value(text, 'X', Double.NaN);
        y = GcodeWord.value(text, 'Y', Double.NaN);
        z = GcodeWord.value(text, 'Z', Double.NaN);
        e = GcodeWord.value(text, 'E', Double.NaN);
        boolean arc = number > 1;
        i = arc ? GcodeWord.value(text, 'I', Double.NaN) : Double.NaN;
        j = arc ? GcodeWord.value(text, 'J', Double.NaN) : Double.NaN;
        r = arc ? GcodeWord.value(text, 'R', Double.NaN) : Double.NaN;
    }

    /**
     * Reads a line that is nothing but a plain move: upper case, each word once, no line number, perhaps a comment.
     *
     * @param longest bytes before the comment that need no other look
     * @return the place behind the line's end; -1 when it is any other line or does not end before {@code limit}, and then
     *         the words are of no use
     */
    int read(byte[] block, int from, int limit, int longest) {
        if (limit - from < 4 || block[from] != 'G' || block[from + 1] < '0' || block[from + 1] > '3'
                || block[from + 2] >= '0' && block[from + 2] <= '9' || block[from + 2] == '.') {
            return -1;
        }
        command = block[from + 1] - '0';
        clear();
        int at = from + 2;
        int last = Math.min(limit, from + longest);
        while (at < last) {
            byte letter = block[at++];
            if (letter == ' ') {
                continue;
            }
            if (letter == '\n') {
                return at;
            }
            if (letter == '\r') {
                return at < limit && block[at] == '\n' ? at + 1 : -1;
            }
            if (letter == ';') {
                return behindComment(block, at, limit);
            }
            boolean negative = at < last && block[at] == '-';
            at += negative ? 1 : 0;
            long digits = 0;
            int start = at;
            int point = -1;
            for (; at < last; at++) {
                int digit = block[at] - '0';
                if (digit >= 0 && digit <= 9) {
                    digits = digits * 10 + digit;
                } else if (digit == '.' - '0' && point < 0) {
                    point = at;
                } else {
                    break;
                }
            }
            int count = at - start - (point < 0 ? 0 : 1);
            if (count == 0 || count > MAX_DIGITS) {
                return -1;
            }
            double value = point < 0 || at - point == 1 ? digits : digits / POWERS_OF_TEN[at - point - 1];
            if (!take(letter, negative ? -value : value)) {
                return -1;
            }
        }
        return -1;
    }

    private void clear() {
        x = Double.NaN;
        y = Double.NaN;
        z = Double.NaN;
        e = Double.NaN;
        i = Double.NaN;
        j = Double.NaN;
        r = Double.NaN;
    }

    /** False for a word that is there twice or is not known here. */
    private boolean take(byte letter, double value) {
        double before;
        switch (letter) {
            case 'X' -> {
                before = x;
                x = value;
            }
            case 'Y' -> {
                before = y;
                y = value;
            }
            case 'Z' -> {
                before = z;
                z = value;
            }
            case 'E' -> {
                before = e;
                e = value;
            }
            case 'I' -> {
                before = i;
                i = value;
            }
            case 'J' -> {
                before = j;
                j = value;
            }
            case 'R' -> {
                before = r;
                r = value;
            }
            case 'F' -> before = Double.NaN;
            default -> {
                return false;
            }
        }
        return Double.isNaN(before);
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
