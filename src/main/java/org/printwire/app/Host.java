package org.printwire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.printwire.checkpoint.Entry;
import org.printwire.config.Configuration;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.job.Job;
import org.printwire.job.Outlook;
import org.printwire.printer.FileFeed;
import org.printwire.printer.JobRunner;
import org.printwire.printer.Keeper;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.recording.Wire;
import org.printwire.stream.CoolingEnd;
import org.printwire.stream.CoolingWatch;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.stream.StreamSettings;
import org.printwire.time.Time;
import org.printwire.timelapse.TimelapseDesk;
import org.printwire.webhook.DeliveryObserver;
import org.printwire.webhook.OutboxException;

/**
 * Wires the rooms: no logic of its own. One print a host; made, used and closed by the main thread, except
 * {@link #request}.
 */
public final class Host implements AutoCloseable {

    private static final long VIEW_LIMIT_MILLIS = 2000;
    private static final Duration FILM_LIMIT = Duration.ofHours(2);

    private final Time time;
    private final HostThreads threads;
    private final EventBus bus;
    private final Configuration configuration;
    private final String version;
    private final List<QueuedListener> listeners = new ArrayList<>();
    private Optional<PostOffice> office = Optional.empty();
    private Optional<TimelapseDesk> timelapse = Optional.empty();
    private Optional<CameraCrew> crew = Optional.empty();
    private final List<Input> early = new ArrayList<>();
    private Optional<HistoryDesk> history = Optional.empty();
    private PrinterSession session;

    public Host(Time time, HostThreads threads, Configuration configuration, String version,
            Consumer<RuntimeException> onBug) {
        this.time = time;
        this.threads = threads;
        this.configuration = configuration;
        this.version = version;
        this.bus = new EventBus(time::wall, onBug);
    }

    /** This listener hears every event from now on, on a thread of that name, in order. */
    public void listen(String name, Consumer<Envelope> listener) {
        QueuedListener queued = new QueuedListener(listener);
        listeners.add(queued);
        threads.start(name, queued::run);
        bus.subscribe(queued);
    }

    /** The job gets a row in the history of this folder. @param warnings hears once of a disk that takes none */
    public void keepHistory(Path data, Job job, Consumer<String> warnings) {
        history = Optional.of(new HistoryDesk(data, job, warnings));
        listen("history", history.get());
    }

    /**
     * Starts what carries events to the webhooks, if there are any, and sends what an earlier run has left.
     *
     * @param data     the folder where messages are kept
     * @param job      what is to be printed
     * @param warnings hears of a camera that cannot be used or gives no picture, and of a disk that keeps nothing
     */
    public void startWebhooks(Path data, Job job, DeliveryObserver observer, Consumer<String> warnings) {
        PostOffice.Plan plan = new PostOffice.Plan(time, threads, configuration, data, version, observer, warnings);
        office = PostOffice.open(plan, new JobSituation(job, () -> HistoryDesk.past(data, job)), () -> crew(warnings));
        office.ifPresent(open -> open.listen(bus));
    }

    /** Takes pictures of the job, if that is configured. @param warnings hears of what is worth a line */
    public void startTimelapse(Path data, Job job, Consumer<String> warnings) {
        if (configuration.timelapse().on()) {
            TimelapseDesk desk = new TimelapseDesk(new TimelapseDesk.Plan(configuration.timelapse(), data, job.name(),
                    job.path().toString(), job.analysis().sha1().orElse(""), time, crew(warnings).desk()::picture, bus::publish,
                    warnings));
            threads.start("timelapse", desk::run);
            bus.subscribe(desk);
            timelapse = Optional.of(desk);
        }
    }

    private CameraCrew crew(Consumer<String> warnings) {
        crew = crew.or(() -> Optional.of(new CameraCrew(time, threads, configuration, version, warnings)));
        return crew.get();
    }

    /** A webhook is to be told when the printer has cooled down, and has not been told yet. Any thread. */
    public boolean awaitsCooling() {
        return office.isPresent() && office.get().awaitsCooling();
    }

