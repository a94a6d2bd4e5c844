package org.printwire.sim;

/**
 * Takes lines out of the receive ring into the command buffer, and refuses bad ones (get_command() of the firmwares).
 */
final class LineIntake {
    private static final long RX_TIMEOUT_NANOS = 2_000_000_000L;

    /** Told of every line that goes into the buffer, counted from 1: that is where faults by line strike. */
    interface AcceptedLine {
        void accepted(long count);
    }

    private final Board board;
    private final Firmware firmware;
    private final AcceptedLine accepted;
    private final boolean mk3;
    private boolean asksAgain;

    LineIntake(Board board, Firmware firmware, AcceptedLine accepted) {
        this.board = board;
        this.firmware = firmware;
        this.accepted = accepted;
        this.mk3 = board.options.model() == PrinterModel.MK3S;
    }

    /** A byte has arrived at the board's serial port. */
    void arrives(byte value) {
        firmware.overhears(value);
        if (board.reading == Board.Reading.LOST || !board.ring.put(value)) {
            board.tally.rxDropped++;
        }
    }

    /** Whether a refusal is half told: the firmware does nothing before its error text has left. */
    boolean refusing() {
        return asksAgain;
    }

    /** When the firmware can tell the second half of a refusal. */
    long askAgainNanos() {
        return Math.max(board.nowNanos, board.transmitter.freeNanos());
    }

    /** The second half of a refusal. What came while the error text left is lost. */
    void askAgain() {
        asksAgain = false;
        board.askAgain(board.lines.last());
    }

    /** @return whether anything was read */
    boolean readLines() {
        if (board.reading == Board.Reading.OFF || board.reading == Board.Reading.LOST || !board.buffer.wantsMore()) {
            return false;
        }
        if (mk3 && board.ring.full()) {
            board.tally.rxDropped += board.ring.flush();
            board.tally.rxOverflows++;
            board.say("Full RX Buffer");
        }
        boolean read = false;
        while (!board.ring.empty() && board.buffer.fits() && !asksAgain && board.works()
                && board.reading != Board.Reading.OFF) {
            read = true;
            String line = board.reader.take(board.ring.take(), board.nowNanos);
            if (line != null) {
                take(line);
            }
        }
        if (rxTimeoutNanos() <= board.nowNanos) {
            board.reader.clear();
            board.tally.rxTimeouts++;
            board.say("RX timeout");
        }
        return read;
    }

    /** When half a line in the reader is given up; {@code Long.MAX_VALUE}: there is none, or nobody looks. */
    long rxTimeoutNanos() {
        boolean looks = mk3 && board.reader.partial() && board.buffer.wantsMore()
                && (board.reading == Board.Reading.ON || board.reading == Board.Reading.DROPPING);
        return looks ? board.reader.latestNanos() + RX_TIMEOUT_NANOS : Board.NEVER;
    }

    private void take(String line) {
        LineCheck.Verdict verdict = board.lines.check(line);
        if (verdict instanceof LineCheck.Verdict.Blank) {
            return;
        }
        board.tally.received++;
        if (verdict instanceof LineCheck.Verdict.Refused refused) {
            if (board.reading == Board.Reading.ON) {
                refuse(refused.error());
            }
            return;
        }
        Command command = ((LineCheck.Verdict.Taken) verdict).command();
        board.latestHostCommandNanos = board.nowNanos;
        if (firmware.intercepts(command) || board.reading == Board.Reading.DROPPING) {
            return;
        }
        board.buffer.add(command);
        accepted.accepted(++board.tally.accepted);
    }

    private void refuse(LineError error) {
        board.tally.error(error);
        board.say("Error:" + error.text() + ", Last Line: " + board.lines.last());
        board.reader.clear();
        asksAgain = true;
    }
}
