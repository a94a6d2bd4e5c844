package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.camera.Jpeg;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRoom;
import org.printwire.testing.Hook;
import org.printwire.testing.VirtualTime;

/** What a receiver reads from its socket: the request line, the headers in their order, the bytes of the body. */
@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class WireCaptureTest {

    private static final List<String> OF_THE_CONNECTION = List.of("Connection: Keep-Alive", "Accept-Encoding: gzip");

    private final MockWebServer server = new MockWebServer();
    private final HttpRoom room = new HttpRoom(new VirtualTime());
    private final Hook hook = new Hook();
    private String site;

    @BeforeEach
    void start() throws IOException {
        server.start();
        site = "127.0.0.1:" + server.getPort();
        hook.url = new Secret("http://" + site + "/hook?k=1");
        hook.headers = map("X-First", "@topic", "Authorization", "Bearer @apiSecret", "X-After", "é");
        hook.data = map("z", "@topic", "a", "é😀 @extra.name", "n", "@progress.filepos", "null", null);
    }

    @AfterEach
    void stop() {
        room.close();
        server.close();
    }

    @Test
    void json() throws Exception {
        RecordedRequest request = sent(Optional.empty());

        assertThat(request.getRequestLine()).isEqualTo("POST /hook?k=1 HTTP/1.1");
        String body = "{\"z\":\"Print Done\",\"a\":\"é😀 cube.gcode\",\"n\":1234,\"null\":null}";
        assertThat(headers(request)).isEqualTo(headersWith("application/json", utf8(body).length()));
        assertThat(bytes(request)).isEqualTo(utf8(body));
    }

    @Test
    void json_as_the_plugin_sends_it() throws Exception {
        hook.compat = Compat.OCTOPRINT;

        RecordedRequest request = sent(Optional.empty());

        String body = "{\"z\": \"Print Done\", \"a\": \"\\u00e9\\ud83d\\ude00 cube.gcode\", \"n\": 1234, \"null\": null}";
        assertThat(headers(request)).isEqualTo(headersWith("application/json", body.length()));
        assertThat(bytes(request)).isEqualTo(body);
    }

    @Test
    void put() throws Exception {
        hook.method = Method.PUT;
        hook.headers = map("Content-Type", "application/json; charset=utf-8", "X", "y");

        RecordedRequest request = sent(Optional.empty());

        assertThat(request.getRequestLine()).isEqualTo("PUT /hook?k=1 HTTP/1.1");
        assertThat(headers(request)).startsWith("User-Agent: printwire/1.2.3", "X: y",
                "Content-Type: application/json; charset=utf-8").doesNotHaveDuplicates();
        assertThat(bytes(request)).startsWith("{\"z\":\"Print Done\"");
    }

    @Test
    void delete_has_a_body() throws Exception {
        hook.method = Method.DELETE;
        hook.data = map("a", 1);

        RecordedRequest request = sent(Optional.empty());

        assertThat(request.getRequestLine()).isEqualTo("DELETE /hook?k=1 HTTP/1.1");
        assertThat(headers(request)).isEqualTo(headersWith("application/json", 7));
        assertThat(bytes(request)).isEqualTo("{\"a\":1}");
    }

    @Test
    void form() throws Exception {
        hook.contentType = ContentType.FORM;

        RecordedRequest request = sent(Optional.empty());

        String body = "z=Print+Done&a=%C3%A9%F0%9F%98%80+cube.gcode&n=1234";
        assertThat(request.getRequestLine()).isEqualTo("POST /hook?k=1 HTTP/1.1");
        assertThat(headers(request)).isEqualTo(headersWith("application/x-www-form-urlencoded", body.length()));
        assertThat(bytes(request)).isEqualTo(body);
    }

    @Test
    void multipart_with_a_picture() throws Exception {
        hook.data = map("pic", "@snapshot", "z", "@topic", "a", "é", "job", "@job.file", "null", null);

        RecordedRequest request = sent(Optional.of(Filled.JPEG));

        String body = utf8(parts() + """
                --printwire-run-7
                Content-Disposition: form-data; name="pic"; filename="snapshot.jpg"
                Content-Type: image/jpeg

                """.replace("\n", "\r\n")) + new String(Filled.JPEG.bytes(), ISO_8859_1) + "\r\n--printwire-run-7--\r\n";
        assertThat(headers(request))
                .isEqualTo(headersWith("multipart/form-data; boundary=printwire-run-7", body.length()));
        assertThat(bytes(request)).isEqualTo(body);
    }

    @Test
    void multipart_without_a_picture() throws Exception {
        hook.data = map("pic", "@snapshot", "z", "@topic", "a", "é", "job", "@job.file", "null", null);

        RecordedRequest request = sent(Optional.empty());

        String body = utf8(parts() + "--printwire-run-7--\r\n");
        assertThat(headers(request))
                .isEqualTo(headersWith("multipart/form-data; boundary=printwire-run-7", body.length()));
        assertThat(bytes(request)).isEqualTo(body);
    }

    @Test
    void get() throws Exception {
        hook.method = Method.GET;
        hook.headers = map("Content-Type", "application/json", "X", "y");
        hook.url = new Secret("http://user:p%40ss@" + site + "/@topic/@extra.name?k=1#f");

        RecordedRequest request = sent(Optional.empty());

        assertThat(request.getRequestLine()).isEqualTo("GET /Print%20Done/cube.gcode?k=1&z=Print+Done"
                + "&a=%C3%A9%F0%9F%98%80+cube.gcode&n=1234 HTTP/1.1");
        assertThat(headers(request)).containsExactly("User-Agent: printwire/1.2.3", "Content-Type: application/json",
                "X: y", "Authorization: Basic dXNlcjpwQHNz", "Host: " + site, OF_THE_CONNECTION.get(0),
                OF_THE_CONNECTION.get(1));
        assertThat(request.getBodySize()).isZero();
    }

    @Test
    void a_picture_as_the_body() throws Exception {
        hook.method = Method.PUT;
        hook.contentType = ContentType.PICTURE;
        hook.headers = map("X-Title", "Größe");

        RecordedRequest request = sent(Optional.of(Filled.JPEG));

        assertThat(headers(request)).contains("X-Title: =?UTF-8?B?R3LDtsOfZQ==?=", "Content-Type: image/jpeg");
        assertThat(bytes(request)).isEqualTo(new String(Filled.JPEG.bytes(), ISO_8859_1));
    }

    private static String parts() {
        return """
                --printwire-run-7
                Content-Disposition: form-data; name="z"

                Print Done
                --printwire-run-7
                Content-Disposition: form-data; name="a"

                é
                --printwire-run-7
                Content-Disposition: form-data; name="job"

                {"name":"cube.gcode"}
                """.replace("\n", "\r\n");
    }

    private RecordedRequest sent(Optional<Jpeg> picture) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().build());
        assertThat(room.call(Filled.request(hook, picture))).isInstanceOf(HttpAnswer.Answered.class);
        return server.takeRequest(10, TimeUnit.SECONDS);
    }

    private List<String> headersWith(String contentType, int length) {
        List<String> headers = new ArrayList<>(List.of("User-Agent: printwire/1.2.3", "X-First: Print Done",
                "Authorization: Bearer s3cr3t", "X-After: =?UTF-8?B?w6k=?=", "Content-Type: " + contentType,
                "Content-Length: " + length, "Host: " + site));
        headers.addAll(OF_THE_CONNECTION);
        return headers;
    }

    private static List<String> headers(RecordedRequest request) {
        List<String> headers = new ArrayList<>();
        request.getHeaders().forEach(header -> headers.add(header.getFirst() + ": " + header.getSecond()));
        return headers;
    }

    /** The bytes of the text, each as one character. */
    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String bytes(RecordedRequest request) {
        return request.getBody().string(ISO_8859_1);
    }
}
