package org.printwire.marlin;

/**
 * The dirt around a line: blanks, control characters, bytes of 0x80 and above, and in front of it also {@code ?} and
 * {@code ~}, which no firmware begins a line with. Other characters stay, though they may be noise as well: what is cut
 * too freely makes an {@code ok} of "(ok".
 */
final class LineNoise {

    private LineNoise() {}

    static String strip(String line) {
        int begin = 0;
        int end = line.length();
        while (begin < end && leading(line.charAt(begin))) {
            begin++;
        }
        while (end > begin && dirt(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(begin, end);
    }

    private static boolean leading(char c) {
        return dirt(c) || c == '?' || c == '~';
    }

    static boolean dirt(char c) {
        return c <= ' ' || c >= 0x7F;
    }
}
