package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.SECRET;
import static org.printwire.webhook.Examples.STARTED;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.camera.Jpeg;
import org.printwire.event.EventBus;
import org.printwire.http.HttpRoom;
import org.printwire.testing.VirtualTime;

/** The room from the bus to real sockets. Delays are virtual. */
@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class DeliveryOverTheWireTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final VirtualTime time = new VirtualTime();
    private final HttpRoom room = new HttpRoom(time);
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private final Examples.RuntimeExceptions failures = new Examples.RuntimeExceptions();
    private final EventBus bus = Examples.bus(failures);

    @BeforeEach
    void start() throws IOException {
        server.start();
        other.start();
        bus.job("cube.gcode");
    }

    @AfterEach
    void stop() {
        room.close();
        server.close();
        other.close();
        assertThat(failures.all).isEmpty();
        assertThat(reports.toString() + reports.stream().map(DeliveryReport::sentence).toList())
                .doesNotContain(SECRET).doesNotContain("/hook");
    }

    @Test
    void json_arrives_byte_for_byte() throws Exception {
        server.enqueue(status(200));

        deliver(Examples.webhook("a", url(server), "PrintStarted")).close(MINUTE);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /hook/s3cr3t HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("printwire/1.2.3");
        assertThat(request.getBody().utf8()).isEqualTo("{\"deviceIdentifier\":\"MK3S\",\"apiSecret\":\"s3cr3t\","
                + "\"topic\":\"Print Started\",\"message\":\"Your print has started.\",\"extra\":{"
                + "\"name\":\"cube.gcode\",\"path\":\"/home/pi/cube.gcode\",\"origin\":\"local\",\"size\":648802}}");
    }

    @Test
    void a_form_with_a_picture_arrives_part_for_part() throws Exception {
        server.enqueue(status(200));

        deliver(Examples.picturing("a", url(server), "PrintStarted")).close(MINUTE);

        RecordedRequest request = server.takeRequest();
        String boundary = "printwire-" + request.getHeaders().get("X-Printwire-Event-Id");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("multipart/form-data; boundary=" + boundary);
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("" + request.getBodySize());
        String[] parts = request.getBody().utf8().split("--" + boundary + "(--)?\r\n", -1);
        assertThat(parts).containsExactly("",
                "Content-Disposition: form-data; name=\"deviceIdentifier\"\r\n\r\nMK3S\r\n",
                "Content-Disposition: form-data; name=\"apiSecret\"\r\n\r\ns3cr3t\r\n",
                "Content-Disposition: form-data; name=\"topic\"\r\n\r\nPrint Started\r\n",
                "Content-Disposition: form-data; name=\"message\"\r\n\r\nYour print has started.\r\n",
                "Content-Disposition: form-data; name=\"extra\"\r\n\r\n{\"name\":\"cube.gcode\","
                        + "\"path\":\"/home/pi/cube.gcode\",\"origin\":\"local\",\"size\":648802}\r\n",
                "Content-Disposition: form-data; name=\"snapshot\"; filename=\"snapshot.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\nJPG\r\n",
                "");
    }

    @Test
    void a_500_is_repeated_as_the_same_event() throws Exception {
        server.enqueue(status(500));
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(Examples.webhook("a", url(server), "PrintStarted"));

        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        dispatcher.close(MINUTE);

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(reports.get(1)).isInstanceOf(DeliveryReport.Taken.class);
    }

    @Test
    void a_410_is_buried() {
        server.enqueue(status(410));

        deliver(Examples.webhook("a", url(server), "PrintStarted")).close(MINUTE);

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(reports).hasSize(1).first().isInstanceOf(DeliveryReport.Buried.class);
    }

    @Test
    void retry_after_is_waited_for() {
        server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "30").build());
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(Examples.webhook("a", url(server), "PrintStarted"));

        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(29));
        assertThat(server.getRequestCount()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));
        dispatcher.close(MINUTE);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_cut_connection_is_repeated() {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(Examples.webhook("a", url(server), "PrintStarted"));

        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        dispatcher.close(MINUTE);

        assertThat(reports).extracting(report -> report.getClass().getSimpleName())
                .containsExactly("Delayed", "Taken");
    }

    @Test
    void a_server_that_hangs_delays_no_other_and_closing_ends_the_call() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        other.enqueue(status(200));
        Dispatcher dispatcher = deliver(Examples.webhook("slow", url(server), "PrintStarted"),
                Examples.webhook("fast", url(other), "PrintStarted"));
        await().until(() -> !reports.isEmpty() && server.getRequestCount() == 1);

        CompletableFuture<List<Delivery>> closed = CompletableFuture.supplyAsync(() -> dispatcher.close(MINUTE));
        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(MINUTE);

        assertThat(closed.join()).extracting(Delivery::webhook).containsExactly("slow");
        assertThat(reports).extracting(report -> report.delivery().webhook()).containsExactly("fast");
        room.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("webhook-slow")));
    }

    @Test
    void a_redirect_to_another_host_gets_nothing() {
        server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", url(other)).build());

        deliver(Examples.picturing("a", url(server), "PrintStarted")).close(MINUTE);

        assertThat(other.getRequestCount()).isZero();
        assertThat(reports).hasSize(1).first().isInstanceOf(DeliveryReport.Buried.class);
    }

    private Dispatcher deliver(Webhook... webhooks) {
        RequestBuilder requests = new RequestBuilder(Examples.JSON, "1.2.3");
        Pictures pictures = (camera, caption) ->
                CompletableFuture.completedFuture(Optional.of(new Jpeg(new byte[] {'J', 'P', 'G'})));
        Dispatcher dispatcher = new Dispatcher(List.of(webhooks), Poster.over(room, requests), pictures, time,
                Examples.THREADS, reports::add);
        dispatcher.start(bus);
        bus.publish(STARTED);
        bus.publish(DONE);   // named by none of these webhooks
        return dispatcher;
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static String url(MockWebServer server) {
        return server.url("/hook/" + SECRET).toString();
    }
}
