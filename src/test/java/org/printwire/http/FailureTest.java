package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.printwire.http.Calls.SECRET;
import static org.printwire.http.Calls.answered;
import static org.printwire.http.Calls.get;
import static org.printwire.http.Calls.passing;
import static org.printwire.http.Calls.post;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.testing.VirtualTime;

/** Servers that behave badly: a clear line each, no secret in it, one request, and an end at the limit. */
@Timeout(30)
class FailureTest {

    private static final Duration SHORT = Duration.ofMillis(700);

    private final OkHttpWire wire = new OkHttpWire(new VirtualTime());
    private final CountDownLatch over = new CountDownLatch(1);
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        wire.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void an_unknown_host_is_named() {
        assertThat(passing(wire(host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        }).call(post("http://nowhere.example/" + SECRET)))).isEqualTo("nowhere.example is not known to the name service");
    }

    @Test
    void a_name_service_that_is_away_is_told_from_a_name_that_is_wrong() {
        assertThat(passing(wire(host -> {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        }).call(post("http://hooks.example/" + SECRET)))).isEqualTo(
                "hooks.example cannot be looked up: the name service does not answer; is the network up?");
    }

    @Test
    void nobody_listening_is_told() throws IOException {
        assertThat(passing(wire.call(post("http://127.0.0.1:" + unusedPort() + "/" + SECRET))))
                .matches("127.0.0.1:\\d+ refuses the connection");
    }

    @Test
    void no_way_there_is_told() {
        assertThat(passing(wire.call(post("http://[2001:db8::1]/" + SECRET, SHORT)))).matches(
                "\\[2001:db8::1] (cannot be reached: .*|refuses the connection)");
    }

    @Test
    void an_address_that_does_not_answer_gives_way_to_the_next_and_the_request_goes_out_once() throws IOException {
        server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        InetAddress dead = InetAddress.getByName("127.0.0.2");   // nobody listens there

        answered(wire(host -> List.of(dead, InetAddress.getByName("127.0.0.1")))
                .call(post("http://hooks.example:" + port() + "/")));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_request_that_was_taken_and_then_reset_is_not_sent_again_to_any_address() throws IOException {
        server = RawServer.of(socket -> {
            server.read(socket);
            RawServer.reset(socket);
        });
        OkHttpWire twoAddresses = wire(host -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"),
                InetAddress.getByName("127.0.0.1")));

        for (HttpRequestSpec spec : List.of(post("http://hooks.example:" + port() + "/"),
                get("http://hooks.example:" + port() + "/"))) {
            assertThat(passing(twoAddresses.call(spec)))
                    .isEqualTo("hooks.example:" + port() + " broke the connection before it had answered");
        }

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_server_that_has_answered_before_is_not_asked_twice_when_it_then_resets() throws IOException {
        AtomicInteger count = new AtomicInteger();
        server = RawServer.of(socket -> {
            for (int i = 0; i < 3; i++) {   // it would keep the connection
                server.read(socket);
                if (count.incrementAndGet() == 2) {
                    RawServer.reset(socket);
                }
                RawServer.write(socket.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        });

        answered(wire.call(post(url())));
        passing(wire.call(post(url())));

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_server_that_keeps_connections_for_a_moment_only_makes_no_call_fail() throws IOException {
        server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nKeep-Alive: timeout=1\r\n\r\n");

        for (int i = 0; i < 50; i++) {
            answered(wire.call(i % 2 == 0 ? post(url()) : get(url())));
        }
    }

    @Test
    void a_server_that_hangs_up_is_told() throws IOException {
        server = RawServer.of(socket -> server.read(socket));

        assertThat(passing(wire.call(post(url())))).isEqualTo(site() + " closed the connection before it had answered");
    }

    @Test
    void a_server_that_hangs_up_at_once_is_told() throws IOException {
        server = RawServer.of(RawServer::reset);

        assertThat(passing(wire.call(post(url())))).isIn(
                site() + " broke the connection before it had answered", site() + " closed the connection before it had answered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 20                           | broke off in the middle of its answer
            HTTP/1.1 200 OK%Content-Le            | broke off in the middle of its answer
            HTTP/1.1 200 OK%Content-Length: 0%    | closed the connection before it had answered
            """)
    void half_a_head_is_no_answer(String half, String told) throws IOException {
        server = RawServer.saying(half.replace("%", "\r\n"));

        assertThat(passing(wire.call(post(url())))).isEqualTo(site() + " " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK%Content-Length: 500%%only this            | 200
            HTTP/1.1 503 No%Content-Length: 500%%                     | 503
            HTTP/1.1 200 OK%Transfer-Encoding: chunked%%5%onl         | 200
            HTTP/1.1 200 OK%Transfer-Encoding: chunked%%zz%           | 200
            HTTP/1.1 204 No%Content-Length: 4%%body                   | 204
            HTTP/1.1 407 Who%%                                        | 407
            HTTP/1.1 308 There%Content-Length: 5%%                    | 308
            """)
    void a_whole_head_is_an_answer_even_where_the_body_is_broken(String answer, int status) throws IOException {
        server = RawServer.saying(answer.strip().replace("%", "\r\n"));

        assertThat(answered(wire.call(post(url()))).status()).isEqualTo(status);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP s3cr3t\r\n", "\r\n\r\n", "<html>s3cr3t\n"})
    void what_is_not_http_is_told_and_not_quoted(String greeting) throws IOException {
        server = RawServer.saying(greeting);

        assertThat(passing(wire.call(post(url()))))
                .isEqualTo(site() + " answered with something that is not HTTP; is it the right port?");
    }

    @Test
    void a_port_that_speaks_tls_is_told() throws IOException {
        server = RawServer.saying("\u0015\u0003\u0001\u0000\u0002\u0002\u0046");

        assertThat(passing(wire.call(post(url())))).isEqualTo(site() + " speaks TLS at this port; write https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\r\nX-S3cr3t: "})
    void endless_headers_are_not_read_to_the_end(String part) throws IOException {
        server = RawServer.of(socket -> {
            OutputStream out = socket.getOutputStream();
            RawServer.write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            String block = part.repeat(10_000);
            for (int written = 0; written < 10_000_000; written += block.length()) {
                RawServer.write(out, block);
            }
        });

        assertThat(passing(wire.call(post(url())))).startsWith(site() + " ").doesNotContain("X-S3cr3t");
    }

    @Test
    void an_answer_of_100_megabytes_is_cut_and_its_connection_closed() throws IOException {
        server = RawServer.of(socket -> {
            server.read(socket);
            OutputStream out = socket.getOutputStream();
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            byte[] block = new byte[10_000];
            for (int i = 0; i < 10_000; i++) {
                out.write(block);
            }
            over.await();   // reached only by who was let write it all
        });

        Answered answer = answered(wire.call(post(url())));

        assertThat(answer.body()).hasSize(64 * 1024);
        assertThat(answer.cut()).isTrue();
        await().until(server::allClosedByTheClient);
    }

    @Test
    void a_server_that_says_nothing_fails_at_the_limit() throws IOException {
        server = RawServer.of(socket -> over.await());

        assertThat(passing(wire.call(post(url(), SHORT)))).isEqualTo(site() + " did not answer within 700 ms");
        assertThat(passing(wire.call(post(url(), Duration.ofSeconds(1)))))
                .isEqualTo(site() + " did not answer within 1 s");
    }

    @Test
    void a_head_that_drips_fails_at_the_limit() throws IOException {
        server = RawServer.of(socket -> dripping(socket.getOutputStream(), "HTTP/1.1 200 OK\r\n", "X-A: b\r\n"));

        assertThat(passing(wire.call(post(url(), SHORT)))).isEqualTo(site() + " did not answer within 700 ms");
    }

    @Test
    void endless_interim_answers_fail_at_the_limit() throws IOException {
        server = RawServer.of(socket -> dripping(socket.getOutputStream(), "", "HTTP/1.1 102 Processing\r\n\r\n"));

        assertThat(passing(wire.call(post(url(), SHORT)))).startsWith(site() + " ");
    }

    @Test
    void a_body_that_drips_is_cut_at_the_limit_and_the_status_counts() throws IOException {
        server = RawServer.of(socket -> dripping(socket.getOutputStream(), "HTTP/1.1 202 OK\r\n\r\n", "x"));

        Answered answer = answered(wire.call(post(url(), SHORT)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void a_server_that_does_not_take_the_body_fails_at_the_limit() throws IOException {
        server = RawServer.of(socket -> over.await());
        HttpRequestSpec spec = post(url(), SHORT);
        HttpRequestSpec big = new HttpRequestSpec("POST", spec.url(), spec.headers(),
                new HttpBody("image/jpeg", new byte[30_000_000]), SHORT, 1024);

        assertThat(passing(wire.call(big))).isEqualTo(site() + " did not take the request within 700 ms");
    }

    @Test
    void an_answer_that_comes_before_the_body_is_read_counts() throws IOException {
        server = RawServer.of(socket -> {
            RawServer.write(socket.getOutputStream(), "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            server.read(socket);
        });

        assertThat(answered(wire.call(post(url()))).status()).isEqualTo(413);
    }

    /** A few bytes, again and again; what paces it is a lock with a time limit that nobody opens before the end. */
    private void dripping(OutputStream out, String head, String drop) throws Exception {
        RawServer.write(out, head);
        while (!over.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            RawServer.write(out, drop);
        }
    }

    private OkHttpWire wire(Dns dns) {
        return new OkHttpWire(new VirtualTime(), dns);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket unused = new ServerSocket(0)) {
            return unused.getLocalPort();
        }
    }

    private int port() {
        return Integer.parseInt(site().substring(site().indexOf(':') + 1));
    }

    private String site() {
        return server.site();
    }

    private String url() {
        return "http://" + site() + "/hook/" + SECRET;
    }
}
