package org.printwire.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.marlin.ErrorJoiner;
import org.printwire.marlin.FirmwareError;
import org.printwire.marlin.Frame;
import org.printwire.marlin.Reply;

/**
 * Keeps an eye on a printer that cools down after a job: sees to it that temperatures keep coming, and knows when to stop
 * waiting. Nothing but M105 is sent, and that only while the printer says nothing of its temperatures by itself.
 *
 * <p>Pure: no thread, clock or port. Used by one thread. Times are monotonic nanoseconds. Whether it is cool enough the
 * caller knows ({@link #cooled}).
 */
public final class CoolingWatch {

    /** Between two questions, where the firmware does not report by itself. */
    static final Duration POLL = Duration.ofSeconds(5);
    /** Firmware that reports by itself (M155) may have been told not to by the file's last lines, or by a reset. */
    static final Duration REPORT_MISSED = Duration.ofSeconds(15);
    /** A question that is not answered, or a printer that is busy, is left alone for so long. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Duration SILENCE_LIMIT = Duration.ofMinutes(2);

    private static final Frame QUESTION = Frame.bare("M105");

    private final Duration between;
    private final Duration limit;
    private final ErrorJoiner errors = new ErrorJoiner();
    private final List<Action> actions = new ArrayList<>();
    private long ask;
    private long silent;
    private long tooLong;
    private CoolingEnd end;

    /**
     * @param poll  the firmware does not report temperatures by itself
     * @param limit longest time to wait
     */
    public CoolingWatch(boolean poll, Duration limit) {
        this.between = poll ? POLL : REPORT_MISSED;
        this.limit = limit;
    }

    /** The job has just ended. */
    public void begun(long nanos) {
        ask = nanos + between.toNanos();
        silent = nanos + SILENCE_LIMIT.toNanos();
        tooLong = nanos + limit.toNanos();
    }

    /** Takes one input and says what is to be done. What concerns a job (pause, lines of the file) does not matter here. */
    public List<Action> on(Input input, long nanos) {
        if (end != null) {
            return List.of();
        }
        if (input instanceof Input.Received received) {
            received(received.reply(), nanos);
        } else if (input instanceof Input.Cancel || input instanceof Input.EmergencyStop) {
            end(CoolingEnd.Kind.GIVEN_UP, "the user does not wait for the printer to cool down");
        }
        errors.due(nanos).ifPresent(this::broken);
        tick(nanos);
        List<Action> result = List.copyOf(actions);
        actions.clear();
        return result;
    }

    /** The condition of the caller holds. */
    public void cooled() {
        end(CoolingEnd.Kind.COOLED, "the printer has cooled down");
    }

    /** The port is gone. */
    public void lost(String text) {
        end(CoolingEnd.Kind.LOST, text);
    }

    /** Empty while it is worth waiting. */
    public Optional<CoolingEnd> end() {
        return Optional.ofNullable(end);
    }

    /** When a {@link Input.Tick} is due. */
    public long deadline() {
        return Math.min(Math.min(ask, errors.deadlineNanos().orElse(Long.MAX_VALUE)), Math.min(silent, tooLong));
    }

    private void received(Reply reply, long nanos) {
        silent = nanos + SILENCE_LIMIT.toNanos();
        Reply content = reply instanceof Reply.Ok ok ? ok.carried().orElse(null) : reply;
        if (content instanceof Reply.Temperatures) {
            ask = nanos + between.toNanos();
        } else if (reply instanceof Reply.Busy) {
            ask = nanos + PATIENCE.toNanos();
        }
        errors.on(reply, nanos).ifPresent(this::broken);
    }

    private void broken(FirmwareError error) {
        actions.add(new Action.Publish(new Event.PrinterError(error.text(), error.fatal(), error.cause().orElse(null))));
        if (error.fatal()) {
            end(CoolingEnd.Kind.STOPPED, error.text());
        }
    }

    private void tick(long nanos) {
        if (nanos >= tooLong) {
            end(CoolingEnd.Kind.TOO_LONG, "the printer has not cooled down in " + limit.toMinutes() + " min");
        } else if (nanos >= silent) {
            end(CoolingEnd.Kind.SILENT, "the printer has said nothing for " + SILENCE_LIMIT.toMinutes() + " min");
        } else if (nanos >= ask && end == null) {
            ask = nanos + PATIENCE.toNanos();
            actions.add(new Action.Send(QUESTION, QUESTION.bytes(), false, false));
        }
    }

    private void end(CoolingEnd.Kind kind, String text) {
        end = end == null ? new CoolingEnd(kind, text) : end;
    }
}
