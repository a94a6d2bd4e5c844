package org.printwire.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.printwire.event.Event;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.GcodeLine;
import org.printwire.job.Job;
import org.printwire.job.JobTracker;
import org.printwire.job.Outlook;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.WireCode;
import org.printwire.printer.FileFeed;
import org.printwire.printer.JobRunner;
import org.printwire.printer.Keeper;
import org.printwire.printer.LineRing;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.printer.Reconnector;
import org.printwire.printer.VirtualSessions;
import org.printwire.recording.RecordedLine;
import org.printwire.recording.Wire;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.stream.Action;
import org.printwire.stream.Connector;
import org.printwire.stream.Input;
import org.printwire.stream.Insertion;
import org.printwire.stream.Outcome;
import org.printwire.stream.PackingTalk;
import org.printwire.stream.StreamSettings;
import org.printwire.time.Time;

/** A print as {@code Host} does it, to a simulated printer on virtual time, with a recording of it all. */
public final class RecordedPrint {

    private static final Duration BOOT = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final int MOST_LINES = 1 << 17;

    private final VirtualTime time = new VirtualTime();
    private final LineRing ring = new LineRing(MOST_LINES, time.nanos());
    private final Setup setup;
    private final VirtualPort port;
    private final PrinterSession session;
    private final List<Event> events = new ArrayList<>();
    private long backNanos = Long.MAX_VALUE;

    /** What became of it; {@code outcome} null: it never began. */
    public record Result(Outcome outcome, List<RecordedLine> lines, List<Event> events) { }

    /**
     * What is printed, and how.
     *
     * @param settings  its code is agreed with the printer; with {@code keeps} a disk answers after a while
     * @param wishes    when a user interferes, and how; null: never
     * @param lostAfter the cable is out then; null: never
     * @param outFor    so long it is waited for; null: it is not
     * @param backAfter it is back then; null: it stays out
     * @param step      what each look at the clock costs
     */
    public record Setup(SimulatedPrinterOptions options, StreamSettings settings, Path file, Random wishes, Duration lostAfter,
            Duration outFor, Duration backAfter, Duration step) {

        /** Nothing interferes. */
        public static Setup of(SimulatedPrinterOptions options, StreamSettings settings, Path file) {
            return new Setup(options, settings, file, null, null, null, null, Duration.ZERO);
        }

        public Setup withWishes(Random value) {
            return new Setup(options, settings, file, value, lostAfter, outFor, backAfter, step);
        }

        public Setup withLoss(Duration after, Duration wait, Duration back) {
            return new Setup(options, settings, file, wishes, after, wait, back, step);
        }

        public Setup withStep(Duration value) {
            return new Setup(options, settings, file, wishes, lostAfter, outFor, backAfter, value);
        }
    }

    private RecordedPrint(Setup setup) {
        this.setup = setup;
        port = new VirtualPort(time, setup.options);
        session = VirtualSessions.session(port, time, new SlowClock(), ring, this::hear);
        time.after(LONGEST, () -> session.request(new Input.EmergencyStop()));
        if (setup.lostAfter != null) {
            port.loseAfter(setup.lostAfter);
        }
        if (setup.outFor != null) {
            backNanos = setup.backAfter == null ? Long.MAX_VALUE
                    : time.nanos() + setup.lostAfter.plus(setup.backAfter).toNanos();
            session.reconnects(new Reconnector(this::again, 115_200, setup.outFor));
        }
        if (setup.wishes != null) {
            interfere(setup.wishes);
        }
    }

    /** Somebody comes half a minute after a pause. */
    private void hear(Event event) {
        if (event instanceof Event.PrintPaused) {
            time.after(Duration.ofSeconds(30), () -> session.request(new Input.Resume()));
        }
        if (!(event instanceof Event.TemperaturesReported)) {
            events.add(event);
        }
    }

    private SerialPort again() throws PortException {
        if (time.nanos() < backNanos) {
            throw new PortException("it is not there");
        }
        return new VirtualPort(time, port.printer());
    }

    /** Prints the file, whatever becomes of it. */
    public static Result of(Setup setup) throws IOException {
        RecordedPrint print = new RecordedPrint(setup);
        return new Result(print.run(), print.ring.lines(), print.events);
    }

    private Outcome run() throws IOException {
        StreamSettings settings = setup.settings;
        try (FileFeed feed = new FileFeed(setup.file)) {
            feed.run();
            Action.Ready ready = session.connect(new Connector(BOOT));
            if (settings.code() instanceof MeatPack code
                    && session.agree(PackingTalk.beginning(code.noSpaces())) != PackingTalk.End.AGREED) {
                settings = settings.with(WireCode.PLAIN);
            }
            ring.note(Wire.job(settings), time.nanos());
            Outcome outcome = new JobRunner(session, time, this::hear, new Disk(), Outlook.USUAL)
                    .run(Job.of(setup.file, FileFacts.survey(setup.file)), feed, settings, ready.temperaturesInOk(),
                            JobRunner.Start.USUAL);
            if (settings.code() instanceof MeatPack) {
                session.agree(PackingTalk.ending());
            }
            return outcome;
        } catch (PrinterException e) {
            return null;
        }
    }

    private void interfere(Random random) {
        Duration at = Duration.ofMillis(2500 + random.nextInt(10_000));
        time.after(at, () -> session.request(new Input.Pause()));
        time.after(at.plusMillis(random.nextInt(20_000)), () -> session.request(new Input.Resume()));
        if (random.nextBoolean()) {
            time.after(at.plusMillis(random.nextInt(60_000)),
                    () -> session.request(random.nextBoolean() ? new Input.Cancel() : new Input.EmergencyStop()));
        }
    }

    /** Time that goes by while the host works. */
    private final class SlowClock implements Time {
        @Override
        public Instant wall() {
            return time.wall();
        }

        @Override
        public long nanos() {
            if (!setup.step.isZero()) {
                time.advance(setup.step);
            }
            return time.nanos();
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }

    /** Takes its time, sometimes more than is waited for. */
    private final class Disk implements Keeper {
        @Override
        public void keep(Insertion insertion) {
            time.after(Duration.ofMillis(insertion.number() * 37 % 1200),
                    () -> session.request(new Input.Kept(insertion.number())));
        }

        @Override
        public void taken(long number, GcodeLine line, JobTracker job, long nanos) { }

        @Override
        public void stands(boolean paused) { }

        @Override
        public void ending(Outcome outcome) { }
    }

    /** A file of moves, stops, waits and instructions to the host. */
    public static Path file(Path folder, Random random, int lines) throws IOException {
        List<String> file = new ArrayList<>(List.of("M104 S215", "G28", "M109 S215", "G92 E0"));
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(40)) {
                case 0 -> file.add("M600");
                case 1 -> file.add("M601");
                case 2 -> file.add("M117 line * " + i + " \u00e9");
                case 3 -> file.add("M73 P" + i * 100 / lines + " R" + (lines - i));
                case 4 -> file.add("G4 P" + random.nextInt(900));
                case 5 -> file.add("M110 N5");
                case 6 -> file.add("@webhook hello " + i);
                case 7 -> file.add(random.nextInt(5) == 0 ? "@pause" : "M400");
                default -> file.add("G1 X" + random.nextInt(200) + " Y" + random.nextInt(200) + " E" + i + " F6000");
            }
        }
        return Files.write(folder.resolve("recorded.gcode"), file);
    }
}
