package org.printwire.estimate;

/**
 * The words of one command, all read in one go: a parameter that is not there, or has no number, is NaN. The first of two
 * counts. It knows the parameters that take time, and no others. One thread; it is filled again for each command.
 */
final class Words {
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

    /** Upper case; 0: no command. */
    char letter;
    int number;
    double x;
    double y;
    double z;
    double e;
    double f;
    double i;
    double j;
    double p;
    double r;
    double s;
    double t;
    private int at;

    void read(String text) {
        letter = 0;
        x = y = z = e = f = Double.NaN;
        at = 0;
        int length = text.length();
        boolean first = true;
        while (at < length) {
            char c = text.charAt(at++);
            if (c <= ' ') {
                continue;
            } else if (c == '"') {
                int close = text.indexOf('"', at);
                at = close < 0 ? length : close + 1;
                continue;
            }
            c = (char) (c & ~0x20);
            double value = number(text, length);
            if (first) {
                first = c == 'N';
                if (c == 'N') {
                    continue;
                }
                letter = c;
                number = Double.isNaN(value) ? -1 : (int) value;
                if (c != 'G' || number > 1) {
                    i = j = p = r = s = t = Double.NaN;
                }
                if (c != 'G' && c != 'M') {
                    return;
                }
            } else {
                set(c, value);
            }
        }
    }

    private void set(char c, double value) {
        switch (c) {
            case 'X' -> x = Double.isNaN(x) ? value : x;
            case 'Y' -> y = Double.isNaN(y) ? value : y;
            case 'Z' -> z = Double.isNaN(z) ? value : z;
            case 'E' -> e = Double.isNaN(e) ? value : e;
            case 'F' -> f = Double.isNaN(f) ? value : f;
            case 'I' -> i = value;
            case 'J' -> j = value;
            case 'P' -> p = value;
            case 'R' -> r = value;
            case 'S' -> s = value;
            case 'T' -> t = value;
            default -> { }
        }
    }

    private double number(String text, int length) {
        int from = at;
        while (at < length && text.charAt(at) == ' ') {
            at++;
        }
        boolean minus = at < length && text.charAt(at) == '-';
        if (minus || at < length && text.charAt(at) == '+') {
            at++;
        }
        long digits = 0;
        int places = -1;
        int dropped = 0;
        int begin = at;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c == '.' && places < 0) {
                places = 0;
                begin++;
            } else if (c >= '0' && c <= '9') {
                if (digits < 100_000_000_000_000L && places < 10) {
                    digits = digits * 10 + c - '0';
                    places = places < 0 ? places : places + 1;
                } else if (places < 0) {
                    dropped++;
                }
            } else {
                break;
            }
        }
        if (at == begin) {
            at = Math.max(from, at);
            return Double.NaN;
        }
        double value = places > 0 ? digits / TENS[places] : dropped > 0 ? digits * Math.pow(10, dropped) : digits;
        return minus ? -value : value;
    }
}
