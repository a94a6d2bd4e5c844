package org.printwire.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.Secret;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class HttpRoomTest {

    private static final String SECRET = "s3cr3t";

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final HttpRoom room = new HttpRoom(new VirtualTime());

    @BeforeEach
    void start() throws IOException {
        server.start();
        other.start();
    }

    @AfterEach
    void stop() {
        room.close();
        server.close();
        other.close();
    }

    @Test
    void gives_status_and_body() {
        server.enqueue(new MockResponse.Builder().code(418).body("short and stout")
                .addHeader("Retry-After", "7").addHeader("Content-Type", "text/plain").build());

        HttpAnswer.Answered answer = answered(room.call(post(server)));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("short and stout");
        assertThat(answer.retryAfter()).contains("7");
        assertThat(answer.contentType()).contains("text/plain");
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void sends_method_headers_and_body_as_they_are() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        room.call(post(server));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/hook/" + SECRET);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("16");
        assertThat(request.getHeaders().get("X-Key")).isEqualTo(SECRET);
        assertThat(request.getBody().utf8()).isEqualTo("{\"key\":\"s3cr3t\"}");
    }

    @Test
    void reads_no_more_of_a_body_than_asked_for() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(200_000)).build());

        HttpAnswer.Answered answer = answered(room.call(post(server)));

        assertThat(answer.body()).hasSize(64 * 1024);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void a_body_that_breaks_off_does_not_undo_the_status() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(20_000))
                .onResponseBody(new SocketEffect.CloseSocket()).build());

        HttpAnswer.Answered answer = answered(room.call(post(server)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void does_not_wait_for_the_end_of_an_endless_picture_stream() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                .body("x".repeat(100)).onResponseBody(SocketEffect.Stall.INSTANCE).build());

        assertThat(answered(room.call(post(server))).cut()).isTrue();
    }

    @Test
    void a_server_that_never_answers_fails_at_the_limit_and_names_the_host_only() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

        HttpAnswer.Failed failed = failed(room.call(post(url(server), Duration.ofMillis(300))));

        assertThat(failed.reason()).isEqualTo(site(server) + " did not answer within 0 s");
        assertThat(failed.permanent()).isFalse();
    }

    @Test
    void a_connection_that_is_cut_is_a_passing_failure() {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

        HttpAnswer.Failed failed = failed(room.call(post(server)));

        assertThat(failed.reason()).startsWith("the connection to " + site(server) + " broke").doesNotContain(SECRET);
        assertThat(failed.permanent()).isFalse();
    }

    @Test
    void nobody_listening_is_a_passing_failure() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }

        HttpAnswer.Failed failed = failed(room.call(post("http://127.0.0.1:" + port + "/hook/" + SECRET, limit())));

        assertThat(failed.reason()).isEqualTo("127.0.0.1:" + port + " refuses the connection");
        assertThat(failed.permanent()).isFalse();
    }

    @Test
    void an_unknown_host_is_named() {
        assertThat(failed(room.call(post("http://nowhere.invalid/" + SECRET, limit()))).reason())
                .isEqualTo("nowhere.invalid is not known to the name service");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308})
    void a_post_that_is_sent_elsewhere_stays_home(int status) {
        server.enqueue(redirect(status, url(other)));

        HttpAnswer.Failed failed = failed(room.call(post(server)));

        assertThat(other.getRequestCount()).isZero();
        assertThat(failed.permanent()).isTrue();
        assertThat(failed.reason()).contains(site(server), site(other), "not followed").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303})
    void an_answer_that_lies_elsewhere_is_fetched_without_any_secret(int status) throws Exception {
        server.enqueue(redirect(status, other.url("/result").toString()));
        other.enqueue(new MockResponse.Builder().code(201).build());

        assertThat(answered(room.call(post(server))).status()).isEqualTo(201);

        RecordedRequest request = other.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeaders().toString()).doesNotContain(SECRET).contains("User-Agent: printwire/test");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308})
    void a_post_follows_to_another_page_of_the_same_site_with_its_body(int status) throws Exception {
        server.enqueue(redirect(status, "/moved"));
        server.enqueue(new MockResponse.Builder().build());

        assertThat(answered(room.call(post(server))).status()).isEqualTo(200);

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getMethod()).isEqualTo("POST");
        assertThat(second.getTarget()).isEqualTo("/moved");
        assertThat(second.getBody().utf8()).contains(SECRET);
        assertThat(second.getHeaders().get("X-Key")).isEqualTo(SECRET);
    }

    @Test
    void a_circle_of_redirects_ends() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(redirect(307, "/again"));
        }

        assertThat(failed(room.call(post(server))).reason()).isEqualTo(site(server) + " redirects again and again");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void user_info_in_the_address_is_basic_authorization() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        room.call(post(url(server).replace("http://", "http://jo:pw@"), limit()));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic am86cHc=");
    }

    @Test
    void an_address_that_is_none_is_not_quoted() {
        HttpAnswer.Failed failed = failed(room.call(post("htp:/" + SECRET, limit())));

        assertThat(failed.reason()).contains("http://").doesNotContain(SECRET);
        assertThat(failed.permanent()).isTrue();
    }

    @Test
    void a_header_that_cannot_be_sent_is_named_but_not_quoted() {
        HttpRequestSpec request = new HttpRequestSpec("POST", new Secret(url(server)),
                Map.of("X-Key", SECRET + "\nX-More: 1"), body(), limit(), 1024);

        HttpAnswer.Failed failed = failed(room.call(request));

        assertThat(failed.reason()).startsWith("header X-Key has").doesNotContain(SECRET);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_request_shows_no_secret_when_printed() {
        assertThat(post(server).toString()).doesNotContain(SECRET).contains(site(server), "X-Key", "16 bytes");
    }

    @Test
    void after_closing_every_call_fails() {
        room.close();

        assertThat(failed(room.call(post(server))).permanent()).isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void its_threads_are_daemons() {
        server.enqueue(new MockResponse.Builder().build());
        room.call(post(server));

        assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().startsWith("OkHttp"))
                .allMatch(Thread::isDaemon);
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder().code(status).addHeader("Location", location).build();
    }

    private static HttpRequestSpec post(MockWebServer server) {
        return post(url(server), limit());
    }

    private static HttpRequestSpec post(String url, Duration limit) {
        return new HttpRequestSpec("POST", new Secret(url), Map.of("X-Key", SECRET, "User-Agent", "printwire/test"),
                body(), limit, HttpRequestSpec.ANSWER_HEAD_BYTES);
    }

    private static HttpBody body() {
        return new HttpBody("application/json", ("{\"key\":\"" + SECRET + "\"}").getBytes(UTF_8));
    }

    private static Duration limit() {
        return Duration.ofSeconds(20);
    }

    private static String url(MockWebServer server) {
        return server.url("/hook/" + SECRET).toString();
    }

    private static String site(MockWebServer server) {
        return server.getHostName() + ":" + server.getPort();
    }

    private static HttpAnswer.Answered answered(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(HttpAnswer.Answered.class);
        return (HttpAnswer.Answered) answer;
    }

    private static HttpAnswer.Failed failed(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(HttpAnswer.Failed.class);
        return (HttpAnswer.Failed) answer;
    }
}