    /**
     * Prints, and returns when the job is over.
     *
     * @throws PrinterException the printer could not be reached: nothing was printed
     */
    public Outcome print(PrintRequest request) throws PrinterException {
        begin(new PrinterSession(request.port(), time, request.traffic(), bus::publish));
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        threads.startUrgent("printer", () -> {
            try {
                end.complete(run(request));
            } catch (PrinterException | RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        });
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PrinterException unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException("the printer thread ended by a bug: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while printing", e);
        }
    }

    private Outcome run(PrintRequest request) throws PrinterException {
        Packing packing = new Packing(session, configuration.printer(), bus::publish);
        Approach approach = Approach.of(session, request, time.wall(), packing);
        bus.publish(new Event.Connected(request.portName(), approach.baud()));
        history.ifPresent(desk -> desk.printer(approach.known().uuid()));
        if (approach.begun().isEmpty()) {
            bus.publish(approach.known().identified());
        }
        session.reconnects(request.endurance().reconnector(approach.baud()));
        bus.job(request.job().name());
        String over = "a defect of printwire";
        try {
            request.traffic().note(Wire.job(approach.settings()), time.nanos());
            Outcome outcome = job(request, approach);
            over = reason(outcome);
            packing.end(approach.settings().code(), outcome);
            if (request.coolDown().isPresent() && CoolDown.possible(outcome)) {
                CoolingEnd end = coolDown(request.coolDown().get(), approach.settings().pollTemperatures());
                over = end.kind() == CoolingEnd.Kind.LOST ? end.text() : over;
            }
            return outcome;
        } finally {
            bus.job(null);
            bus.publish(new Event.Disconnected(request.portName(), over));
            session.close();
        }
    }

    private Outcome job(PrintRequest request, Approach approach) {
        Endurance endurance = request.endurance();
        JobRunner.Start start = DeadMan.of(approach.profile(), configuration.printer().deadMan())
                .around(endurance.start(), endurance.warnings());
        if (endurance.journal().isEmpty()) {
            return job(request.job(), approach, start, Keeper.NONE);
        }
        Entry.Begun begun = approach.entry(request.job(), endurance, time.wall());
        try (Checkpoint checkpoint =
                Checkpoint.open(endurance.journal().get(), threads, session, endurance, begun)) {
            return job(request.job(), approach, start, checkpoint);
        }
    }

    private Outcome job(Job job, Approach approach, JobRunner.Start start, Keeper keeper) {
        JobRunner runner = new JobRunner(session, time, bus::publish, keeper, outlook());
        try (FileFeed feed = new FileFeed(job.path(), configuration.printer().squeeze())) {
            threads.startUrgent("file-read", feed::run);
            StreamSettings settings = Settings.parking(approach.settings(), configuration.timelapse(), job);
            return approach.begun().isPresent()
                    ? runner.resume(job, approach.begun().get(), feed, settings, approach.temperaturesInOk(),
                            start.last())
                    : runner.run(job, feed, settings, approach.temperaturesInOk(), start);
        }
    }

    private Outlook outlook() {
        return new Outlook(configuration.printer().warnMinutes(),
                () -> history.map(HistoryDesk::average).orElse(OptionalDouble.empty()));
    }

    private CoolingEnd coolDown(CoolDown wish, boolean poll) {
        wish.begins().run();
        return session.cool(new CoolingWatch(poll, wish.limit()), wish.enough());
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.detail() : "the job is over";
    }

    /** What the user wants of the job. Any thread; what comes before {@link #print} holds for it. */
    public synchronized void request(Input input) {
        if (session == null) {
            early.add(input);
        } else {
            session.request(input);
        }
    }

    private synchronized void begin(PrinterSession begun) {
        session = begun;
        early.forEach(session::request);
        early.clear();
    }

    /**
     * Waits until the film is made and webhooks and listeners have what waits for them, but not for ever.
     *
     * @return how many messages still wait, by webhook; they are kept for the next run
     * @throws OutboxException the disk does not say
     */
    public Map<String, Integer> finish() throws OutboxException {
        try {
            timelapse.ifPresent(desk -> desk.finish(FILM_LIMIT));
            return office.isEmpty() ? Map.of() : office.get().finish(configuration.delivery().finish());
        } finally {
            QueuedListener.finish(listeners, VIEW_LIMIT_MILLIS);
        }
    }

    @Override
    public void close() {
        office.ifPresent(PostOffice::close);
        crew.ifPresent(CameraCrew::close);
    }
}
