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
    /** Our unanswered line was accepted, and an older copy was refused: its own answer is still to come. */
    WAIT_FOR_ANSWER,
    /** The truth about where the firmware stands: go on from there. */
    GO_THERE;

    /** A pause, crash or runout takes back what planner (16) and command buffer (4) held (MK3 3.14); twice that is roomy. */
    static final int MOST_REWOUND = 40;

    /**
     * @param number   the line asked for
     * @param cause    why a line was refused; null: the printer gave no reason
     * @param head     the oldest unanswered line; null: none
     * @param history  what can be sent again
     * @param taken    the highest number that was answered
     * @param doubted  the unanswered line was waited for already, or asked after: what is said now is the last word
     * @param accepted the printer has said before that it has the unanswered line
     */
    static Verdict of(long number, Reply.Fault.Kind cause, SentWindow.Sent head, LineHistory history, long taken,
            boolean doubted, boolean accepted) {
        if (number != history.next() && !history.holds(number) || restarted(number, taken)) {
            return ASK_AGAIN;
        }
        if (head == null) {
            return GO_THERE;
        }
        if (head.line().kind() == CommandKind.RESUME && cause == null && number <= head.number()) {
            return GO_BACK_AFTER_ANSWER;
        }
        boolean stale = cause == null || cause == Reply.Fault.Kind.LINE_NUMBER;
        if (number == head.number() && stale && !doubted) {
            return WAIT_FOR_LINE;
        }
        return number == head.number() + 1 && !head.again() && !accepted ? WAIT_FOR_ANSWER : GO_THERE;
    }

    /**
     * True for a number that only a printer can want which has forgotten the job: a reset whose banner was garbled. To
     * print the file again from there, over what lies on the bed, would be the worst answer.
     */
    static boolean restarted(long number, long taken) {
        return number <= taken && (number <= 1 || taken - number > MOST_REWOUND);
    }
}
