package org.printwire.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.ReplyParser;
import org.printwire.sim.ExecutedHash;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;

/**
 * A whole print on virtual time: connector, streamer and simulated printer, with every fault, and the invariants checked
 * after every step. The same options and file give the same run, step by step.
 */
public final class VirtualPrint {

    private static final long LONGEST_NANOS = Duration.ofHours(24).toNanos();
    private static final int MOST_STEPS = 3_000_000;

    private final SimulatedPrinter printer;
    private final List<String> file;
    private final List<String> expected;
    private final List<Event> events = new ArrayList<>();
    private final List<String> wire = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler();
    private long nanos = 1;
    private long resumeNanos = Long.MAX_VALUE;
    private int checked;
    private Outcome outcome;
    private Action.Ready ready;

    /** What became of it. */
    public record Result(Outcome outcome, List<Event> events, List<String> executed, List<String> expected,
            long virtualNanos, List<String> wire) {
        /** Where what was executed first differs from the file, in words; empty: nowhere. */
        public String firstDifference() {
            for (int i = 0; i < Math.max(executed.size(), expected.size()); i++) {
                String done = i < executed.size() ? executed.get(i) : "nothing";
                String wanted = i < expected.size() ? expected.get(i) : "nothing";
                if (!done.equals(wanted)) {
                    return "line " + i + " executed was " + done + ", in the file it is " + wanted;
                }
            }
            return "";
        }
    }

    private interface Step {
        List<Action> on(Input input, long nanos);
    }

    private VirtualPrint(SimulatedPrinterOptions options, List<String> file) {
        this.printer = new SimulatedPrinter(options, 0);
        this.file = file;
        this.expected = countable(file);
    }

    /** Connects, prints the file and returns how it ended. */
    public static Result run(SimulatedPrinterOptions options, StreamSettings settings, List<String> file) {
        return new VirtualPrint(options, file).run(settings);
    }

    private Result run(StreamSettings settings) {
        printer.opened(nanos);
        Connector connector = new Connector(Duration.ofSeconds(30));
        connector.opened(nanos);
        drive(connector::on, connector::deadline, () -> ready != null);
        if (ready != null) {
            Streamer streamer = new Streamer(settings, ready.temperaturesInOk());
            List<GcodeLine> lines = new ArrayList<>();
            for (String line : file) {
                lines.add(new GcodeLine(lines.size(), lines.size() + 1, lines.size() + 1, line));
            }
            perform(streamer.on(new Input.Feed(lines, true), nanos));
            perform(streamer.on(new Input.StartJob(Map.of()), nanos));
            drive(streamer::on, streamer::deadline, () -> false);
        }
        return new Result(outcome, events, countable(printer.executed()), expected, nanos, wire);
    }

    private void drive(Step step, LongSupplier deadline, BooleanSupplier over) {
        int steps = 0;
        while (outcome == null && !over.getAsBoolean()) {
            if (++steps > MOST_STEPS || nanos > LONGEST_NANOS) {
                throw new AssertionError("the print hangs at " + Duration.ofNanos(nanos) + "\n" + tail());
            }
            byte[] bytes = printer.transmit(nanos);
            assembler.add(bytes, bytes.length, line -> {
                wire.add("< " + line);
                perform(step.on(new Input.Received(ReplyParser.parse(line), line), nanos));
            });
            if (outcome == null && nanos >= resumeNanos) {
                resumeNanos = Long.MAX_VALUE;
                perform(step.on(new Input.Resume(), nanos));
            }
            if (outcome == null && nanos >= deadline.getAsLong()) {
                perform(step.on(new Input.Tick(), nanos));
            }
            check();
            long next = Math.min(resumeNanos, Math.min(printer.nextEventNanos(), deadline.getAsLong()));
            nanos = next == Long.MAX_VALUE ? nanos + 1_000_000_000L : Math.max(next, nanos + 1_000);
        }
    }

    private void perform(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                byte[] bytes = send.bytes();
                wire.add("> " + (send.flush() ? "\\n" : "") + send.frame());
                if (send.flush()) {
                    printer.receive(new byte[] {'\n'}, 0, 1, nanos);
                }
                printer.receive(bytes, 0, bytes.length, nanos);
            } else if (action instanceof Action.Publish publish) {
                events.add(publish.event());
                notice(publish.event());
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                outcome = ended.outcome();
            }
        }
    }

    /** Somebody reads the webhooks and comes, half a minute later, if the print still stands. */
    private void notice(Event event) {
        if (event instanceof Event.PrintPaused) {
            resumeNanos = nanos + Duration.ofSeconds(30).toNanos();
        } else if (event instanceof Event.PrintResumed) {
            resumeNanos = Long.MAX_VALUE;
        }
    }

    /**
     * No line is executed twice, skipped or out of order: what was executed is always the beginning of the file. (A board
     * that resets or is killed loses the moves in its planner, but not what it did meanwhile; the job has failed then. At the end
     * of a failed job the heaters are switched off.)
     */
    private void check() {
        Map<String, Long> faults = printer.report().faults();
        if (faults.containsKey("reset-at") || faults.containsKey("error-at") || outcome instanceof Outcome.Failed) {
            return;
        }
        List<String> executed = countable(printer.executed());
        checked = Math.min(checked, executed.size());
        while (checked < executed.size()) {
            if (checked >= expected.size() || !executed.get(checked).equals(expected.get(checked))) {
                throw new AssertionError("line " + checked + " executed was \"" + executed.get(checked)
                        + "\", in the file it is \""
                        + (checked < expected.size() ? expected.get(checked) : "the end") + "\"\n" + tail());
            }
            checked++;
        }
    }

    private String tail() {
        List<String> telling = wire.stream().filter(line -> !line.contains("T:") && !line.contains("busy")).toList();
        return String.join("\n", telling.subList(Math.max(0, telling.size() - 60), telling.size()));
    }

    /**
     * Without housekeeping, and without the rest of a line whose beginning was flushed: Marlin 2.1 takes that for a command
     * without a number (unknown, since it begins with a parameter) where MK3 3.14 refuses it. No host can prevent that.
     */
    private static List<String> countable(List<String> commands) {
        return commands.stream()
                .filter(command -> !ExecutedHash.housekeeping(command) && command.matches("[GMT]\\d.*")).toList();
    }
}
