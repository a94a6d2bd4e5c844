package org.printwire.stream;

/**
 * How many lines may be unanswered. A value: the same window and line always give the same answer.
 *
 * @param lines at most this many lines
 * @param bytes at most this many bytes with line ends; what the firmware's receive buffer holds without dropping
 */
public record WindowPolicy(int lines, int bytes) {

    /** One line at a time: right for every firmware. */
    public static final WindowPolicy ONE = new WindowPolicy(1, Integer.MAX_VALUE);

    /** True if {@code next} bytes may be sent while {@code window} is unanswered. An empty window admits everything. */
    boolean admits(SentWindow window, int next) {
        return window.size() == 0 || window.size() < lines && window.bytes() + next <= bytes;
    }
}
