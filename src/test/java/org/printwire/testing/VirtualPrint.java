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
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.ReplyParser;
import org.printwire.marlin.WireCode;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.PackingTalk;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;

/**
 * A whole print on virtual time: connector, streamer and simulated printer, with every fault, and the invariants checked
 * after every step. The same options and file give the same run, step by step.
 */
public final class VirtualPrint {

    private static final long LONGEST_NANOS = Duration.ofHours(24).toNanos();
    private static final long SILENT_AFTER_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int MOST_STEPS = 3_000_000;

    private final SimulatedPrinter printer;
    private final VirtualPrinterWire cable;
    private final Invariants invariants;
    private final Setup setup;
    private final List<String> expected;
    private final List<Event> events = new ArrayList<>();
    private final List<String> wire = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler();
    private long nanos = 1;
    private long resumeNanos = Long.MAX_VALUE;
    private long cancelNanos = Long.MAX_VALUE;
    private Outcome outcome;
    private Action.Ready ready;
    private PackingTalk.End packing;

    /**
     * What is printed, and how.
     *
     * @param latency     how long the host takes from an answer's arrival to its own next step
     * @param budget      most bytes that may wait to be read by the printer; {@code Integer.MAX_VALUE}: not checked
     * @param cancelAfter when the user cancels the job, from its start; null: never
     * @param watch       looks on
     */
    public record Setup(SimulatedPrinterOptions options, StreamSettings settings, List<String> file, Duration latency,
            int budget, Duration cancelAfter, Watch watch) {
        /** Without latency, budget, cancel and watch. */
        public static Setup of(SimulatedPrinterOptions options, StreamSettings settings, List<String> file) {
            return new Setup(options, settings, file, Duration.ZERO, Integer.MAX_VALUE, null, new Watch() { });
        }

        public Setup withLatency(Duration value) {
            return new Setup(options, settings, file, value, budget, cancelAfter, watch);
        }

        public Setup withBudget(int value) {
            return new Setup(options, settings, file, latency, value, cancelAfter, watch);
        }

        public Setup withCancelAfter(Duration value) {
            return new Setup(options, settings, file, latency, budget, value, watch);
        }

        public Setup withWatch(Watch value) {
            return new Setup(options, settings, file, latency, budget, cancelAfter, value);
        }
    }

    /** Sees what goes over the wire while the job runs, for a count of its own; throws when it is wrong. */
    public interface Watch {
        default void sent(Action.Send send, long nanos) { }

        default void received(String line, long nanos) { }
    }

    /**
     * What became of it.
     *
     * @param executed with the truth for each line that noise has forged
     * @param forged   how many these are: nobody has ever said them, and their checksum is right
     */
    public record Result(Outcome outcome, List<Event> events, List<String> executed, List<String> expected,
            long virtualNanos, int forged, List<String> wire) {
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

    private VirtualPrint(Setup setup) {
        this.setup = setup;
        this.printer = new SimulatedPrinter(setup.options, 0);
        this.cable = new VirtualPrinterWire(printer, setup.latency);
        this.expected = setup.file.stream().filter(Invariants::countable).toList();
        this.invariants = new Invariants(printer, setup.options.faults(), expected, setup.budget);
    }

    /** Connects, prints the file and returns how it ended. */
    public static Result run(SimulatedPrinterOptions options, StreamSettings settings, List<String> file) {
        return run(Setup.of(options, settings, file));
    }

    /** The same on a printer to which another host has said this, and which no opening resets. */
    public static Result runAfter(byte[] said, SimulatedPrinterOptions options, StreamSettings settings, List<String> file) {
        VirtualPrint print = new VirtualPrint(Setup.of(options.withResetsOnOpen(false), settings, file));
        print.printer.receive(said, 0, said.length, print.nanos);
        print.nanos += Duration.ofSeconds(10).toNanos();
        print.printer.transmit(print.nanos);
        return print.run();
    }

    /** The same. */
    public static Result run(Setup setup) {
        VirtualPrint print = new VirtualPrint(setup);
        try {
            return print.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + print.tail(), e);
        }
    }

