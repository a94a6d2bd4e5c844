package org.printwire.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.printwire.marlin.Frame;
import org.printwire.marlin.Reply;

/**
 * The numbered line discipline of Marlin and Prusa firmware: what was sent, what was taken, what must be sent again.
 *
 * <p>The guarantee rests on one fact (Prusa-Firmware 3.14 and Marlin 2.1, seen in the recordings): the firmware executes
 * a numbered line only if its number is the last one plus one and its checksum is right. A number never changes its
 * text here, so sending a line twice can never execute it twice. An {@code ok} is therefore only a credit to send more;
 * a {@code Resend} is the truth about where the firmware stands.
 *
 * <p>Not safe for use by several threads. Times are monotonic nanoseconds.
 */
final class LineProtocol {

    /** How long a line that may have been flushed together with a stale one is waited for before it goes out again. */
    static final Duration SUSPECT_LIMIT = Duration.ofMillis(600);
    private static final long NEVER = Long.MAX_VALUE;
    private static final long NONE = -1;

    private final WindowPolicy policy;
    private final Stall stall;
    private final SentWindow window = new SentWindow();
    private final LineHistory history = new LineHistory();
    private final ResendRequest request = new ResendRequest();
    private final Strikes strikes = new Strikes();
    private final Probe probe = new Probe();

    /** The number that goes out next: below {@code history.next()} while lines are sent again. */
    private long next;
    /** Where to go on when the unanswered M602 is answered, or {@link #NONE}. */
    private long afterHead = NONE;
    /** The highest number that was answered. */
    private long taken;
    private long suspectDeadline = NEVER;
    /** The printer has accepted the oldest line, says a request; its own answer is still to come. */
    private boolean headAccepted;
    private boolean flushFirst;
    private boolean temperaturesInOk;
    private long resends;

    LineProtocol(WindowPolicy policy, Stall stall) {
        this.policy = policy;
        this.stall = stall;
    }

    /** Starts a new count: M110 N0 goes out first, then number 1. What was sent before is forgotten. */
    void restart() {
        window.clear();
        history.restart(0);
        history.add(Line.own("M110 N0"));
        next = 0;
        request.close();
        strikes.clear();
        forgetHead();
        afterHead = NONE;
        probe.close();
        taken = 0;
    }

    /** From now on an {@code ok} without temperatures is no answer to M105: seen to be so on this printer. */
    void temperaturesComeInOk() {
        temperaturesInOk = true;
    }

    /**
     * The next frame to write, if one may go out now: an old line that the printer wants again before a new one.
     *
     * @param fresh gives the next new line, or null if there is none now
     */
    Optional<Action.Send> poll(long nanos, Supplier<Line> fresh) {
        if (probe.wanted()) {
            return Optional.of(probe.send(nanos));
        }
        if (request.open() || suspectDeadline != NEVER || probe.out() || window.size() >= policy.lines()) {
            return Optional.empty();
        }
        boolean again = next < history.next();
        Line line = again ? history.get(next) : fresh.get();
        if (line == null) {
            return Optional.empty();
        }
        if (!again) {
            next = history.add(line);
        }
        Action.Send send = send(Frame.numbered(next, line.text()), line, again, nanos);
        next++;
        return Optional.of(send);
    }

    /** Sends a line without a number, if nothing is unanswered: for what is worth nothing once it is late. */
    Optional<Action.Send> bare(Line line, long nanos) {
        if (window.size() > 0 || request.open() || probe.out()) {
            return Optional.empty();
        }
        return Optional.of(send(Frame.bare(line.text()), line, false, nanos));
    }

    /** An {@code ok} came. Returns the lines that the printer has thereby taken, oldest first. */
    List<SentWindow.Sent> ok(Reply.Ok ok, long nanos) {
        if (request.open()) {
            return actOnRequest(nanos);
        }
        SentWindow.Sent head = window.head();
        if (head == null || answersAnother(ok, head)) {
            return List.of();
        }
        request.forgetCause();
        return List.of(answered());
    }

    private SentWindow.Sent answered() {
        SentWindow.Sent head = window.remove();
        strikes.answered(head.number());
        taken = Math.max(taken, head.number());
        forgetHead();
        if (afterHead != NONE) {
            next = afterHead;
            afterHead = NONE;
        }
        return head;
    }

    private void forgetHead() {
        probe.forget();
        suspectDeadline = NEVER;
        headAccepted = false;
    }

    /** The printer refuses a line and says why. */
    void refused(Reply.Fault refusal, long nanos) {
        request.refused(refusal, nanos);
    }

    /** The printer asks for a line. */
    void resend(Reply.Resend asked, long nanos) {
        resends++;
        request.asked(asked, nanos);
    }

    /** An error came whose text is garbled. */
    void hint(Reply.Fault.Kind kind) {
        request.hint(kind);
    }

    /** A line of any kind was received. */
    void heard() {
        strikes.heard();
    }

    /** The printer says that it is at work. */
    void busy(long nanos) {
        stall.busy(nanos);
    }

