package org.printwire.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.printwire.checkpoint.Entry;
import org.printwire.checkpoint.JobRecord;
import org.printwire.event.Event;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.PrintState;
import org.printwire.marlin.LineAssembler;
import org.printwire.marlin.ReplyParser;
import org.printwire.sim.ExecutedHash;
import org.printwire.sim.SimulatedPrinter;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.KnownPrinter;
import org.printwire.stream.Outcome;
import org.printwire.stream.Retrace;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Streamer;
import org.printwire.stream.Whereabouts;

/**
 * A print on virtual time whose host dies again and again, at moments that a seed chooses: all it knew is gone but for
 * what it wrote down, and another host goes on with the same printer.
 */
public final class MortalPrint {

    private static final int MOST_STEPS = 2_000_000;

    private final SimulatedPrinter printer;
    private final StreamSettings settings;
    private final List<GcodeLine> file = new ArrayList<>();
    private final Random random;
    private final int deaths;
    private final int stride;
    private final List<Entry> journal = new ArrayList<>();
    private final List<Long> kept = new ArrayList<>();
    private final List<String> wire = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler();
    private final boolean user;
    private long nanos = 1;
    private long resumeNanos = Long.MAX_VALUE;
    private long calmNanos;
    private long steps;
    private long dieAt;
    private int died;
    private Action.Ready ready;
    private KnownPrinter known;
    private boolean temperaturesInOk;
    private Outcome outcome;

    /** What became of it. */
    public record Result(Outcome outcome, List<String> executed, List<String> expected, int deaths, List<Event> events,
            List<String> wire) {}

    private interface Step {
        List<Action> on(Input input, long nanos);
    }

    /** Death. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param deaths at most so many
     * @param stride a host lives so many steps on average
     * @param user   somebody presses p now and then, lets the filament run out and bumps into the head
     */
    private MortalPrint(SimulatedPrinterOptions options, StreamSettings settings, List<String> lines, long seed, int deaths,
            int stride, boolean user) {
        this.printer = new SimulatedPrinter(options, 0);
        this.settings = settings.keeping();
        this.random = new Random(seed);
        this.deaths = deaths;
        this.stride = stride;
        this.user = user;
        for (String line : lines) {
            long index = file.isEmpty() ? 0 : last().index() + (last().hostCommand() ? 0 : 1);
            file.add(new GcodeLine(index, file.size() + 1, (file.size() + 1) * 10L, line));
        }
    }

    private GcodeLine last() {
        return file.get(file.size() - 1);
    }

    public static Result run(SimulatedPrinterOptions options, StreamSettings settings, List<String> lines, long seed,
            int deaths, int stride, boolean user) {
        return new MortalPrint(options, settings, lines, seed, deaths, stride, user).run();
    }

    private Result run() {
        printer.opened(nanos);
        Connector connector = new Connector(Duration.ofSeconds(30));
        connector.opened(nanos);
        dieAt = Long.MAX_VALUE;
        drive(connector::on, connector::deadline, () -> ready != null);
        if (ready == null) { // it has not begun: the user is told why, and nothing is lost
            return new Result(outcome, countable(printer.executed()), List.of(), died, events, wire);
        }
        temperaturesInOk = ready.temperaturesInOk();
        known = KnownPrinter.of(ready.firmware(), "test", ready.capabilities());
        journal.add(new Entry.Begun(Instant.EPOCH, "f", "f", 1, commands(), "", "p", 1, "", settings.maxLineBytes(), "", "", "",
                Map.of(), temperaturesInOk, 1));
        Streamer first = new Streamer(settings, temperaturesInOk);
        live(first, file, new Input.StartJob(Map.of()));
        while (outcome == null) {
            resume();
        }
        return new Result(outcome, countable(printer.executed()),
                countable(file.stream().map(GcodeLine::text).toList()), died, events, wire);
    }

    private long commands() {
        return file.stream().filter(line -> !line.hostCommand()).count();
    }

    private void resume() {
        Whereabouts whereabouts = new Whereabouts();
        whereabouts.opened(nanos);
        try {
            drive(whereabouts::on, whereabouts::deadline,
                    () -> whereabouts.lastLine().isPresent() || whereabouts.failure().isPresent());
        } catch (Killed killed) {
            return;
        }
        if (whereabouts.failure().isPresent()) {
            outcome = whereabouts.failure().get();
            return;
        }
        JobRecord job = JobRecord.of(journal);
        long number = whereabouts.lastLine().orElseThrow();
        wire.add("# printer has " + number + " of " + journal);
        if (!job.fits(number)) {
            throw new AssertionError("line " + number + " does not fit " + job + "\n" + tail());
        }
        Retrace retrace = new Retrace(job.insertions(), number, settings.maxLineBytes(), new PrintState(false));
        int rest = 0;
        while (rest < file.size() && retrace.add(file.get(rest))) {
            rest++;
        }
        retrace.finish();
        live(new Streamer(settings, temperaturesInOk), file.subList(rest, file.size()),
                new Input.Rejoin(retrace, job.paused(), Map.of(), known, List.of()));
    }

