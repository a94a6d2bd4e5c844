package org.printwire.stream;

import java.util.List;
import java.util.Optional;
import org.printwire.marlin.Reply;
import org.printwire.marlin.WireCode;

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

    private final Stall stall;
    private final WireCode code;
    private final LineLedger ledger;
    private final Caution caution;
    private final AnswerRule answers = new AnswerRule();
    private final Recovery recovery;
    private final Doubt doubt;

    LineProtocol(WindowPolicy policy, Stall stall, WireCode code) {
        this.stall = stall;
        this.code = code;
        this.ledger = new LineLedger(code);
        this.caution = new Caution(policy);
        this.recovery = new Recovery(ledger, stall, caution);
        this.doubt = recovery.doubt();
    }

    /** Starts a new count: M110 N0 goes out first, then number 1. What was sent before is forgotten. */
    void restart() {
        ledger.restart();
        recovery.restart();
    }

    /** Goes on with what another host has begun, see {@link LineLedger#rejoin}. */
    void rejoin(Retrace retrace) {
        restart();
        ledger.rejoin(retrace.history(), retrace.taken(), retrace.takenOfFile());
    }

    /** Nothing that was sent will be answered. */
    void forget() {
        ledger.forget();
        recovery.restart();
    }

    /** The printer was out of reach: what was on the way is lost. Nothing but the question goes out until it is answered. */
    void askWhereItStands(long nanos) {
        recovery.restart();
        doubt.place.lose(nanos);
        if (ledger.head() != null) {
            ledger.askAfterHead(nanos);
        }
    }

    /** The printer has not said yet where it stands. */
    boolean lostPlace() {
        return doubt.place.lost();
    }

    /** Which of the lines an {@code ok} answers. */
    AnswerRule answers() {
        return answers;
    }

    /** The next frame to write, if one may go out now. */
    Optional<Action.Send> poll(long nanos, LineSource fresh) {
        if (doubt.probe.wanted()) {
            return Optional.of(doubt.probe.send(code));
        }
        if (doubt.open()) {
            return Optional.empty();
        }
        Action.Send send = ledger.send(fresh, caution.policy(), nanos);
        if (send != null && !send.again()) {
            stall.sent(ledger.last().line());
            recovery.share().sent();
        }
        return Optional.ofNullable(send);
    }

    /** Sends a line without a number, if nothing is unanswered: for what is worth nothing once it is late. */
    Optional<Action.Send> bare(Line line, long nanos) {
        return quiet() ? Optional.of(ledger.bare(line, nanos)) : Optional.empty();
    }

    /** Nothing is unanswered, and nothing is in doubt. */
    boolean quiet() {
        return ledger.head() == null && !doubt.open();
    }

    /** An {@code ok} came. Returns the lines that the printer has thereby taken, oldest first. */
    List<SentWindow.Sent> ok(Reply.Ok ok, long nanos) {
        if (doubt.request.open()) {
            return recovery.actOnRequest(nanos);
        }
        if (doubt.place.lost() || ledger.head() == null || answers.answersAnother(ok, ledger)) {
            return List.of();
        }
        doubt.request.forgetCause();
        caution.clean(ok.bufferFree());
        List<SentWindow.Sent> taken = answers.take(ok, ledger);
        stall.answered(nanos);
        doubt.probe.overtaken(nanos);
        taken.forEach(recovery::settle);
        return taken;
    }

    /** What the printer asks for: refusals and requests are told here. */
    ResendRequest request() {
        return doubt.request;
    }

    /** A line of any kind was received. */
    void heard() {
        recovery.strikes().heard();
    }

    /** The printer is at work. */
    void busy(long nanos) {
        stall.busy(nanos);
        doubt.place.busy(nanos);
    }

    /** Bytes were lost on the way, says the printer, or it is idle although a line is unanswered. */
    void lost() {
        recovery.lost();
    }

    /** Time passes. Returns the lines that turn out to be taken. */
    List<SentWindow.Sent> tick(long nanos) {
        return recovery.tick(nanos);
    }

    /** When {@link #tick} has something to do; {@link Long#MAX_VALUE}: nothing is awaited. */
    long deadline() {
        return recovery.deadline();
    }

    /** The books: what is unanswered, what was sent under which number. */
    LineLedger ledger() {
        return ledger;
    }

    /** True when every line sent was taken and none is wanted again. */
    boolean settled() {
        return ledger.settled() && !doubt.request.open() && !doubt.place.lost();
    }

    /** How many requests the printer has made, other than answers to a probe and repeats. */
    ResendShare share() {
        return recovery.share();
    }

    /** Why the printer cannot be fed any longer, if it cannot. */
    Optional<Outcome.Failed> failure() {
        return recovery.strikes().failure().or(doubt.place::failure);
    }
}
