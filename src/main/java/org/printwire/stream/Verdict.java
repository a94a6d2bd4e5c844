package org.printwire.stream;

import org.printwire.marlin.Reply;

/** What a request for a line means, given what was sent. */
enum Verdict {
    /** The number makes no sense: garbled, or of a printer that has forgotten the job. */
    ASK_AGAIN,
    /** M602 asks for the lines it rolled back, before it is answered itself: go there after that answer. */
    GO_BACK_AFTER_ANSWER,
    /** Our unanswered line is the one it expects: an older copy was refused. Ours is on its way, or was flushed. */
    WAIT_FOR_LINE,
    /** Our unanswered lines were accepted, and something older was refused: their own answers are still to come. */
    WAIT_FOR_ANSWER,
    /** The truth about where the firmware stands: go on from there. */
    GO_THERE;

    /** A pause, crash or runout takes back what planner (16) and command buffer (4) held (MK3 3.14); twice that is roomy. */
    static final int MOST_REWOUND = 40;

    /**
     * @param number  the line asked for
     * @param cause   why a line was refused; null: the printer gave no reason
     * @param ledger  what is unanswered, what can be sent again, what was taken
     * @param doubted the unanswered line was waited for already, or asked after: what is said now is the last word
     */
    static Verdict of(long number, Reply.Fault.Kind cause, LineLedger ledger, boolean doubted) {
        boolean known = number == ledger.history().next() || ledger.history().holds(number);
        if (!known || restarted(number, cause, ledger.taken())) {
            return ASK_AGAIN;
        }
        SentWindow window = ledger.window();
        SentWindow.Sent head = window.head();
        if (head == null) {
            return GO_THERE;
        }
        if (head.line().kind() == CommandKind.RESUME && cause == null && (number <= head.number() || !head.numbered())) {
            return GO_BACK_AFTER_ANSWER;
        }
        // With others behind it in flight, the oldest is wanted because it is missing, not because an older copy came.
        boolean stale = cause == null || cause == Reply.Fault.Kind.LINE_NUMBER;
        if (number == head.number() && stale && !doubted && window.size() == 1) {
            return WAIT_FOR_LINE;
        }
        return number == window.last().number() + 1 && !head.again() && !window.headAccepted()
                ? WAIT_FOR_ANSWER : GO_THERE;
    }

    /**
     * True for a number that only a printer can want which has forgotten the job: a reset whose banner was garbled. To
     * print the file again from there, over what lies on the bed, would be the worst answer.
     */
    static boolean restarted(long number, Reply.Fault.Kind cause, long taken) {
        // Line 1 may also be wanted after a crash among the first lines: then no line was refused.
        return number >= 0 && number <= taken && (number <= 1 && cause != null || taken - number > MOST_REWOUND);
    }
}
