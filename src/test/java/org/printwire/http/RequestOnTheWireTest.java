package org.printwire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.http.Calls.LIMIT;
import static org.printwire.http.Calls.SECRET;
import static org.printwire.http.Calls.answered;
import static org.printwire.http.Calls.permanent;
import static org.printwire.testing.Hook.map;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.Secret;
import org.printwire.testing.VirtualTime;

/** The bytes that a receiver gets. */
@Timeout(30)
class RequestOnTheWireTest {

    private final HttpRoom room = new HttpRoom(new VirtualTime());
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    @AfterEach
    void stop() throws IOException {
        room.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_body_goes_out_with_headers_in_their_order(String method) {
        send(method, map("X-Zeta", "1", "content-type", "text/plain", "X-Alpha", "a b"), body("text/plain", "{}\n"));

        assertThat(sent()).isEqualTo(method + " /hook?k=%40a HTTP/1.1\r\nX-Zeta: 1\r\ncontent-type: text/plain\r\n"
                + "X-Alpha: a b\r\nContent-Length: 3\r\nHost: " + server.site()
                + "\r\nConnection: Keep-Alive\r\nAccept-Encoding: gzip\r\nUser-Agent: okhttp/5.5.1\r\n\r\n{}\n");
    }

    static Stream<String> emptyBodies() {
        return Stream.of("POST", "PUT", "PATCH");
    }

    @ParameterizedTest
    @MethodSource("emptyBodies")
    void where_a_body_is_expected_an_empty_one_is_sent(String method) {
        send(method, Map.of(), null);

        assertThat(sent()).contains("\r\nContent-Length: 0\r\n").doesNotContain("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void where_none_is_expected_none_is_sent(String method) {
        send(method, map("Content-Type", "application/json"), null);

        assertThat(sent()).startsWith(method + " /hook").contains("Content-Type: application/json")
                .doesNotContain("Content-Length");
    }

    @Test
    void a_get_with_a_body_is_a_mistake() {
        assertThatThrownBy(() -> send("GET", Map.of(), body("text/plain", SECRET)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,           a/b;c=D,    Content-Type: a/b;c=D
            x/y,         a/b,        Content-Type: a/b
            x/y; q=1,    -,          Content-Type: x/y; q=1
            -,           not a type, Content-Type: not a type
            """)
    void the_type_of_a_body_counts_and_goes_out_as_given(String header, String type, String sent) {
        send("POST", header == null ? Map.of() : map("Content-Type", header), body(type, "x"));

        assertThat(sent()).contains("\r\n" + sent + "\r\n").containsOnlyOnce("Content-Type");
    }

    @Test
    void beyond_ascii_a_header_is_utf_8() {
        send("POST", map("Title", "W\u00fcrfel \uD83D\uDE00.gcode"), body(null, "x"));

        assertThat(new String(sent().getBytes(ISO_8859_1), UTF_8))
                .contains("\r\nTitle: W\u00fcrfel \uD83D\uDE00.gcode\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u001b", "\u007f"})
    void what_could_begin_another_header_is_refused_without_quoting_it(String character) {
        String reason = permanent(room.call(spec("POST", map("X-Key", SECRET + character + "X-More: 1"), null)));

        assertThat(reason).isEqualTo(
                "header X-Key has a character that a header cannot carry, such as a line break");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Key", "X-K\u00e9y", "", "X-Key\r\nX-More"})
    void a_name_that_is_none_is_refused(String name) {
        assertThat(permanent(room.call(spec("POST", map(name, SECRET), null)))).startsWith("header ");
    }

    @Test
    void headers_that_follow_from_the_body_cannot_be_made_wrong() {
        send("POST", map("content-length", "99", "Transfer-Encoding", "chunked", "Expect", "100-continue"),
                body("text/plain", "abc"));

        assertThat(sent()).contains("Content-Length: 3\r\n").doesNotContain("99", "chunked", "100-continue");
    }

    @Test
    void the_user_may_name_host_and_agent() {
        send("GET", map("Host", "hooks.example", "User-Agent", "me", "Accept-Encoding", "identity"), null);

        assertThat(sent()).contains("Host: hooks.example\r\n", "User-Agent: me\r\n", "Accept-Encoding: identity\r\n")
                .doesNotContain(server.site());
    }

    @ParameterizedTest
    @CsvSource({"jo:pw@,Basic am86cHc=", "jo:p%40w@,Basic am86cEB3", "J%C3%BCrg:@,Basic SsO8cmc6", "jo@,Basic am86"})
    void user_info_of_the_address_is_basic_authorization(String user, String header) {
        room.call(new HttpRequestSpec("POST", new Secret("http://" + user + server.site() + "/"), Map.of(), null,
                LIMIT, 1024));

        assertThat(sent()).contains("\r\nAuthorization: " + header + "\r\n");
    }

    @Test
    void a_header_of_that_name_counts_more_than_user_info() {
        room.call(new HttpRequestSpec("POST", new Secret("http://jo:pw@" + server.site() + "/"),
                Map.of("authorization", "Bearer x"), null, LIMIT, 1024));

        assertThat(sent()).contains("authorization: Bearer x\r\n").doesNotContain("Basic");
    }

    @Test
    void a_request_shows_no_secret_when_printed() {
        assertThat(Calls.post("http://jo:pw@a.example/" + SECRET).toString())
                .doesNotContain(SECRET, "pw").contains("a.example", "X-Key", "16 bytes");
    }

    private void send(String method, Map<String, Object> headers, HttpBody body) {
        answered(room.call(spec(method, headers, body)));
    }

    private HttpRequestSpec spec(String method, Map<String, Object> headers, HttpBody body) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach((name, value) -> texts.put(name, (String) value));
        return new HttpRequestSpec(method, new Secret("http://" + server.site() + "/hook?k=%40a"), texts, body,
                LIMIT, 1024);
    }

    private static HttpBody body(String type, String text) {
        return new HttpBody(type, text.getBytes(UTF_8));
    }

    private String sent() {
        assertThat(server.requests()).hasSize(1);
        return server.requests().get(0);
    }
}
