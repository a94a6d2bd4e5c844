package org.printwire.stream;

/**
 * The last lines sent, by number, for when the printer asks again. It holds 1,024: a Prusa MK3 goes back by what
 * planner (16) and command buffer (4) held after a pause, a crash or a runout, and by no more (firmware 3.14).
 */
final class LineHistory {

    static final int SIZE = 1024;

    private final Line[] lines = new Line[SIZE];
    private long first;
    private long next;

    /** Forgets everything; the next line added has this number. */
    void restart(long number) {
        first = number;
        next = number;
    }

    /** Keeps the line and returns its number. */
    long add(Line line) {
        lines[(int) (next % SIZE)] = line;
        if (next - first >= SIZE) {
            first = next - SIZE + 1;
        }
        return next++;
    }

    /** The line that had this number; it must be there, see {@link #holds}. */
    Line get(long number) {
        if (!holds(number)) {
            throw new IllegalStateException("line " + number + " is not in the history " + first + ".." + (next - 1));
        }
        return lines[(int) (number % SIZE)];
    }

    /** From now on another text goes out under this number. */
    void replace(long number, Line line) {
        get(number);
        lines[(int) (number % SIZE)] = line;
    }

    /** Becomes a copy of that one. */
    void become(LineHistory other) {
        System.arraycopy(other.lines, 0, lines, 0, SIZE);
        first = other.first;
        next = other.next;
    }

    boolean holds(long number) {
        return number >= first && number < next;
    }

    /** The oldest number that can be sent again. */
    long first() {
        return first;
    }

    /** The number that the next new line gets. */
    long next() {
        return next;
    }
}
