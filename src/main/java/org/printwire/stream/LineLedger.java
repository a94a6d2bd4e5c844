package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.printwire.marlin.Frame;

/**
 * What was sent under which number, what is unanswered, and which number goes out next. Books only: whoever decides what
 * an answer means, decides it elsewhere.
 */
final class LineLedger {

    private final SentWindow window = new SentWindow();
    private final LineHistory history = new LineHistory();
    /** The number that goes out next: below {@code history.next()} while lines are sent again. */
    private long next;
    /** The highest number that was answered. */
    private long taken;
    private boolean flushFirst;

    /** Forgets everything. M110 N0 is number 0 and goes out next, then number 1. */
    void restart() {
        window.clear();
        history.restart(0);
        history.add(Line.own("M110 N0"));
        next = 0;
        taken = 0;
    }

    /**
     * Sends the next line: an old one that is wanted again before a new one.
     *
     * @param fresh gives the next new line, or null if there is none now
     * @return null if there is nothing to send
     */
    Action.Send send(Supplier<Line> fresh, long nanos) {
        boolean again = next < history.next();
        Line line = again ? history.get(next) : fresh.get();
        if (line == null) {
            return null;
        }
        if (!again) {
            next = history.add(line);
        }
        return send(Frame.numbered(next++, line.text()), line, again, nanos);
    }

    /** Sends a line that has no number. */
    Action.Send bare(Line line, long nanos) {
        return send(Frame.bare(line.text()), line, false, nanos);
    }

    private Action.Send send(Frame frame, Line line, boolean again, long nanos) {
        byte[] bytes = frame.bytes();
        window.add(new SentWindow.Sent(frame.number(), line, bytes.length, again, nanos));
        boolean flush = flushFirst;
        flushFirst = false;
        return new Action.Send(frame, bytes, flush, again);
    }

    /** The oldest line is answered. */
    SentWindow.Sent answered() {
        SentWindow.Sent head = window.remove();
        taken = Math.max(taken, head.number());
        return head;
    }

    /** Goes on with this number. Returns the unanswered lines before it: the printer has them. */
    List<SentWindow.Sent> goTo(long number) {
        List<SentWindow.Sent> accepted = new ArrayList<>(1);
        while (window.head() != null && window.head().number() < number) {
            accepted.add(window.remove());
            taken = number - 1;
        }
        window.clear();
        next = number;
        return accepted;
    }

    /** Goes on with this number, once the unanswered lines are answered. */
    void goOnWith(long number) {
        next = number;
    }

    /** The oldest unanswered line goes out again, behind a line end that closes what may have been left of it. */
    void sendHeadAgain() {
        SentWindow.Sent head = window.head();
        window.clear();
        if (head != null && head.numbered()) {
            next = head.number();
            flushFirst = true;
        }
    }

    /** The line sent last goes out again. */
    void sendLastAgain() {
        if (history.next() > history.first()) {
            next = Math.min(next, history.next() - 1);
        }
    }

    /** The oldest unanswered line is asked after, and counts as sent now. False if it had no number: it is forgotten. */
    boolean askAfterHead(long nanos) {
        if (window.head().numbered()) {
            window.refresh(nanos);
            return true;
        }
        window.clear();
        return false;
    }

    /** Another text goes out under this number if the printer asks for it again. */
    void replace(long number, Line line) {
        if (history.holds(number)) {
            history.replace(number, line);
        }
    }

    /** The oldest unanswered line, or null. */
    SentWindow.Sent head() {
        return window.head();
    }

    /** The unanswered line sent last, or null. */
    SentWindow.Sent last() {
        return window.last();
    }

    SentWindow window() {
        return window;
    }

    LineHistory history() {
        return history;
    }

    /** The highest number that was answered. */
    long taken() {
        return taken;
    }

    /** True when every line sent was answered and none is wanted again. */
    boolean settled() {
        return window.size() == 0 && next == history.next();
    }
}
