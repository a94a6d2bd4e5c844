package org.printwire.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.marlin.Reply;

/**
 * Why the printer waits for a person: one event when it begins, one when it ends.
 *
 * <p>{@code echo:busy: paused for user} comes every 2 s and never says why (Prusa MK3 3.14): M600, M0, a runout, an MMU
 * error and a halted printer all look the same. What went before tells: the unanswered command, or the firmware's own
 * {@code Enqueing to the front: "M600"}.
 */
final class UserWaits {

    /** An episode without a known cause is over when a line is taken and no busy line came for this long. */
    static final Duration QUIET = Duration.ofSeconds(5);
    /** How long a text of the printer counts as the reason of a wait that follows. */
    static final Duration REASON_HOLDS = Duration.ofSeconds(10);

    /** A firmware that never says busy says nothing of a wait either: a command unanswered for so long is one. */
    static final Duration SILENT_WAIT = Duration.ofSeconds(15);

    private enum Cause { NONE, COLOR_CHANGE, COMMAND, RUNOUT, UNKNOWN }

    private final Happenings events = new Happenings();
    private Cause cause = Cause.NONE;
    private boolean announced;
    private boolean saysBusy;
    private long since;
    private long lastBusy;
    private int colorChanges;
    private String command;
    private String color;
    private Map<Long, String> colors = Map.of();
    private String reason;
    private long reasonNanos;

    /** The filament that the file names for a change, by the index of its M600. */
    void colors(Map<Long, String> byIndex) {
        colors = byIndex;
    }

    /** So many changes of filament there were before. */
    void before(int changes) {
        colorChanges = changes;
    }

    /** A command goes out that the user has to answer. */
    void sent(Line line, long nanos) {
        CommandKind kind = line.kind();
        if (!kind.waitsForUser() || cause == Cause.COLOR_CHANGE || cause == Cause.COMMAND) {
            return;
        }
        cause = kind == CommandKind.COLOR_CHANGE ? Cause.COLOR_CHANGE : Cause.COMMAND;
        command = line.text();
        color = line.fromFile() ? colors.get(line.source().index()) : null;
        announced = false;
        since = nanos;
    }

    /** {@code busy: paused for user}, or a prompt or {@code //action:paused} while a command waits for the user. */
    void waiting(long nanos, boolean jobPaused) {
        lastBusy = nanos;
        if (announced) {
            return;
        }
        if (cause == Cause.COLOR_CHANGE) {
            announce(new Event.ColorChangeWaiting(++colorChanges, color), nanos);
        } else if (cause == Cause.COMMAND) {
            announce(new Event.PrintPaused(Actor.FILE, command), nanos);
        } else if (cause == Cause.NONE && !jobPaused) {
            cause = Cause.UNKNOWN;
            boolean known = reason != null && nanos - reasonNanos < REASON_HOLDS.toNanos();
            announce(new Event.UserActionNeeded(known ? reason : "the printer waits at its knob"), nanos);
        }
    }

    /** The firmware says busy while it works, so it says when it waits for the user too. */
    void busy() {
        saysBusy = true;
    }

    /** Time passes. */
    void tick(long nanos) {
        if (nanos >= deadline()) {
            waiting(nanos, false);
        }
    }

    /** When a silent wait is to be told; {@link Long#MAX_VALUE}: none is open. */
    long deadline() {
        return open() && !announced && !saysBusy ? since + SILENT_WAIT.toNanos() : Long.MAX_VALUE;
    }

    /** The firmware put an M600 before all other commands: the filament has run out. */
    void runout(long nanos) {
        if (cause != Cause.COLOR_CHANGE && cause != Cause.RUNOUT) {
            cause = Cause.RUNOUT;
            announce(new Event.FilamentRunout(), nanos);
        }
    }

    /** A text that may explain a wait which follows. */
    void mayExplain(String text, long nanos) {
        reason = text;
        reasonNanos = nanos;
    }

    /** True while an unanswered command waits for the user. */
    boolean open() {
        return cause == Cause.COLOR_CHANGE || cause == Cause.COMMAND;
    }

    /** The printer took a line: a wait is over. */
    void taken(Line line, long nanos) {
        if (cause == Cause.COLOR_CHANGE && line.kind() == CommandKind.COLOR_CHANGE) {
            if (announced) {
                double seconds = (nanos - since) / 1e9;
                events.add(new Event.ColorChangeDone(colorChanges, seconds));
            }
            close();
        } else if (cause == Cause.COMMAND && line.kind() == CommandKind.USER_WAIT) {
            if (announced) {
                events.add(new Event.PrintResumed(Actor.USER));
            }
            close();
        } else if (cause == Cause.RUNOUT) {
            events.add(new Event.Notice(Event.NoticeSource.WARNING, "new filament is loaded, the print goes on"));
            close();
        } else if (cause == Cause.UNKNOWN && nanos - lastBusy > QUIET.toNanos()) {
            close();
        }
    }

    /** What happened since the last call. */
    List<Event> events() {
        return events.drain();
    }

    private void announce(Event event, long nanos) {
        announced = true;
        since = nanos;
        lastBusy = nanos;
        events.add(event);
    }

    private void close() {
        cause = Cause.NONE;
        announced = false;
    }
}
