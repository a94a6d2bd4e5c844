package org.printwire.stream;

import java.util.ArrayList;
import java.util.List;
import org.printwire.marlin.Frame;
import org.printwire.marlin.WireCode;

/**
 * What was sent under which number, what is unanswered, and which number goes out next. Books only: whoever decides what
 * an answer means, decides it elsewhere.
 */
final class LineLedger {

    private final SentWindow window = new SentWindow();
    private final LineHistory history = new LineHistory();
    /** The number that goes out next: below {@code history.next()} while lines are sent again. */
    private long next;
    /** The highest number of a line of the file that was answered. */
    private long taken;
    /** The highest number that counts as taken, be it of the file or of the host's own. */
    private long told;
    private boolean flushFirst;
    private final WireCode code;

    LineLedger(WireCode code) {
        this.code = code;
    }

    /** Forgets everything. M110 N0 is number 0 and goes out next, then number 1. */
    void restart() {
        window.clear();
        history.restart(0);
        history.add(Line.own("M110 N0"));
        next = 0;
        taken = 0;
        told = -1;
    }

    /**
     * Goes on with what another host has begun.
     *
     * @param sent   what it sent
     * @param number the last that the printer has
     * @param ofFile the last of them that is a line of the file
     */
    void rejoin(LineHistory sent, long number, long ofFile) {
        window.clear();
        history.become(sent);
        next = number + 1;
        taken = ofFile;
        told = number;
    }

    /**
     * Sends the next line, if the policy lets it: an old one that is wanted again before a new one.
     *
     * @return null if there is nothing to send now
     */
    Action.Send send(LineSource fresh, WindowPolicy policy, long nanos) {
        boolean again = next < history.next();
        if (!again && !policy.room(window)) {
            return null;
        }
        Line line = again ? history.get(next) : fresh.peek(next);
        if (line == null) {
            return null;
        }
        Frame frame = line.numbered() ? Frame.numbered(next, line.text()) : Frame.bare(line.text());
        byte[] bytes = code.encode(frame, flushFirst);
        if (!policy.admits(window, line, bytes.length)) {
            return null;
        }
        if (!again) {
            fresh.took();
        }
        if (line.numbered()) {
            next = again ? next + 1 : history.add(line) + 1;
        }
        return sent(frame, bytes, line, again, nanos);
    }

    /** Sends a line that has no number. */
    Action.Send bare(Line line, long nanos) {
        Frame frame = Frame.bare(line.text());
        return sent(frame, code.encode(frame, flushFirst), line, false, nanos);
    }

    private Action.Send sent(Frame frame, byte[] bytes, Line line, boolean again, long nanos) {
        boolean flush = flushFirst;
        flushFirst = false;
        window.add(new SentWindow.Sent(frame.number(), line, bytes.length, again, nanos));
        return new Action.Send(frame, bytes, flush, again);
    }

    /** The printer has all of them: their answers are still to come, or lost. */
    void acceptAll() {
        window.accept(next);
    }

    /** The oldest line is answered. */
    SentWindow.Sent answered() {
        SentWindow.Sent head = window.remove();
        take(head);
        return head;
    }

    /**
     * Goes on with this number: what was sent under it and behind it is lost. The unanswered lines before it are answered
     * still, or, if {@code takeAll}, are taken as answered and returned.
     */
    List<SentWindow.Sent> goTo(long number, boolean takeAll) {
        List<SentWindow.Sent> accepted = forgottenBefore(number);
        window.accept(number);
        window.clearOpen();
        next = number;
        // The flush may have cut a packed line anywhere: what goes out next brings the unpacker into step again.
        flushFirst |= code != WireCode.PLAIN;
        if (takeAll) {
            accepted.addAll(takeAccepted());
        }
        return accepted;
    }

    /** Lines that no answer is awaited for any more, since something else was believed of the printer, and that it has after all. */
    private List<SentWindow.Sent> forgottenBefore(long number) {
        long end = window.head() == null ? number : Math.min(number, window.head().number());
        List<SentWindow.Sent> lines = new ArrayList<>();
        for (long forgotten = Math.max(told + 1, history.first()); forgotten < end && history.holds(forgotten); forgotten++) {
            SentWindow.Sent line = new SentWindow.Sent(forgotten, history.get(forgotten), 0, true, 0);
            take(line);
            lines.add(line);
        }
        return lines;
    }

    /** The lines that the printer has said it has are taken, whatever became of their answers. */
    List<SentWindow.Sent> takeAccepted() {
        List<SentWindow.Sent> accepted = new ArrayList<>(1);
        while (window.headAccepted()) {
            accepted.add(answered());
        }
        return accepted;
    }

    private void take(SentWindow.Sent sent) {
        told = Math.max(told, sent.number());
        if (sent.line().fromFile()) {
            taken = Math.max(taken, sent.number());
        }
    }

    /** Nothing that was sent will be answered, and nothing is wanted again before the printer says so. */
    void forget() {
        window.clear();
        next = history.next();
    }

    /** The printer has executed all up to this number: should it ask for one of them, {@link Line#HARMLESS} goes out. */
    void executed(long number) {
        for (long done = Math.max(history.first(), number - Verdict.MOST_REWOUND); done <= number; done++) {
            replace(done, Line.HARMLESS);
        }
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

    /** The number that goes out next. */
    long next() {
        return next;
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

    /**
     * The highest number of a line of the file that was answered. The host's own commands of a pause may lie beyond, and
     * a printer that goes on from the pause goes back behind all of them.
     */
    long taken() {
        return taken;
    }

    /** True when every line sent was answered and none is wanted again. */
    boolean settled() {
        return window.size() == 0 && next == history.next();
    }
}
