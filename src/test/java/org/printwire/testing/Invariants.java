package org.printwire.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 *
 * <p>A line that the host has never said is a forgery of the wire: noise with the right checksum, of eight bits. No host can
 * see it, be it executed in place of a line of the file or besides. It is counted; the lines after it must be right.
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
    private boolean paused;
    private boolean waits;
    private boolean fatal;
    private boolean cancelled;
    private boolean begun;
    private final boolean noisy;
    private final Set<String> said = new HashSet<>();
    private Course settledCourse;

    /** @param budget bytes; {@code Integer.MAX_VALUE}: none */
    Invariants(SimulatedPrinter printer, Faults faults, List<String> expected, int budget) {
        this.noisy = NOISE.stream().anyMatch(kind -> faults.rate(kind) > 0);
        this.printer = printer;
        this.expected = expected;
        this.budget = budget;
        this.settledCourse = new Course(expected, HOSTS);
    }

    void sent(Action.Send send, Outcome outcome) {
        said.add(send.frame().command());
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
        Course course = settledCourse.copy();
        for (int i = 0; i < tail.size(); i++) {
            if (countable(tail.get(i)) && !course.take(tail.get(i), forged(tail.get(i)))) {
                throw new AssertionError("executed was \"" + tail.get(i) + "\", " + course);
            }
            if (settled + i + 1 == nowSettled) {
                settledCourse = course.copy();
            }
        }
        settled = nowSettled;
    }

    /** What was executed of the file: without what the host has put in between, and with the truth for what was forged. */
    List<String> ofFile(List<String> executed) {
        Course course = new Course(expected, HOSTS);
        List<String> wrong = new ArrayList<>();
        for (String command : executed) {
            if (countable(command) && !course.take(command, forged(command))) {
                wrong.add(command);
            }
        }
        List<String> file = new ArrayList<>(course.whole());
        file.addAll(wrong);
        return file;
    }

    /** How many lines the printer has executed that nobody has said. */
    int forgeries(List<String> executed) {
        return (int) executed.stream().filter(command -> countable(command) && forged(command)).count();
    }

    private boolean forged(String command) {
        return noisy && !said.contains(command);
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
