package org.printwire.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.printwire.marlin.Reply;

/**
 * The numbered line discipline of Marlin and Prusa firmware: what was sent, what was taken, what must be sent again.
 *
 * <p>The guarantee rests on one fact (Prusa-Firmware 3.14 and Marlin 2.1, seen in the recordings): the firmware executes
 * a numbered line only if its number is the last one plus one and its checksum is right. A number never changes its
 * text here, so sending a line twice can never execute it twice. An {@code ok} is therefore only a credit to send more;
 * a {@code Resend} is the truth about where the firmware stands ({@link Verdict}).
 *
 * <p>One thread at a time. Times are monotonic nanoseconds.
 */
final class LineProtocol {

    /** How long a line that may have been flushed together with a stale one is waited for before it goes out again. */
    static final Duration SUSPECT_LIMIT = Duration.ofMillis(600);
    private static final long NEVER = Long.MAX_VALUE;
    private static final long NONE = -1;

    private final WindowPolicy policy;
    private final Stall stall;
    private final LineLedger ledger = new LineLedger();
    private final ResendRequest request = new ResendRequest();
    private final Strikes strikes = new Strikes();
    private final Probe probe = new Probe();

    /** Where to go on when the unanswered M602 is answered, or {@link #NONE}. */
    private long afterHead = NONE;
    private long suspectDeadline = NEVER;
    /** The printer has accepted the oldest line, says a request; its own answer is still to come. */
    private boolean headAccepted;
    private boolean temperaturesInOk;

    LineProtocol(WindowPolicy policy, Stall stall) {
        this.policy = policy;
        this.stall = stall;
    }

    /** Starts a new count: M110 N0 goes out first, then number 1. What was sent before is forgotten. */
    void restart() {
        ledger.restart();
        request.close();
        strikes.clear();
        forgetHead();
        afterHead = NONE;
        probe.close();
    }

    /** From now on an {@code ok} without temperatures is no answer to M105: seen to be so on this printer. */
    void temperaturesComeInOk() {
        temperaturesInOk = true;
    }

    /**
     * The next frame to write, if one may go out now.
     *
     * @param fresh gives the next new line, or null if there is none now
     */
    Optional<Action.Send> poll(long nanos, Supplier<Line> fresh) {
        if (probe.wanted()) {
            return Optional.of(probe.send(nanos));
        }
        boolean full = ledger.window().size() >= policy.lines();
        if (full || request.open() || suspectDeadline != NEVER || probe.out()) {
            return Optional.empty();
        }
        return Optional.ofNullable(ledger.send(fresh, nanos));
    }

    /** Sends a line without a number, if nothing is unanswered: for what is worth nothing once it is late. */
    Optional<Action.Send> bare(Line line, long nanos) {
        boolean quiet = ledger.head() == null && !request.open() && !probe.out();
        return quiet ? Optional.of(ledger.bare(line, nanos)) : Optional.empty();
    }

    /** An {@code ok} came. Returns the lines that the printer has thereby taken, oldest first. */
    List<SentWindow.Sent> ok(Reply.Ok ok, long nanos) {
        if (request.open()) {
            return actOnRequest(nanos);
        }
        if (ledger.head() == null || answersAnother(ok, ledger.head())) {
            return List.of();
        }
        request.forgetCause();
        return List.of(answered());
    }

    /** The printer refuses a line and says why. */
    void refused(Reply.Fault refusal, long nanos) {
        request.refused(refusal, nanos);
    }

    /** The printer asks for a line. */
    void resend(Reply.Resend asked, long nanos) {
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

    /** The printer is at work. */
    void busy(long nanos) {
        stall.busy(nanos);
    }

    /** The printer lost what was on the wire, or is idle although a line is unanswered: send the oldest again. */
    void lost() {
        if (ledger.head() != null && !request.open()) {
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
        SentWindow.Sent head = ledger.head();
        if (nanos >= suspectDeadline) {
            if (headAccepted) {
                return List.of(answered());
            }
            sendHeadAgain();
        } else if (head != null && nanos >= stall.deadline(head, strikes.probes())) {
            strikes.probe(head, stall.mayTakeForEver(head.line().kind()));
            if (ledger.askAfterHead(nanos)) {
                probe.want();
            }
        }
        return List.of();
    }

    /** When {@link #tick} has something to do; {@link Long#MAX_VALUE}: nothing is awaited. */
    long deadline() {
        if (request.open()) {
            return request.deadline();
        }
        SentWindow.Sent head = ledger.head();
        long stalled = head == null ? NEVER : Math.min(suspectDeadline, stall.deadline(head, strikes.probes()));
        return Math.min(probe.deadline(), stalled);
    }

    /** The books: what is unanswered, what was sent under which number. */
    LineLedger ledger() {
        return ledger;
    }

    /** True when every line sent was taken and none is wanted again. */
    boolean settled() {
        return ledger.settled() && !request.open();
    }

    /** Sends a line once more, if it was the last: the printer refuses it if it has it already. */
    void repeat(long number) {
        if (settled() && number >= 0 && number == ledger.history().next() - 1) {
            ledger.sendLastAgain();
        }
    }

    /** How many requests the printer has made. */
    long resends() {
        return request.count();
    }

    /** Why the printer cannot be fed any longer, if it cannot. */
    Optional<Outcome.Failed> failure() {
        return strikes.failure();
    }

    private SentWindow.Sent answered() {
        SentWindow.Sent head = ledger.answered();
        strikes.answered(head.number());
        forgetHead();
        if (afterHead != NONE) {
            ledger.goOnWith(afterHead);
            afterHead = NONE;
        }
        return head;
    }

    private void sendHeadAgain() {
        ledger.sendHeadAgain();
        forgetHead();
    }

    private void forgetHead() {
        probe.forget();
        suspectDeadline = NEVER;
        headAccepted = false;
    }

    /** True if this ok cannot be the answer to the oldest line: the answer to a copy, or noise that looks like one. */
    private boolean answersAnother(Reply.Ok ok, SentWindow.Sent head) {
        if (head.line().kind() == CommandKind.TEMPERATURE && temperaturesInOk) {
            return ok.carried().filter(Reply.Temperatures.class::isInstance).isEmpty();
        }
        return ok.lineNumber().isPresent() && head.numbered() && ok.lineNumber().getAsLong() < head.number()
                && ledger.history().holds(ok.lineNumber().getAsLong());
    }

    private List<SentWindow.Sent> actOnRequest(long nanos) {
        long number = request.number();
        SentWindow.Sent head = ledger.head();
        Verdict verdict = Verdict.of(number, request.cause(), head, ledger.history(), ledger.taken(),
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
                strikes.wanted(number);
                forgetHead();
                return ledger.goTo(number);
            }
        }
        return List.of();
    }

    /** Whatever goes out now with a known number makes the printer name the right one. */
    private void askAgain(long number, SentWindow.Sent head) {
        strikes.implausible(number, ledger.history(), Verdict.restarted(number, ledger.taken()));
        if (head != null) {
            sendHeadAgain();
        } else {
            ledger.sendLastAgain();
        }
    }
}
