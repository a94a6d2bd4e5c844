package org.printwire.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.marlin.Frame;
import org.printwire.marlin.PackingCommand;
import org.printwire.marlin.Reply;

/**
 * Agrees with a connected printer that lines are packed from now on (MeatPack), or that they are no longer. Between the
 * connector and the job, and after the job; while it lasts nothing else may be sent.
 *
 * <p>To begin, the printer must say twice that it unpacks in the way wanted: to the command, and to a question after it.
 * What it does not say within a second is said once more; then it is given up, and the printer is told to take text.
 *
 * <p>Pure: takes inputs and times, returns actions; is over when {@link #end()} says so. Used by one thread.
 */
public final class PackingTalk {

    /** Time for a report. Firmware gives it as soon as it reads the command. */
    static final Duration REPORT = Duration.ofSeconds(1);
    /** Silence after the last line, so that no late {@code ok} counts for the job. */
    static final Duration SETTLE = Duration.ofMillis(250);
    static final int MOST_TRIES = 2;

    /** How it ended. */
    public enum End {
        /** The printer does what was wanted. */
        AGREED,
        /** It did not say so. It has been told to take text. */
        SILENT,
        /** It has booted meanwhile: it takes text, and must be greeted anew. */
        RESTARTED
    }

    private enum State { IDLE, TOLD, ASKED, SETTLING, OVER }

    private final boolean packed;
    private final boolean noSpaces;
    private State state = State.IDLE;
    private End end = End.AGREED;
    private int tries;
    private long due = Long.MAX_VALUE;
    private final List<Action> actions = new ArrayList<>();

    private PackingTalk(boolean packed, boolean noSpaces) {
        this.packed = packed;
        this.noSpaces = noSpaces;
    }

    /** Lines are to be packed. */
    public static PackingTalk beginning(boolean noSpaces) {
        return new PackingTalk(true, noSpaces);
    }

    /** Lines are to be text again. */
    public static PackingTalk ending() {
        return new PackingTalk(false, false);
    }

    /** Lines are to be packed; else they are to be text. */
    public boolean packed() {
        return packed;
    }

    /** Of packed lines: an E is packed instead of a blank. */
    public boolean noSpaces() {
        return noSpaces;
    }

    /** It begins. A {@link Input.Tick} is due at once. */
    public void begun(long nanos) {
        state = State.TOLD;
        due = nanos;
    }

    /** Takes one input and says what is to be done. Only {@link Input.Received} and {@link Input.Tick} matter here. */
    public List<Action> on(Input input, long nanos) {
        if (state == State.IDLE || state == State.OVER) {
            return List.of();
        }
        if (input instanceof Input.Received received) {
            received(received.reply(), nanos);
        }
        if (nanos >= due && state != State.OVER) {
            overdue(nanos);
        }
        List<Action> result = List.copyOf(actions);
        actions.clear();
        return result;
    }

    /** When a {@link Input.Tick} is due. */
    public long deadline() {
        return due;
    }

    /** How it ended; empty: it goes on. */
    public Optional<End> end() {
        return state == State.OVER ? Optional.of(end) : Optional.empty();
    }

    private void received(Reply reply, long nanos) {
        if (reply instanceof Reply.Start) {
            over(End.RESTARTED);
        } else if (reply instanceof Reply.Packing report) {
            reported(wanted(report), nanos);
        } else if (state == State.SETTLING && reply instanceof Reply.Ok) {
            due = nanos + SETTLE.toNanos();
        }
    }

    private boolean wanted(Reply.Packing report) {
        return report.on() == packed && (!packed || report.noSpaces() == noSpaces);
    }

    private void reported(boolean wanted, long nanos) {
        if (wanted && state == State.TOLD && tries > 0) {
            if (packed) {
                state = State.ASKED;
                say("is it on?", PackingCommand.QUERY.bytes());
                due = nanos + REPORT.toNanos();
            } else {
                settle(End.AGREED, nanos);
            }
        } else if (wanted && state == State.ASKED) {
            settle(End.AGREED, nanos);
        } else if (!wanted && end == End.AGREED && state != State.TOLD) {
            // A report that was overtaken by the next: the printer does not do it after all.
            overdue(nanos);
        }
    }

    private void overdue(long nanos) {
        if (state == State.SETTLING && nanos >= due) {
            over(end);
        } else if (tries < MOST_TRIES) {
            tries++;
            state = State.TOLD;
            due = nanos + REPORT.toNanos();
            if (packed) {
                say(noSpaces ? "on, without blanks" : "on", PackingCommand.begin(noSpaces));
            } else {
                say("off", PackingCommand.end());
            }
        } else {
            say("off", PackingCommand.end());
            settle(End.SILENT, nanos);
        }
    }

    private void settle(End how, long nanos) {
        end = how;
        state = State.SETTLING;
        due = nanos + SETTLE.toNanos();
    }

    private void over(End how) {
        end = how;
        state = State.OVER;
        due = Long.MAX_VALUE;
    }

    /** For logs it is a comment: what somebody sends again as text does no harm. */
    private void say(String meaning, byte[] bytes) {
        actions.add(new Action.Send(Frame.bare("; MeatPack: " + meaning), bytes, false, tries > 1));
    }
}
