package org.printwire.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.HttpRoom;
import org.printwire.http.Wire;
import org.printwire.store.SqliteOutbox;
import org.printwire.testing.Hook;
import org.printwire.time.SystemTime;
import org.printwire.time.Time;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.DeliveryObserver;
import org.printwire.webhook.Dispatcher;
import org.printwire.webhook.Outbox;
import org.printwire.webhook.Pictures;
import org.printwire.webhook.RetryPlan;
import org.printwire.webhook.Situation;
import org.printwire.webhook.Webhook;
import org.printwire.webhook.WirePoster;

/**
 * A program that publishes numbered events, 50 a second, to two webhooks by way of an outbox on the disk, until it is
 * killed. It prints each number once the event is stored. With 0 events to publish it sends what is left and ends.
 */
final class KilledSender {

    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMillis(120);
    private static final RetryPlan QUICK =
            new RetryPlan(Duration.ofMillis(5), Duration.ofMillis(40), 0.2, Duration.ofSeconds(1));

    private KilledSender() {}

    /** Arguments: folder, url, the first number, how many. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long first = Long.parseLong(arguments[2]);
        long count = Long.parseLong(arguments[3]);
        Time time = new SystemTime();
        HttpRoom http = new HttpRoom(time);
        List<Webhook> webhooks = List.of(webhook("a", arguments[1], false), webhook("b", arguments[1], true));
        Outbox outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, System.err::println);
        Pictures pictures = (camera, caption, limit) ->
                CompletableFuture.completedFuture(Optional.of(new Jpeg(new byte[20_000])));
        Dispatcher dispatcher = new Dispatcher(webhooks, new Dispatcher.Parts(telling(outbox), Situation.NONE,
                new WirePoster(webhooks, impatient(http), time), pictures, QUICK, time, DeliveryObserver.NONE),
                (name, task) -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        EventBus bus = new EventBus(time::wall, bug -> System.err.println("bug: " + bug));
        dispatcher.start();
        dispatcher.listen(bus);
        CompletableFuture<Void> published = new CompletableFuture<>();
        publish(bus, time, first, first + count, published);
        published.join();
        System.out.println("left " + dispatcher.close(Duration.ofSeconds(100)));
        System.exit(0);
    }

    private static void publish(EventBus bus, Time time, long number, long end, CompletableFuture<Void> done) {
        if (number == end) {
            done.complete(null);
            return;
        }
        bus.publish(new Event.Notice(Event.NoticeSource.M117, Long.toString(number)));
        time.after(BETWEEN_EVENTS, () -> publish(bus, time, number + 1, end, done));
    }

    private static Webhook webhook(String id, String url, boolean picture) {
        Hook hook = Hook.to(id, url + "/" + id, "Notice");
        hook.snapshot = picture;
        hook.data = picture ? Hook.map("text", "@extra.text", "picture", "@snapshot") : Hook.map("text", "@extra.text");
        return Webhook.of(hook.section(), "1");
    }

    private static Wire impatient(Wire wire) {
        return spec -> wire.call(new HttpRequestSpec(spec.method(), spec.url(), spec.headers(), spec.body(), LIMIT,
                spec.answerBytes(), spec.tls()));
    }

    /** Prints the number of what is stored, once it is. */
    private static Outbox telling(Outbox outbox) {
        return (Outbox) java.lang.reflect.Proxy.newProxyInstance(KilledSender.class.getClassLoader(),
                new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
            try {
                Object result = method.invoke(outbox, arguments);
                if (method.getName().equals("put")) {
                    tell((List<?>) result);
                }
                return result;
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static void tell(List<?> stored) {
        for (Object each : stored) {
            Delivery delivery = (Delivery) each;
            Object extra = delivery.values().get("extra");
            System.out.println(delivery.webhook() + " " + ((java.util.Map<?, ?>) extra).get("text"));
        }
        System.out.flush();
    }
}
