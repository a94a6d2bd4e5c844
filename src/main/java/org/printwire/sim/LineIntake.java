package org.printwire.sim;

/**
 * Takes lines out of the receive ring into the command buffer, and refuses bad ones (get_command() of the firmwares).
 */
final class LineIntake {
    private static final long RX_TIMEOUT_NANOS = 2_000_000_000L;
    /** USB_TIMER_TIMEOUT of Prusa-Firmware. */
    private static final long HOST_PRINTS_NANOS = 10_000_000_000L;

    private final Board board;
    private final Firmware firmware;
    private final Mishaps mishaps;
    private final boolean mk3;
    private boolean asksAgain;

    LineIntake(Board board, Firmware firmware, Mishaps mishaps) {
        this.board = board;
        this.firmware = firmware;
        this.mishaps = mishaps;
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
        if (board.reading == Board.Reading.LOST || board.nowNanos < board.deafUntilNanos || !board.buffer.wantsMore()) {
            return false;
        }
        if (mk3 && board.ring.full()) { // also while it reads nothing else, as in the recovery from a crash
            board.tally.rxDropped += board.ring.flush();
            board.tally.rxOverflows++;
            board.say("Full RX Buffer");
        }
        boolean read = false;
        while (!board.ring.empty() && board.buffer.fits() && !asksAgain && board.works()
                && board.reading != Board.Reading.OFF && board.nowNanos >= board.deafUntilNanos) {
            read = true;
            unpack(board.ring.take());
        }
        if (rxTimeoutNanos() <= board.nowNanos) {
            board.reader.clear();
            board.tally.rxTimeouts++;
            board.say("RX timeout");
        }
        return read;
    }

    private void unpack(byte value) {
        if (board.unpacker == null) {
            read(value);
            return;
        }
        int count = board.unpacker.take(value);
        for (int i = 0; i < board.unpacker.reports(); i++) {
            board.say(board.unpacker.report());
        }
        for (int i = 0; i < count && !asksAgain; i++) {
            read(board.unpacker.character(i));
        }
    }

    private void read(byte value) {
        String line = board.reader.take(value, board.nowNanos);
        if (line != null) {
            take(line);
        }
    }

    /** When half a line in the reader is given up; {@code Long.MAX_VALUE}: there is none, or nobody looks. */
    long rxTimeoutNanos() {
        boolean looks = mk3 && board.reader.partial() && board.buffer.wantsMore()
                && board.reading != Board.Reading.LOST && board.nowNanos >= board.deafUntilNanos;
        return looks ? board.reader.latestNanos() + RX_TIMEOUT_NANOS : Board.NEVER;
    }

    private void take(String line) {
        LineCheck.Verdict verdict = board.lines.check(line);
        if (verdict instanceof LineCheck.Verdict.Blank) {
            return;
        }
        board.tally.received++;
        if (verdict instanceof LineCheck.Verdict.Refused refused) {
            refuse(refused.error());
            return;
        }
        Command command = ((LineCheck.Verdict.Taken) verdict).command();
        if (command.number() >= 0 && mishaps.refuses(board.tally.accepted + 1)) {
            refuse(LineError.CHECKSUM);
            return;
        }
        if (command.text().startsWith("G")) {
            board.hostPrintsUntilNanos = board.nowNanos + HOST_PRINTS_NANOS;
        }
        if (firmware.intercepts(command) || board.reading == Board.Reading.DROPPING) {
            return;
        }
        if (command.number() >= 0) {
            board.lines.last(command.number());
        }
        board.buffer.add(command);
        mishaps.accepted(++board.tally.accepted);
    }

    /** A printer that has stopped refuses as ever; it only drops what is right, and its number with it. */
    private void refuse(LineError error) {
        board.tally.error(error);
        board.say("Error:" + error.text() + ", Last Line: " + board.lines.last());
        board.reader.drop();
        asksAgain = true;
    }
}
