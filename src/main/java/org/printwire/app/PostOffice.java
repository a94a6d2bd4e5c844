package org.printwire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.printwire.camera.CameraDesk;
import org.printwire.config.Configuration;
import org.printwire.event.EventBus;
import org.printwire.store.SqliteOutbox;
import org.printwire.time.Time;
import org.printwire.webhook.DeliveryObserver;
import org.printwire.webhook.Dispatcher;
import org.printwire.webhook.FailoverOutbox;
import org.printwire.webhook.MemoryOutbox;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.OutboxException;
import org.printwire.webhook.Pictures;
import org.printwire.webhook.RetryPlan;
import org.printwire.webhook.Situation;
import org.printwire.webhook.Webhook;
import org.printwire.webhook.WirePoster;

/**
 * Everything that carries messages: the outbox on the disk and the dispatcher. Made only where a webhook is configured, so
 * that nobody else pays for SQLite and OkHttp. Wiring, no logic.
 */
public final class PostOffice implements AutoCloseable {

    private final CameraCrew crew;
    private final Outbox outbox;
    private final Dispatcher dispatcher;

    /**
     * What a post office is made of.
     *
     * @param data     the folder where the outbox is
     * @param observer hears of each attempt
     * @param warnings hears of a camera that gives no picture and of a disk that keeps nothing
     */
    public record Plan(Time time, HostThreads threads, Configuration configuration, Path data, String version,
            DeliveryObserver observer, Consumer<String> warnings) {}

    private PostOffice(Plan plan, List<Webhook> webhooks, Situation situation, CameraCrew crew) {
        this.crew = crew;
        outbox = outbox(plan);
        Dispatcher.Parts parts = new Dispatcher.Parts(outbox, situation,
                new WirePoster(webhooks, crew.http(), plan.time()), pictures(crew.desk()), RetryPlan.USUAL,
                plan.time(), plan.observer());
        dispatcher = new Dispatcher(webhooks, parts, plan.threads()::make);
    }

    /** Opens one and starts to send what an earlier run has left; empty: no webhook is switched on. */
    public static Optional<PostOffice> open(Plan plan, Situation situation) {
        return open(plan, situation, () -> new CameraCrew(plan.time(), plan.threads(), plan.configuration(), plan.version(),
                plan.warnings()));
    }

    /** The same with these cameras. They are closed with the office. */
    static Optional<PostOffice> open(Plan plan, Situation situation, Supplier<CameraCrew> crew) {
        List<Webhook> webhooks = Webhook.enabled(plan.configuration().webhooks(), plan.version());
        if (webhooks.isEmpty()) {
            return Optional.empty();
        }
        PostOffice office = new PostOffice(plan, webhooks, situation, crew.get());
        office.dispatcher.start();
        return Optional.of(office);
    }

    /** A disk that keeps nothing is no reason to tell nobody. */
    private static Outbox outbox(Plan plan) {
        try {
            return new FailoverOutbox(
                    SqliteOutbox.open(plan.data(), plan.configuration().storage(), plan.warnings()), plan.warnings());
        } catch (OutboxException e) {
            plan.warnings().accept(e.getMessage() + "; messages are kept in memory and are lost if the program dies");
            return new MemoryOutbox();
        }
    }

    static Pictures pictures(CameraDesk desk) {
        return (camera, caption, limit) ->
                desk.picture(camera.equals(Pictures.DEFAULT) ? null : camera, caption, limit);
    }

    /** Carries what is published from now on. */
    public void listen(EventBus bus) {
        dispatcher.listen(bus);
    }

    /** A webhook waits for the printer to cool down. Any thread. */
    public boolean awaitsCooling() {
        return dispatcher.awaitsCooling();
    }

    /**
     * Sends what waits, for so long at most.
     *
     * @return how many wait still, by webhook
     */
    public Map<String, Integer> finish(Duration limit) throws OutboxException {
        return dispatcher.close(limit);
    }

    /** Breaks off what is under way; it stays in the outbox. */
    @Override
    public void close() {
        crew.close();
        outbox.close();
    }
}
