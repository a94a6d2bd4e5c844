package org.printwire.stream;

import java.util.Optional;
import org.printwire.event.Event.FailReason;

/** Counts what goes wrong in a row, and says when it is hopeless. */
final class Strikes {

    /** The same line asked for so often in a row is a hopeless wire. */
    static final int MOST_EQUAL_RESENDS = 40;
    /** A line sent again so often without an answer: the printer takes no lines. */
    static final int MOST_PROBES = 8;
    /** The same when not a single line of any kind came meanwhile. */
    static final int MOST_SILENT_PROBES = 3;
    /** Requests in a row for lines that never were or are long gone. */
    static final int MOST_IMPLAUSIBLE = 5;

    private int probes;
    private boolean heardSinceProbe;
    private int equalResends;
    private long lastWanted = ResendRequest.UNKNOWN;
    private int implausible;
    private long lastImplausible = ResendRequest.UNKNOWN;
    private Outcome.Failed failure;

    void clear() {
        probes = 0;
        equalResends = 0;
        implausible = 0;
        lastImplausible = ResendRequest.UNKNOWN;
        lastWanted = ResendRequest.UNKNOWN;
    }

    /** A line of any kind was received: the printer lives. */
    void heard() {
        heardSinceProbe = true;
    }

    /** How often the oldest line went out again for want of an answer. */
    int probes() {
        return probes;
    }

    /** The printer answered this line as it should. */
    void answered(long number) {
        probes = 0;
        implausible = 0;
        lastImplausible = ResendRequest.UNKNOWN;
        if (number >= lastWanted) {
            equalResends = 0;
        }
    }

    /**
     * No answer came: the line goes out again.
     *
     * @param mayTakeForEver only a silence of everything is a fault
     */
    void probe(SentWindow.Sent sent, boolean mayTakeForEver) {
        probes++;
        boolean silent = probes > MOST_SILENT_PROBES && !heardSinceProbe;
        if (silent || probes > MOST_PROBES && !mayTakeForEver) {
            failure = new Outcome.Failed(FailReason.NO_ANSWER,
                    (silent ? "the printer is silent" : "the printer does not answer") + " since line " + sent.number()
                            + " \"" + sent.line().text() + "\", which was sent " + probes + " times");
        }
        if (probes == 1) {
            heardSinceProbe = false;
        }
    }

    /** The printer asked for this line. */
    void wanted(long number) {
        equalResends = number == lastWanted ? equalResends + 1 : 1;
        lastWanted = number;
        if (equalResends > MOST_EQUAL_RESENDS) {
            failure = new Outcome.Failed(FailReason.RESEND_LOOP, "the printer asked " + equalResends
                    + " times in a row for line " + number + ": the wire is too noisy. Check cable and power");
        }
    }

    /**
     * The printer asked for a line that cannot be sent.
     *
     * @param restarted it was taken long ago: a printer that says so twice has lost the job
     */
    void implausible(long number, LineHistory history, boolean restarted) {
        implausible++;
        if (restarted && number == lastImplausible) {
            failure = new Outcome.Failed(FailReason.PRINTER_RESET, "the printer wants line " + number
                    + " again, which it took long ago: it has restarted in the middle of the print");
        }
        lastImplausible = number;
        if (implausible > MOST_IMPLAUSIBLE) {
            failure = new Outcome.Failed(FailReason.RESEND_LOOP, "the printer asks for line " + number
                    + ", but only " + history.first() + " to " + history.next() + " can be sent");
        }
    }

    /** Why the printer cannot be fed any longer, if it cannot. */
    Optional<Outcome.Failed> failure() {
        return Optional.ofNullable(failure);
    }
}