    private void live(Streamer streamer, List<GcodeLine> lines, Input begin) {
        kept.clear();
        resumeNanos = JobRecord.of(journal).paused() ? nanos + Duration.ofSeconds(20).toNanos() : Long.MAX_VALUE;
        dieAt = died < deaths ? steps + 1 + random.nextInt(2 * stride) : Long.MAX_VALUE;
        try {
            perform(streamer.on(new Input.Feed(lines, true), nanos));
            perform(streamer.on(begin, nanos));
            drive(streamer::on, streamer::deadline, () -> false);
        } catch (Killed killed) {
            // Another takes over.
        }
    }

    private void drive(Step step, LongSupplier deadline, BooleanSupplier over) {
        while (outcome == null && !over.getAsBoolean()) {
            if (++steps > MOST_STEPS) {
                throw new AssertionError("the print hangs at " + Duration.ofNanos(nanos) + "\n" + tail());
            }
            if (steps >= dieAt && journal.stream().anyMatch(Entry.Mark.class::isInstance)) {
                die();
            }
            byte[] bytes = printer.transmit(nanos);
            assembler.add(bytes, bytes.length, line -> {
                wire.add("< " + line);
                perform(step.on(new Input.Received(ReplyParser.parse(line), line), nanos));
            });
            if (!kept.isEmpty() && random.nextInt(3) > 0) {
                perform(step.on(new Input.Kept(kept.remove(0)), nanos));
            }
            if (user && random.nextInt(400) == 0) {
                mishap(step);
            }
            if (outcome == null && nanos >= resumeNanos) {
                resumeNanos = Long.MAX_VALUE;
                perform(step.on(new Input.Resume(), nanos));
            }
            if (outcome == null && nanos >= deadline.getAsLong()) {
                perform(step.on(new Input.Tick(), nanos));
            }
            long next = Math.min(resumeNanos, Math.min(printer.nextEventNanos(), deadline.getAsLong()));
            next = Math.min(next, kept.isEmpty() ? Long.MAX_VALUE : nanos + 5_000_000);
            nanos = next == Long.MAX_VALUE ? nanos + 1_000_000_000L : Math.max(next, nanos + 1_000);
        }
    }

    private void mishap(Step step) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            perform(step.on(new Input.Pause(), nanos));
        } else if (resumeNanos == Long.MAX_VALUE && nanos >= calmNanos) {
            // MK3 counts its own M600 as a line: two accidents at once double lines, whatever the host does.
            calmNanos = nanos + Duration.ofSeconds(30).toNanos();
            if (kind == 1) {
                printer.runout(nanos);
            } else {
                printer.crash(nanos);
            }
        }
    }

    private void die() {
        died++;
        dieAt = died < deaths ? steps + 1 + random.nextInt(2 * stride) : Long.MAX_VALUE;
        wire.add("# the host dies");
        nanos += random.nextInt(2) == 0 ? 1_000_000 : random.nextInt(90) * 1_000_000_000L;
        byte[] lost = printer.transmit(nanos);
        assembler.reset();
        wire.add("# " + lost.length + " bytes are lost");
        if (random.nextBoolean()) {
            printer.opened(nanos);
        }
        if (random.nextInt(4) == 0) {
            byte[] half = "N17 G1 X".getBytes(StandardCharsets.ISO_8859_1);
            printer.receive(half, 0, half.length, nanos);
        }
        throw new Killed();
    }

    private void perform(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.Send send) {
                wire.add("> " + (send.flush() ? "\\n" : "") + send.frame());
                printer.receive(send.bytes(), 0, send.bytes().length, nanos);
            } else if (action instanceof Action.Keep keep) {
                journal.add(new Entry.Inserted(keep.insertion()));
                kept.add(keep.insertion().number());
            } else if (action instanceof Action.Taken taken && (taken.number() % 25 == 0 || journal.size() == 1)) {
                journal.add(new Entry.Mark(taken.number(), taken.line().fileLine(), taken.line().endOffset(), null, 0));
            } else if (action instanceof Action.Publish publish) {
                heard(publish.event());
            } else if (action instanceof Action.Ready known) {
                ready = known;
            } else if (action instanceof Action.Ended ended) {
                outcome = ended.outcome();
            }
        }
    }

    private void heard(Event event) {
        events.add(event);
        wire.add("! " + event);
        if (event instanceof Event.PrintPaused) {
            journal.add(new Entry.Standing(true));
            resumeNanos = nanos + Duration.ofSeconds(30).toNanos();
        } else if (event instanceof Event.PrintResumed) {
            journal.add(new Entry.Standing(false));
            resumeNanos = Long.MAX_VALUE;
        }
    }

    private String tail() {
        List<String> telling = wire.stream().filter(line -> !line.contains("T:") && !line.contains("busy")).toList();
        return String.join("\n", telling.subList(Math.max(0, telling.size() - 60), telling.size()));
    }

    /** Without housekeeping, and without the pauses, of which the host makes some. */
    private static List<String> countable(List<String> commands) {
        return commands.stream().filter(command -> !ExecutedHash.housekeeping(command) && command.matches("[GMT]\\d.*")
                && !command.startsWith("M601") && !command.matches(".* F7777|G4 P777|G1 F\\d+\\.\\d{3}")).toList();
    }
}
