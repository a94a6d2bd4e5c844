package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.printwire.http.Calls.SECRET;
import static org.printwire.http.Calls.answered;
import static org.printwire.http.Calls.get;
import static org.printwire.http.Calls.passing;
import static org.printwire.http.Calls.permanent;
import static org.printwire.http.Calls.post;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class HttpRoomTest {

    private final MockWebServer server = new MockWebServer();
    private final HttpRoom room = new HttpRoom(new VirtualTime());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        room.close();
        server.close();
    }

    @Test
    void gives_status_and_body() {
        server.enqueue(new MockResponse.Builder().code(418).body("short and stout")
                .addHeader("Retry-After", "7").addHeader("Content-Type", "text/plain").build());

        Answered answer = answered(room.call(post(url())));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("short and stout");
        assertThat(answer.retryAfter()).contains("7");
        assertThat(answer.contentType()).contains("text/plain");
        assertThat(answer.cut()).isFalse();
        assertThat(answer.hops()).isEmpty();
    }

    @Test
    void a_thread_that_is_interrupted_gets_a_failure_that_passes_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThat(passing(room.call(post(url())))).contains("was broken off");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_compressed_body_is_read_as_what_it_means_and_not_beyond_the_limit() throws IOException {
        Buffer small = new Buffer();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small.outputStream())) {
            gzip.write(new byte[50_000_000]);
        }
        server.enqueue(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(small).build());

        assertThat(answered(room.call(post(url()))).body()).hasSize(64 * 1024);
    }

    @Test
    void a_body_that_claims_to_be_compressed_and_is_not_does_not_undo_the_status() {
        server.enqueue(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body("plain").build());

        Answered answer = answered(room.call(post(url())));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void does_not_wait_for_the_end_of_an_endless_picture_stream() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                .body("x".repeat(100)).onResponseBody(SocketEffect.Stall.INSTANCE).build());

        assertThat(answered(room.call(post(url()))).cut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 205, 304, 401, 407, 408, 410, 421, 425, 429, 500, 503})
    void every_status_is_an_answer_to_the_one_request_that_was_sent(int status) {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder().code(status).addHeader("Retry-After", "0").build());
            server.enqueue(new MockResponse.Builder().code(200).build());
        }

        assertThat(answered(room.call(post(url()))).status()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
        answered(room.call(get(url())));
        assertThat(answered(room.call(get(url()))).status()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999999999999", "soon"})
    void a_strange_retry_after_is_handed_on(String retryAfter) {
        server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", retryAfter).build());

        assertThat(answered(room.call(post(url()))).retryAfter()).contains(retryAfter);
    }

    @Test
    void each_request_has_a_connection_of_its_own_so_that_none_can_be_stale() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().body("ok").build());
            answered(room.call(i == 1 ? get(url()) : post(url())));
        }

        assertThat(server.getRequestCount()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(take().getExchangeIndex()).isZero();
        }
    }

    @Test
    void an_address_that_is_none_is_not_quoted() {
        assertThat(permanent(room.call(post("htp:/" + SECRET))))
                .isEqualTo("the url is not a web address that begins with http:// or https://");
    }

    @Test
    void after_closing_every_call_fails_but_may_be_tried_by_the_next_run() {
        room.close();

        assertThat(passing(room.call(post(url())))).isEqualTo("the program is closing");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void closing_breaks_off_what_is_under_way() throws Exception {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        CompletableFuture<HttpAnswer> answer = CompletableFuture.supplyAsync(() -> room.call(post(url())));
        await().until(() -> server.getRequestCount() == 1);

        room.close();

        assertThat(passing(answer.get(10, TimeUnit.SECONDS)))
                .isEqualTo("the call to " + server.getHostName() + ":" + server.getPort() + " was broken off");
    }

    @Test
    void the_limit_covers_a_body_that_never_ends() {
        server.enqueue(new MockResponse.Builder().code(202).body("x".repeat(100))
                .onResponseBody(SocketEffect.Stall.INSTANCE).build());

        Answered answer = answered(room.call(post(url(), Duration.ofMillis(500))));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void its_threads_are_daemons() {
        server.enqueue(new MockResponse.Builder().build());
        room.call(post(url()));

        assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().startsWith("OkHttp"))
                .allMatch(Thread::isDaemon);
    }

    private mockwebserver3.RecordedRequest take() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String url() {
        return server.url("/hook/" + SECRET).toString();
    }
}
