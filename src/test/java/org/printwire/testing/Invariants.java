package org.printwire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.printwire.event.Event;
import org.printwire.sim.ExecutedHash;
import org.printwire.sim.Fault.Chance.Kind;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.stream.Action;
import org.printwire.stream.Outcome;

/**
 * What must hold after every step of a print, whatever goes wrong.
 *
 * <ul>
 *   <li>No line is executed twice, skipped or out of order: what was executed is the beginning of the file. Not where the
 *       board loses its memory (reset, kill, power), and not at the end of a failed job, where heaters are switched off.
 *   <li>Bytes that the printer has not read never exceed the budget.
 *   <li>Nothing is sent once the job has ended.
 *   <li>One event an episode: a pause is told once until it is over, a colour change begins and ends in turn, and
 *       only one error is fatal. Not where bytes are damaged: noise can make anything of anything.
 * </ul>
 */
final class Invariants {

    private static final List<String> FORGETS = List.of("reset-at", "error-at", "mintemp-at", "panic-at", "stop-at");

    private static final List<Kind> NOISE = List.of(Kind.CORRUPT_IN, Kind.CORRUPT_OUT, Kind.LOST_BYTE, Kind.LOST_BYTE_OUT,
            Kind.NOISE);

    /** Sent by the host when the printer or the user asks for it, in between the lines of the file. */
    private static final List<String> HOSTS = List.of("M601", "M603");

    /** The way aside between two layers and back, in the tests that have one: the file has no such lines. */
    private static final Pattern PARKS = Pattern.compile(".* F7777|G4 P777|G1 F\\d+\\.\\d{3}");

    private final SimulatedPrinter printer;
    private final List<String> expected;
    private final int budget;
    private long version = -1;
    private int settled;
    private int settledOfFile;
    private boolean paused;
    private boolean waits;
    private boolean fatal;
    private boolean cancelled;
    private boolean begun;
    private final boolean noisy;

    /** @param budget bytes; {@code Integer.MAX_VALUE}: none */
    Invariants(SimulatedPrinter printer, Faults faults, List<String> expected, int budget) {
        this.noisy = NOISE.stream().anyMatch(kind -> faults.rate(kind) > 0);
        this.printer = printer;
        this.expected = expected;
        this.budget = budget;
    }

    void sent(Action.Send send, Outcome outcome) {
        if (outcome != null) {
            throw new AssertionError(send.frame() + " was sent after the job had ended: " + outcome);
        }
        if (begun && printer.unread() > budget) {
            throw new AssertionError(printer.unread() + " bytes wait to be read after " + send.frame() + ", more than "
                    + budget);
        }
    }

    /** The greetings are over. A printer that does not read yet may get more of them than its buffer holds. */
    void begins() {
        begun = true;
    }

    void published(Event event) {
        if (noisy) {
            return;
        }
        if (event instanceof Event.PrintPaused) {
            alternates(!paused, event);
            paused = true;
        } else if (event instanceof Event.PrintResumed) {
            paused = false; // not always out of a pause: a filament change of Marlin ends in //action:resumed
        } else if (event instanceof Event.ColorChangeWaiting) {
            alternates(!waits, event);
            waits = true;
        } else if (event instanceof Event.ColorChangeDone) {
            alternates(waits, event);
            waits = false;
        } else if (event instanceof Event.PrinterError error && error.fatal()) {
            alternates(!fatal, event);
            fatal = true;
        }
    }

    private static void alternates(boolean right, Event event) {
        if (!right) {
            throw new AssertionError("out of turn: " + event);
        }
    }

    /** The user wants no more: what follows is the end of the job, not the file. */
    void cancelled() {
        cancelled = true;
    }

    void executed(Outcome outcome) {
        if (version == printer.executedVersion() || outcome instanceof Outcome.Failed || cancelled
                || FORGETS.stream().anyMatch(printer::struck)) {
            return;
        }
        version = printer.executedVersion();
        int nowSettled = printer.settled();
        List<String> tail = printer.executedFrom(settled);
        int at = settledOfFile;
        for (int i = 0; i < tail.size(); i++) {
            if (countable(tail.get(i))) {
                boolean hosts = HOSTS.contains(tail.get(i)) && (at >= expected.size() || !HOSTS.contains(expected.get(at)));
                if (hosts) {
                    at--;
                } else if (at >= expected.size() || !tail.get(i).equals(expected.get(at))) {
                    throw new AssertionError("line " + at + " executed was \"" + tail.get(i) + "\", in the file it is \""
                            + (at < expected.size() ? expected.get(at) : "the end") + "\"");
                }
                at++;
            }
            if (settled + i + 1 == nowSettled) {
                settledOfFile = at;
            }
        }
        settled = nowSettled;
    }

    /** What was executed of the file: without what the host has put in between. */
    static List<String> ofFile(List<String> executed, List<String> expected) {
        List<String> file = new ArrayList<>();
        for (String command : executed) {
            boolean hosts = HOSTS.contains(command)
                    && (file.size() >= expected.size() || !HOSTS.contains(expected.get(file.size())));
            if (countable(command) && !hosts) {
                file.add(command);
            }
        }
        return file;
    }

    /**
     * Not housekeeping, and not the rest of a line whose beginning was flushed: Marlin 2.1 takes that for a command without
     * a number (unknown, since it begins with a parameter) where MK3 3.14 refuses it. No host can prevent that.
     */
    static boolean countable(String command) {
        return command.length() > 1 && "GMT".indexOf(command.charAt(0)) >= 0 && Character.isDigit(command.charAt(1))
                && !ExecutedHash.housekeeping(command) && !PARKS.matcher(command).matches();
    }
}
