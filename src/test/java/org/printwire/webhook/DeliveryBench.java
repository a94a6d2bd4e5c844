package org.printwire.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.printwire.app.HostThreads;
import org.printwire.config.StorageSection;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.http.HttpRoom;
import org.printwire.store.SqliteOutbox;
import org.printwire.testing.Hook;
import org.printwire.time.SystemTime;

/**
 * How long from an event to a healthy receiver, while a second one hangs and a third refuses; and how long the thread
 * that publishes an event is kept. No test: {@code scripts/delivery-bench.sh} runs it.
 */
public final class DeliveryBench {

    private DeliveryBench() {}

    /** Arguments: folder, events, milliseconds between two. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        Duration between = Duration.ofMillis(Long.parseLong(arguments[2]));
        int warmUp = Math.min(100, events / 5);
        long[] published = new long[events];
        long[] took = new long[events];
        long[] alone = new long[events];
        long[] arrived = new long[events];
        CountDownLatch all = new CountDownLatch(events);
        SystemTime time = new SystemTime();
        HttpServer healthy = receiver(arrived, time, all);
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpRoom http = new HttpRoom(time);
                SqliteOutbox outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, System.err::println)) {
            List<Webhook> webhooks = List.of(
                    webhook("healthy", healthy.getAddress().getPort()), webhook("hanging", hanging.getLocalPort()),
                    webhook("refusing", closedPort()));
            Dispatcher dispatcher = new Dispatcher(webhooks, new Dispatcher.Parts(outbox, Situation.NONE,
                    new WirePoster(webhooks, http, time), Pictures.NONE, RetryPlan.USUAL, time, DeliveryObserver.NONE),
                    new HostThreads((thread, bug) -> System.err.println("bug: " + bug))::make);
            EventBus bus = new EventBus(time::wall, bug -> System.err.println("bug: " + bug));
            dispatcher.start();
            dispatcher.listen(bus);
            publish(new EventBus(time::wall, bug -> { }), time, between, new long[events], alone);
            publish(bus, time, between, published, took);
            all.await();
        } finally {
            healthy.stop(0);
        }
        long[] latency = new long[events - warmUp];
        for (int i = warmUp; i < events; i++) {
            latency[i - warmUp] = arrived[i] - published[i];
        }
        System.out.printf(Locale.ROOT, "%d events, one each %d ms, %d of them to warm up%n", events, between.toMillis(), warmUp);
        tell("event to healthy receiver, ms", latency, 1e6);
        tell("publisher's part, us", Arrays.copyOfRange(took, warmUp, events), 1e3);
        tell("the same where nobody listens", Arrays.copyOfRange(alone, warmUp, events), 1e3);
        System.exit(0);
    }

    /** As the printer's thread while lines go out: it is never idle between two events. */
    private static void publish(EventBus bus, SystemTime time, Duration between, long[] published, long[] took) {
        long due = time.nanos();
        for (int number = 0; number < published.length; number++) {
            due += between.toNanos();
            while (time.nanos() - due < 0) {
                Thread.onSpinWait();
            }
            published[number] = time.nanos();
            bus.publish(new Event.Notice(Event.NoticeSource.M117, Integer.toString(number)));
            took[number] = time.nanos() - published[number];
        }
    }

    private static HttpServer receiver(long[] arrived, SystemTime time, CountDownLatch all) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        AtomicInteger next = new AtomicInteger();
        server.createContext("/", exchange -> {
            arrived[next.getAndIncrement()] = time.nanos();   // in order: each event once
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            all.countDown();
        });
        server.setExecutor(Executors.newSingleThreadExecutor(task -> daemon("receiver", task)));
        server.start();
        return server;
    }

    private static Webhook webhook(String id, int port) {
        return Webhook.of(Hook.to(id, "http://127.0.0.1:" + port + "/hook", "Notice").section(), "bench");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void tell(String what, long[] nanos, double unit) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-32s median %8.2f  95 %% %8.2f  99 %% %8.2f  max %8.2f%n", what,
                sorted[sorted.length / 2] / unit, sorted[sorted.length * 95 / 100] / unit,
                sorted[sorted.length * 99 / 100] / unit, sorted[sorted.length - 1] / unit);
    }
}
