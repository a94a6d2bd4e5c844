package org.printwire.stream;

import java.util.List;
import org.printwire.marlin.Reply;

/**
 * What is done when a line may be lost: requests of the printer are followed, missing answers are asked after, until it is
 * known which line the printer wants.
 */
final class Recovery {

    private static final long NONE = -1;

    private final LineLedger ledger;
    private final Stall stall;
    private final Caution caution;
    private final Doubt doubt = new Doubt();
    private final Strikes strikes = new Strikes();
    private final ResendShare share = new ResendShare();

    /** Where to go on when the unanswered M602 is answered, or {@link #NONE}. */
    private long afterHead = NONE;

    Recovery(LineLedger ledger, Stall stall, Caution caution) {
        this.ledger = ledger;
        this.stall = stall;
        this.caution = caution;
    }

    /** Nothing is in doubt: a new count begins. */
    void restart() {
        doubt.close();
        strikes.clear();
        afterHead = NONE;
    }

    /** What is not known. */
    Doubt doubt() {
        return doubt;
    }

    Strikes strikes() {
        return strikes;
    }

    ResendShare share() {
        return share;
    }

    /** The printer lost what was on the wire, or is idle although a line is unanswered. */
    void lost() {
        if (ledger.head() == null || doubt.request.open() || doubt.place.lost()) {
            return;
        }
        caution.oddity();
        if (ledger.window().size() == 1 && !ledger.window().headAccepted()) {
            sendHeadAgain();
        } else if (!doubt.probe.out()) {
            // Which of them were lost, only the printer knows.
            doubt.probe.want();
        }
    }

    /** Time passes. Returns the lines that turn out to be taken. */
    List<SentWindow.Sent> tick(long nanos) {
        if (doubt.request.open()) {
            return nanos >= doubt.request.deadline() ? actOnRequest(nanos) : List.of();
        }
        doubt.expire(nanos);
        if (doubt.place.lost()) {
            if (doubt.place.ask(nanos)) {
                doubt.probe.want();
            }
            return List.of();
        }
        SentWindow.Sent head = ledger.head();
        if (doubt.confirmed(nanos)) {
            if (ledger.window().headAccepted()) {
                List<SentWindow.Sent> taken = ledger.takeAccepted();
                taken.forEach(this::settle);
                return taken;
            }
            sendHeadAgain();
        } else if (head != null && !doubt.suspects() && nanos >= stall.deadline(head, strikes.probes())) {
            caution.oddity();
            strikes.probe(head, stall.mayTakeForEver(head.line().kind()));
            if (ledger.askAfterHead(nanos)) {
                doubt.probe.want();
            }
        }
        return List.of();
    }

    /** When {@link #tick} has something to do; {@link Long#MAX_VALUE}: nothing is awaited. */
    long deadline() {
        if (doubt.request.open()) {
            return doubt.request.deadline();
        }
        if (doubt.place.lost()) {
            return Math.min(doubt.probe.deadline(), doubt.place.deadline());
        }
        SentWindow.Sent head = ledger.head();
        boolean stalls = head != null && !doubt.suspects();
        return Math.min(doubt.deadline(), stalls ? stall.deadline(head, strikes.probes()) : Long.MAX_VALUE);
    }

    /** A line was answered. */
    void settle(SentWindow.Sent head) {
        strikes.answered(head.number());
        doubt.probe.forget();
        if (!ledger.window().headAccepted()) {
            doubt.clearSuspicion();
        }
        if (afterHead != NONE) {
            ledger.goOnWith(afterHead);
            afterHead = NONE;
        }
    }

    private void sendHeadAgain() {
        ledger.sendHeadAgain();
        doubt.probe.close();
        doubt.clearSuspicion();
    }

    /** The request is complete. Returns the lines that turn out to be taken. */
    List<SentWindow.Sent> actOnRequest(long nanos) {
        long number = doubt.request.number();
        boolean asked = doubt.probe.out() || doubt.place.lost();
        SentWindow.Sent head = ledger.head();
        Reply.Fault.Kind cause = doubt.request.cause();
        Verdict verdict = Verdict.of(number, cause, ledger, doubt.suspects() || asked);
        doubt.request.close();
        doubt.probe.close();
        if (doubt.place.lost() && verdict == Verdict.ASK_AGAIN) {
            doubt.place.unclear(nanos);
        } else {
            doubt.place.found();
        }
        if (doubt.echoes.swallows(number, nanos)) {
            return List.of();
        }
        caution.oddity();
        if (!asked) {
            share.resent();
        }
        switch (verdict) {
            case ASK_AGAIN -> askAgain(number, cause, head);
            case GO_BACK_AFTER_ANSWER -> afterHead = number;
            case WAIT_FOR_LINE -> doubt.suspect(nanos + Doubt.SUSPECT_LIMIT.toNanos());
            case WAIT_FOR_ANSWER -> {
                ledger.acceptAll();
                long limit = Math.min(asked ? stall.afterAnswer(head.line()) : Long.MAX_VALUE, Doubt.SUSPECT_LIMIT.toNanos());
                doubt.suspect(head.line().kind().quick() ? nanos + limit : Doubt.NEVER);
            }
            case GO_THERE -> {
                strikes.wanted(number);
                doubt.clearSuspicion();
                return goTo(number, asked, nanos);
            }
        }
        return List.of();
    }

    private List<SentWindow.Sent> goTo(long number, boolean asked, long nanos) {
        SentWindow.Sent last = ledger.last();
        boolean nothingLost = last == null || number > last.number();
        // A probe comes behind all lines: what it brings, no line before it can bring any more.
        int behind = nothingLost || asked ? 0 : (int) Math.min(last.number() - number, ledger.window().open() - 1);
        doubt.echoes.expect(number, behind, nanos);
        return ledger.goTo(number, nothingLost);
    }

    /** Whatever goes out now with a known number makes the printer name the right one. */
    private void askAgain(long number, Reply.Fault.Kind cause, SentWindow.Sent head) {
        strikes.implausible(number, ledger.history(), Verdict.restarted(number, cause, ledger.taken()));
        if (head != null) {
            sendHeadAgain();
        } else {
            ledger.sendLastAgain();
        }
    }
}