    private Result run() {
        printer.opened(nanos);
        Connector connector = new Connector(Duration.ofSeconds(30));
        connector.opened(nanos);
        drive(connector::on, connector::deadline, () -> outcome != null || ready != null);
        if (ready != null) {
            Streamer streamer = new Streamer(agreed(setup.settings), ready.temperaturesInOk());
            List<GcodeLine> lines = new ArrayList<>();
            for (String line : setup.file) {
                lines.add(new GcodeLine(lines.size(), lines.size() + 1, lines.size() + 1, line));
            }
            invariants.begins();
            cancelNanos = setup.cancelAfter == null ? Long.MAX_VALUE : nanos + setup.cancelAfter.toNanos();
            perform(streamer.on(new Input.Feed(lines, true), nanos));
            perform(streamer.on(new Input.StartJob(Map.of()), nanos));
            drive(streamer::on, streamer::deadline, () -> outcome != null);
            long silent = nanos + SILENT_AFTER_NANOS;
            drive(streamer::on, () -> Long.MAX_VALUE, () -> nanos > silent); // a host that has ended sets no time limits
        }
        return new Result(outcome, events, invariants.ofFile(printer.executed()), expected, nanos,
                invariants.forgeries(printer.executed()), wire);
    }

    /** Packed lines only if the printer agrees. */
    private StreamSettings agreed(StreamSettings settings) {
        if (!(settings.code() instanceof MeatPack code)) {
            return settings;
        }
        PackingTalk talk = PackingTalk.beginning(code.noSpaces());
        talk.begun(nanos);
        drive(talk::on, talk::deadline, () -> talk.end().isPresent());
        packing = talk.end().orElseThrow();
        return packing == PackingTalk.End.AGREED ? settings : settings.with(WireCode.PLAIN);
    }

    private void drive(Step step, LongSupplier deadline, BooleanSupplier over) {
        int steps = 0;
        while (!over.getAsBoolean()) {
            if (++steps > MOST_STEPS || nanos > LONGEST_NANOS) {
                throw new AssertionError("the print hangs at " + Duration.ofNanos(nanos));
            }
            byte[] bytes = cable.read(nanos);
            assembler.add(bytes, bytes.length, line -> {
                wire.add("< " + line);
                setup.watch.received(line, nanos);
                perform(step.on(new Input.Received(ReplyParser.parse(line), line), nanos));
            });
            cable.change(nanos).ifPresent(change -> {
                wire.add("# " + change);
                perform(step.on(change, nanos));
            });
            if (outcome == null && nanos >= resumeNanos) {
                resumeNanos = Long.MAX_VALUE;
                perform(step.on(new Input.Resume(), nanos));
            }
            if (outcome == null && nanos >= cancelNanos) {
                cancelNanos = Long.MAX_VALUE;
                invariants.cancelled();
                perform(step.on(new Input.Cancel(), nanos));
            }
            if (nanos >= deadline.getAsLong()) {
                perform(step.on(new Input.Tick(), nanos));
            }
            invariants.executed(outcome);
            long user = outcome == null ? Math.min(resumeNanos, cancelNanos) : Long.MAX_VALUE;
            long next = Math.min(user, Math.min(cable.nextNanos(), deadline.getAsLong()));
            nanos = next == Long.MAX_VALUE ? nanos + 1_000_000_000L : Math.max(next, nanos + 1_000);
        }
    }

    private void perform(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                byte[] bytes = send.bytes();
                wire.add("> " + (send.flush() ? "\\n" : "") + send.frame());
                cable.send(bytes, nanos);
                invariants.sent(send, outcome);
                setup.watch.sent(send, nanos);
            } else if (action instanceof Action.Publish publish) {
                events.add(publish.event());
                invariants.published(publish.event());
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

    private String tail() {
        List<String> telling = wire.stream().filter(line -> (line.startsWith("< ok") || !line.endsWith("A:25.4") && !line.contains("T:")) && !line.contains("busy")).toList();
        return String.join("\n", telling.subList(Math.max(0, telling.size() - Integer.getInteger("printwire.tail", 60)), telling.size()));
    }
}