    /** The printer lost what was on the wire, or is idle although a line is unanswered: send the oldest again. */
    void lost() {
        if (window.head() != null && !request.open()) {
            sendHeadAgain();
        }
    }

    /** Time passes. Returns the lines that turn out to be taken. */
    List<SentWindow.Sent> tick(long nanos) {
        if (request.open()) {
            return nanos >= request.deadline() ? actOnRequest(nanos) : List.of();
        }
        if (nanos >= probe.deadline()) {
            probe.close();
        }
        SentWindow.Sent head = window.head();
        if (nanos >= suspectDeadline && headAccepted) {
            return List.of(answered());
        }
        if (nanos >= suspectDeadline) {
            sendHeadAgain();
        } else if (head != null && nanos >= stall.deadline(head, strikes.probes())) {
            strikes.probe(head, stall.mayTakeForEver(head.line().kind()));
            if (head.numbered()) {
                probe.want();
                window.refresh(nanos);
            } else {
                window.clear();
            }
        }
        return List.of();
    }

    /** When {@link #tick} has something to do; {@link Long#MAX_VALUE}: nothing is awaited. */
    long deadline() {
        if (request.open()) {
            return request.deadline();
        }
        SentWindow.Sent head = window.head();
        return Math.min(probe.deadline(),
                head == null ? NEVER : Math.min(suspectDeadline, stall.deadline(head, strikes.probes())));
    }

    /** The oldest unanswered line, or null. */
    SentWindow.Sent head() {
        return window.head();
    }

    /** The line sent last, or null if none is unanswered. */
    SentWindow.Sent last() {
        return window.last();
    }

    /** True when every line sent was taken and none is wanted again. */
    boolean settled() {
        return window.size() == 0 && next == history.next() && !request.open();
    }

    /** The number the next new line will get. */
    long nextNumber() {
        return history.next();
    }

    /** Sends a line once more, if it was the last: the printer refuses it if it has it already. */
    void repeat(long number) {
        if (settled() && number >= 0 && number == history.next() - 1) {
            next = number;
        }
    }

    /** Another text goes out under this number if the printer asks for it again. */
    void replace(long number, Line line) {
        if (history.holds(number)) {
            history.replace(number, line);
        }
    }

    /** How many requests the printer has made. */
    long resends() {
        return resends;
    }

    /** Why the printer cannot be fed any longer, if it cannot. */
    Optional<Outcome.Failed> failure() {
        return strikes.failure();
    }

    private Action.Send send(Frame frame, Line line, boolean again, long nanos) {
        byte[] bytes = frame.bytes();
        window.add(new SentWindow.Sent(frame.number(), line, bytes.length, again, nanos));
        boolean flush = flushFirst;
        flushFirst = false;
        return new Action.Send(frame, bytes, flush, again);
    }

    /** True if this ok cannot be the answer to the oldest line: the answer to a copy, or noise that looks like one. */
    private boolean answersAnother(Reply.Ok ok, SentWindow.Sent head) {
        if (head.line().kind() == CommandKind.TEMPERATURE && temperaturesInOk) {
            return ok.carried().filter(Reply.Temperatures.class::isInstance).isEmpty();
        }
        return ok.lineNumber().isPresent() && head.numbered() && ok.lineNumber().getAsLong() < head.number()
                && history.holds(ok.lineNumber().getAsLong());
    }

    private List<SentWindow.Sent> actOnRequest(long nanos) {
        long number = request.number();
        SentWindow.Sent head = window.head();
        Verdict verdict = Verdict.of(number, request.cause(), head, history, taken,
                suspectDeadline != NEVER || probe.out(), headAccepted);
        request.close();
        probe.close();
        switch (verdict) {
            case ASK_AGAIN -> askAgain(number, head);
            case GO_BACK_AFTER_ANSWER -> afterHead = number;
            case WAIT_FOR_LINE -> suspectDeadline = nanos + SUSPECT_LIMIT.toNanos();
            case WAIT_FOR_ANSWER -> {
                headAccepted = true;
                suspectDeadline = head.line().kind().quick() ? nanos + SUSPECT_LIMIT.toNanos() : NEVER;
            }
            case GO_THERE -> {
                return goTo(number);
            }
        }
        return List.of();
    }

    private List<SentWindow.Sent> goTo(long number) {
        strikes.wanted(number);
        List<SentWindow.Sent> accepted = new ArrayList<>(1);
        while (window.head() != null && window.head().number() < number) {
            accepted.add(window.remove());
            taken = number - 1;
        }
        window.clear();
        forgetHead();
        next = number;
        return accepted;
    }

    /** Whatever goes out now with a known number makes the printer name the right one. */
    private void askAgain(long number, SentWindow.Sent head) {
        strikes.implausible(number, history, Verdict.restarted(number, taken));
        if (head != null) {
            sendHeadAgain();
        } else if (history.next() > history.first()) {
            next = Math.min(next, history.next() - 1);
        }
    }

    private void sendHeadAgain() {
        SentWindow.Sent head = window.head();
        window.clear();
        forgetHead();
        if (head != null && head.numbered()) {
            next = head.number();
            flushFirst = true;
        }
    }
}
