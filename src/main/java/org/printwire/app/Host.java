package org.printwire.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.printwire.camera.CameraDesk;
import org.printwire.camera.Cameras;
import org.printwire.config.Configuration;
import org.printwire.config.PrinterProfile;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.http.HttpRoom;
import org.printwire.json.Json;
import org.printwire.printer.FileFeed;
import org.printwire.printer.JobRunner;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.stream.Input;
import org.printwire.stream.Outcome;
import org.printwire.time.Time;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.DeliveryObserver;
import org.printwire.webhook.Dispatcher;
import org.printwire.webhook.Poster;
import org.printwire.webhook.RequestBuilder;
import org.printwire.webhook.Webhook;

/**
 * Wires the rooms: no logic of its own. One print a host; made, used and closed by the main thread, except
 * {@link #request}.
 */
public final class Host implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
    private static final long VIEW_LIMIT_MILLIS = 2000;

    private final Time time;
    private final HostThreads threads;
    private final EventBus bus;
    private final Configuration configuration;
    private final String version;
    private final List<QueuedListener> listeners = new ArrayList<>();
    private HttpRoom http;
    private CameraDesk cameras;
    private Dispatcher dispatcher;
    private final List<Input> early = new ArrayList<>();
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

    /**
     * Starts what carries events to the webhooks, if there are any.
     *
     * @param warnings hears of a camera that cannot be used or gives no picture
     */
    public void startWebhooks(DeliveryObserver observer, Consumer<String> warnings) {
        List<Webhook> webhooks = Webhook.enabled(configuration.webhooks());
        if (webhooks.isEmpty()) {
            return;
        }
        http = new HttpRoom(time);
        Cameras found = Cameras.of(configuration.cameras(), http, version);
        found.problems().forEach(warnings);
        cameras = new CameraDesk(found.cameras(), time, threads::make, warnings);
        dispatcher = new Dispatcher(webhooks, Poster.over(http, new RequestBuilder(Json::object, version)),
                cameras::picture, time, threads::make, observer);
        dispatcher.start(bus);
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
        Connection.Found found = Connection.find(session, request.port(), request.rates(),
                Profiles.bootLimit(request.profile()));
        PrinterProfile profile = Profiles.choose(request.profile(), found.ready().firmware());
        bus.publish(new Event.Connected(request.portName(), found.baud()));
        bus.publish(new Event.FirmwareIdentified(found.ready().firmware().firmware(),
                found.ready().firmware().machine(), profile.name(), found.ready().capabilities()));
        bus.job(request.job().name());
        Outcome outcome;
        try (FileFeed feed = new FileFeed(request.job().path())) {
            threads.startUrgent("file-read", feed::run);
            outcome = new JobRunner(session, time, bus::publish).run(request.job(), feed,
                    Settings.of(profile, found.ready().capabilities()), found.ready().temperaturesInOk());
        }
        bus.job(null);
        bus.publish(new Event.Disconnected(request.portName(), reason(outcome)));
        return outcome;
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

    /** Waits until webhooks and listeners have what waits for them, but not for ever. Returns what was not delivered. */
    public List<Delivery> finish() {
        List<Delivery> undelivered = dispatcher == null ? List.of() : dispatcher.close(CLOSE_LIMIT);
        try {
            for (QueuedListener listener : listeners) {
                listener.close(VIEW_LIMIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return undelivered;
    }

    @Override
    public void close() {
        if (cameras != null) {
            cameras.close();
        }
        if (http != null) {
            http.close();
        }
    }
}
