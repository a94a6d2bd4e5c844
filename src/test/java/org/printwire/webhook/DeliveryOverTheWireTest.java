package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.SECRET;
import static org.printwire.webhook.Examples.STARTED;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.event.EventBus;
import org.printwire.http.HttpRoom;
import org.printwire.testing.Hook;
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
    void a_500_is_repeated_as_the_same_event() throws Exception {
        server.enqueue(status(500));
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(hook("a", server));

        passTimeUntil(() -> server.getRequestCount() == 2);
        dispatcher.close(MINUTE);

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(first.getHeaders().get("X-Printwire-Event-Id")).isNotBlank();
        assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(reports.get(1)).isInstanceOf(DeliveryReport.Taken.class);
    }

    @Test
    void retry_after_is_waited_for() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "30").build());
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(hook("a", server));
        await().until(() -> reports.size() == 1);
        long begin = time.nanos();

        passTimeUntil(() -> server.getRequestCount() == 2);

        assertThat(Duration.ofNanos(time.nanos() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        dispatcher.close(MINUTE);
    }

    @Test
    void a_cut_connection_is_repeated() throws Exception {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(hook("a", server));

        passTimeUntil(() -> reports.size() == 2);
        dispatcher.close(MINUTE);

        assertThat(reports).extracting(report -> report.getClass().getSimpleName())
                .containsExactly("Delayed", "Taken");
    }

    @Test
    void a_server_that_hangs_delays_no_other_and_closing_ends_the_call() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        other.enqueue(status(200));
        Dispatcher dispatcher = deliver(hook("slow", server), hook("fast", other));
        await().until(() -> !reports.isEmpty() && server.getRequestCount() == 1);

        CompletableFuture<Map<String, Integer>> closed = CompletableFuture.supplyAsync(() -> {
            try {
                return dispatcher.close(MINUTE);
            } catch (OutboxException e) {
                throw new IllegalStateException(e);
            }
        });
        passTimeUntil(closed::isDone);

        assertThat(closed.join()).isEqualTo(Map.of("slow", 1, "fast", 0));
        assertThat(reports).extracting(DeliveryReport::webhook).containsExactly("fast");
        room.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("webhook-slow")));
    }

    @Test
    void a_redirect_to_another_host_gets_nothing() throws Exception {
        server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", url(other)).build());
        Hook hook = hook("a", server);
        hook.snapshot = true;

        deliver(hook).close(MINUTE);

        assertThat(other.getRequestCount()).isZero();
        assertThat(reports).hasSize(1).first().isInstanceOf(DeliveryReport.Buried.class);
    }

    @Test
    void a_token_is_got_before_the_webhook_and_used_again() throws Exception {
        other.enqueue(json("{\"access_token\":\"tok-1\",\"expires_in\":3600}"));
        server.enqueue(status(200));
        server.enqueue(status(200));
        Hook hook = tokenHook();
        hook.events = List.of("PrintStarted", "PrintDone");

        deliver(hook).close(MINUTE);

        assertThat(other.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer tok-1");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer tok-1");
    }

    @Test
    void an_old_token_that_is_refused_is_renewed_once_in_the_same_attempt() throws Exception {
        other.enqueue(json("{\"access_token\":\"tok-1\",\"expires_in\":3600}"));
        other.enqueue(json("{\"access_token\":\"tok-2\",\"expires_in\":3600}"));
        server.enqueue(status(200));
        server.enqueue(status(401));
        server.enqueue(status(200));
        Hook hook = tokenHook();
        hook.events = List.of("PrintStarted", "PrintDone");

        deliver(hook).close(MINUTE);

        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(reports).extracting(report -> report.getClass().getSimpleName()).containsExactly("Taken", "Taken");
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer tok-1");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer tok-2");
    }

    @Test
    void a_new_token_that_is_refused_is_not_asked_for_again() throws Exception {
        other.enqueue(json("{\"access_token\":\"tok-1\"}"));
        server.enqueue(status(401));

        deliver(tokenHook()).close(MINUTE);

        assertThat(other.getRequestCount()).isEqualTo(1);
        assertThat(reports.get(0).sentence()).isEqualTo("webhook a: Print Started not delivered: answered 401");
    }

    @Test
    void without_its_token_a_webhook_is_not_sent_but_tried_later() throws Exception {
        other.enqueue(status(500));
        other.enqueue(json("{\"access_token\":\"tok-1\"}"));
        server.enqueue(status(200));
        Dispatcher dispatcher = deliver(tokenHook());

        await().until(() -> reports.size() == 1);
        assertThat(server.getRequestCount()).isZero();
        passTimeUntil(() -> reports.size() == 2);

        assertThat(reports.get(1)).isInstanceOf(DeliveryReport.Taken.class);
        dispatcher.close(MINUTE);
    }

    @Test
    void every_attempt_is_signed_with_its_own_time_and_the_same_id() throws Exception {
        server.enqueue(status(500));
        server.enqueue(status(200));
        time.jumpWall(Duration.between(time.wall(), java.time.Instant.now()));   // the verifier looks at its own clock
        byte[] key = "a key of twenty-four byte".getBytes(UTF_8);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        Hook hook = hook("a", server);
        hook.signingSecret = List.of(new Secret(secret));
        Dispatcher dispatcher = deliver(hook);

        passTimeUntil(() -> server.getRequestCount() == 2);
        dispatcher.close(MINUTE);

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        verify(secret, first);
        verify(secret, second);
        assertThat(second.getHeaders().get("webhook-id")).isEqualTo(first.getHeaders().get("webhook-id"))
                .isEqualTo(first.getHeaders().get("X-Printwire-Event-Id"));
    }

    private static void verify(String secret, RecordedRequest request) {
        assertThatCode(() -> new com.standardwebhooks.Webhook(secret)
                .verify(request.getBody().utf8(), request.getHeaders().toMultimap()))
                .doesNotThrowAnyException();
    }

    private Hook tokenHook() {
        Hook hook = hook("a", server);
        hook.oauth = new OAuthSection(new Secret(url(other)), Method.POST, ContentType.JSON, Map.of(),
                Map.of("grant_type", "client_credentials"), null, null);
        hook.headers = Map.of("Authorization", "Bearer @access_token");
        return hook;
    }

    private static Hook hook(String id, MockWebServer server) {
        return Hook.to(id, url(server), "PrintStarted");
    }

    private Dispatcher deliver(Hook... hooks) {
        List<Webhook> webhooks = java.util.Arrays.stream(hooks)
                .map(hook -> Webhook.of(hook.section(), Examples.VERSION)).toList();
        Pictures pictures = (camera, caption, limit) ->
                CompletableFuture.completedFuture(Optional.of(new Jpeg(new byte[] {'J', 'P', 'G'})));
        Dispatcher dispatcher = new Dispatcher(webhooks, new Dispatcher.Parts(new MemoryOutbox(), Situation.NONE,
                new WirePoster(webhooks, room, time), pictures, RetryPlan.USUAL, time, reports::add), Examples.THREADS);
        dispatcher.start();
        dispatcher.listen(bus);
        bus.publish(STARTED);
        bus.publish(DONE);
        return dispatcher;
    }

    private void passTimeUntil(Callable<Boolean> happened) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            time.advance(Duration.ofMillis(200));
            return happened.call();
        });
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body).build();
    }

    private static String url(MockWebServer server) {
        return server.url("/hook/" + SECRET).toString();
    }
}
