package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.webhook.Topic;

/** {@code printwire webhook test}. No secret is ever shown, which {@link #nothingLeaked} looks for after each test. */
@Timeout(60)
class WebhookTrialTest {

    private static final int ALL_OF_IT = 100_000_000;

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path home;

    private WebhookCommand command;
    private final StringBuilder shown = new StringBuilder();

    @BeforeEach
    void start() throws IOException {
        server.start();
        command = new WebhookCommand(home);
        configure("");
    }

    @AfterEach
    void nothingLeaked() {
        server.close();
        assertThat(shown.toString()).doesNotContain("sesame").doesNotContain("internal error")
                .doesNotContain("Exception");
    }

    private void configure(String more) throws IOException {
        command.configure("""
                cameras: [{name: picture, type: test}]
                webhooks:
                  - id: hook
                    url: http://%s/services/sesame-path?key=sesame-query
                    apiSecret: sesame-api
                    deviceIdentifier: MK3S
                    headers: {Authorization: Bearer @apiSecret, X-Token: sesame-header}
                    data: {topic: "@topic", text: "@message", secret: "@apiSecret", extra: "@extra"}
                %s
                """.formatted(site(), more.indent(4)));
    }

    private String site() {
        return "127.0.0.1:" + server.getPort();
    }

    private int test(String... options) {
        int code = command.run(Stream.concat(Stream.of("webhook", "test"), Stream.of(options)).toArray(String[]::new));
        shown.append(command.out()).append(command.err());
        return code;
    }

    private void answers(int status, String type, String body) {
        server.enqueue(new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body).build());
    }

    @Test
    void request_and_answer_are_shown_with_the_secrets_covered() throws Exception {
        answers(200, "application/json", "{\"ok\": true}");

        assertThat(test("hook")).as(command.err()).isZero();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /services/sesame-path?key=sesame-query HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sesame-api");
        assertThat(request.getBody().utf8()).startsWith("{\"topic\":\"Print Started\",\"text\":\"Your print has started.\","
                + "\"secret\":\"sesame-api\",\"extra\":{\"name\":\"benchy.gcode\",");
        List<String> lines = command.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("webhook hook, Print Started");
        assertThat(lines).contains("> POST http://" + site() + "/***?***", "> Authorization: Bearer ***", "> X-Token: ***",
                "> Content-Type: application/json", "< {\"ok\": true}", "taken");
        assertThat(command.out()).contains("\"secret\":\"***\"").containsPattern("< 200 in \\d+ ms, application/json");
    }

    @Test
    void every_event_that_there_is_can_be_tried() {
        for (Topic topic : Topic.names().stream().map(name -> Topic.named(name).orElseThrow()).toList()) {
            assertThat(test("hook", "--event", topic.name(), "--dry-run")).as(topic + command.err()).isZero();
            assertThat(command.out()).startsWith("webhook hook, " + topic.title()).contains("\"topic\":\"" + topic.title());
        }
        assertThat(server.getRequestCount()).isZero();
    }

    /** Its figures must fit whatever the webhook waits for. */
    @ParameterizedTest
    @MethodSource("settings")
    void every_event_can_be_tried_whatever_the_webhook_is_set_to(String settings) throws Exception {
        configure(settings);
        for (String name : Topic.names()) {
            assertThat(test("hook", "--event", name, "--dry-run")).as(name + ": " + command.err()).isZero();
        }
    }

    static List<String> settings() {
        return List.of("layerInterval: first", "layerInterval: 10", "layerInterval: 1000", "cooledDown: {bed: 25}",
                "cooledDown: {nozzle: 30}", "cooledDown: {bed: 110, nozzle: 200}", "progressInterval: 1", "progressInterval: 99",
                "progressInterval: 30", "cooldown: 1h", "progressGap: 1h", "quietHours: {from: '00:00', to: '23:59'}",
                "events: [MessageFired]", "compat: octoprint", "method: GET", "contentType: FORM",
                "customEvents: [{name: PrintDone, message: x}, {name: FilamentChange, message: y}]");
    }

    @ParameterizedTest
    @MethodSource("customs")
    void a_custom_event_can_be_tried_by_its_name(String name) throws Exception {
        configure("customEvents: [{name: plugin_bed_ready, message: ready}, {name: ZChange, message: z}, {name: note, message: n}]");
        assertThat(test("hook", "--event", name, "--dry-run")).as(command.err()).isZero();
        assertThat(command.out()).startsWith("webhook hook, Custom Event\n");
    }

    static List<String> customs() {
        return List.of("plugin_bed_ready", "ZChange", "note", "NOTE");
    }

    @Test
    void all_sends_each_event_of_the_webhook_once_and_in_order() throws Exception {
        configure("events: [PrintStarted, Layer, CooledDown]\ncustomEvents: [{name: note, message: n}]");
        for (int i = 0; i < 4; i++) {
            answers(200, "text/plain", "ok");
        }

        assertThat(test("hook", "--all")).as(command.err()).isZero();

        assertThat(command.out().lines().filter(line -> line.startsWith("webhook hook"))).containsExactly(
                "webhook hook, Print Started", "webhook hook, Layer", "webhook hook, Cooled Down",
                "webhook hook, Custom Event");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void one_event_and_all_of_them_at_once_is_bad_usage() {
        assertThat(test("hook", "--all", "--event", "PrintDone")).isEqualTo(2);
        assertThat(command.err()).contains("--all").contains("--event");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_dry_run_sends_nothing_and_asks_for_no_token() throws Exception {
        configure("oauth: {url: 'http://%s/token', data: {client_secret: sesame-client}}\n".formatted(site()));
        assertThat(test("hook", "--dry-run")).as(command.err()).isZero();
        assertThat(command.out()).endsWith("nothing was sent\n").contains("> POST http://" + site() + "/***?***");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void an_id_or_an_event_that_is_not_there_is_told() {
        assertThat(test("hok")).isEqualTo(2);
        assertThat(command.err()).contains("there is no webhook 'hok'; there are hook");
        assertThat(test("hook", "--event", "PrintExploded")).isEqualTo(2);
        assertThat(command.err()).contains("no event is named PrintExploded: docs/events.md has the names");
        assertThat(test()).isEqualTo(2);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_webhook_that_is_switched_off_is_tried_all_the_same_and_that_is_told() throws Exception {
        configure("enabled: false");
        answers(200, "text/plain", "ok");
        assertThat(test("hook")).isZero();
        assertThat(command.err()).contains("webhook hook is switched off (enabled: false): no print sends to it");
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void an_event_that_the_webhook_does_not_name_is_told() {
        assertThat(test("hook", "--event", "PrintResumed", "--dry-run")).isZero();
        assertThat(command.out()).startsWith("webhook hook, Print Resumed (no print sends it: the webhook does not name"
                + " PrintResumed in events)\n");
    }

    @Test
    void the_picture_of_the_camera_goes_along_as_the_last_part() throws Exception {
        String config = """
                cameras: [{name: picture, type: test}]
                webhooks: [{id: hook, url: 'http://%s/sesame-path', apiSecret: sesame-api}]
                """.formatted(site());
        command.configure(config);
        answers(200, "text/plain", "ok");

        assertThat(test("hook")).as(command.err()).isZero();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        MultipartForm form = MultipartForm.parse(request.getHeaders().get("Content-Type"), request.getBody().toByteArray());
        assertThat(form.text("topic")).contains("Print Started");
        assertThat(form.text("apiSecret")).contains("sesame-api");
        assertThat(form.file().orElseThrow().content()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(command.out()).containsPattern("> \\(a picture, \\d+ bytes\\)\n> --[^\n]+--\n");
    }

    @Test
    void the_token_is_asked_for_and_used_and_not_shown() throws Exception {
        configure("""
                oauth: {url: 'http://%s/sesame-login', clientId: me, clientSecret: sesame-client}
                """.formatted(site()));
        command.configure(command.configText().replace("Bearer @apiSecret", "Bearer @access_token"));
        answers(200, "application/json", "{\"access_token\": \"sesame-token\", \"expires_in\": 3600}");
        answers(200, "text/plain", "you sent sesame-token");

        assertThat(test("hook")).as(command.err() + command.out()).isZero();

        assertThat(server.takeRequest().getRequestLine()).startsWith("POST /sesame-login ");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer sesame-token");
        assertThat(command.out()).contains("> Authorization: Bearer ***", "< you sent ***");
    }

    @Test
    void without_a_token_nothing_is_sent_and_the_reason_is_told() throws Exception {
        configure("oauth: {url: 'http://%s/sesame-login'}\n".formatted(site()));
        answers(401, "application/json", "{\"error\": \"invalid_client\"}");

        assertThat(test("hook")).isEqualTo(8);

        assertThat(server.getRequestCount()).isOne();
        assertThat(command.out()).containsPattern("! .*token.*401").endsWith("not taken\n");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_told_in_plain_words(int status, String type, String body, int code, String words) {
        server.enqueue(new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body).build());
        assertThat(test("hook")).isEqualTo(code);
        assertThat(command.out()).contains("< " + status + " in ").contains("! " + words)
                .endsWith(code == 0 ? "taken, but see above\n" : "not taken\n");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(400, "text/plain", "invalid_payload", 8, "the receiver does not understand the request"),
                Arguments.of(401, "text/plain", "who?", 8, "the receiver does not know you"),
                Arguments.of(404, "text/plain", "", 8, "there is nothing at this address: check the url, also its end"),
                Arguments.of(405, "text/plain", "", 8, "the receiver does not want POST: write another method"),
                Arguments.of(410, "text/plain", "", 8, "the receiver says that it is gone for good"),
                Arguments.of(413, "text/plain", "", 8, "the body is too large"),
                Arguments.of(429, "text/plain", "", 8, "too many messages for the receiver"),
                Arguments.of(500, "text/plain", "oops", 8, "the receiver has trouble of its own"),
                Arguments.of(418, "text/plain", "", 8, "the receiver refuses it"),
                Arguments.of(200, "text/html; charset=utf-8", "<html>Sign in", 0, "the answer is a web page"),
                Arguments.of(200, "application/json", "{\"ok\":false,\"error\":\"no_text\"}", 0,
                        "the status says yes, but the answer says no"));
    }

    @Test
    void an_answer_that_repeats_the_secrets_is_covered_in_every_form() {
        answers(400, "application/json", "{\"you\": \"sesame-api\", \"url\": \"\\/services\\/sesame-path?key=sesame-query\","
                + " \"header\": \"Bearer sesame-api\", \"x\": \"sesame-header\", \"b64\": \"c2VzYW1lLWFwaQ==\"}");
        assertThat(test("hook")).isEqualTo(8);
        assertThat(command.out()).contains("\"you\": \"***\"").doesNotContain("c2VzYW1lLWFwaQ");
    }

    @Test
    void an_answer_cannot_move_the_cursor() {
        answers(200, "text/plain", "\u001b[2Jgone\u202e\r\nnext");
        test("hook");
        assertThat(command.out()).doesNotContain("\u001b").doesNotContain("\u202e").doesNotContain("\r").contains("< next");
    }

    @Test
    void a_receiver_that_is_not_there_is_told_without_its_path() {
        server.close();
        assertThat(test("hook")).isEqualTo(8);
        assertThat(command.out()).containsPattern("! .*127\\.0\\.0\\.1:" + server.getPort()).endsWith("not taken\n");
    }

    @Test
    void of_a_huge_answer_the_head_is_enough() {
        Buffer huge = new Buffer();
        byte[] megabyte = "0123456789abcde\n".repeat(65_536).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int bytes = 0; bytes < ALL_OF_IT; bytes += megabyte.length) {
            huge.write(megabyte);
        }
        server.enqueue(new MockResponse.Builder().code(200).setHeader("Content-Type", "text/plain").body(huge).build());
        assertThat(test("hook")).isZero();
        assertThat(command.out()).hasSizeLessThan(20_000).contains("…").endsWith("taken\n");
    }

    @Test
    void a_redirect_is_followed_and_the_new_address_recommended() throws Exception {
        redirect(302, "/elsewhere");
        answers(200, "text/plain", "ok");
        assertThat(test("hook")).isZero();
        assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        assertThat(command.out()).contains("! the receiver sent us on (302) to " + site()
                + ", and the POST became a GET without its body").doesNotContain("elsewhere");
    }

    @Test
    void redirects_in_a_circle_or_to_a_file_end_with_a_reason() {
        for (int i = 0; i < 40; i++) {
            redirect(307, "/circle");
        }
        assertThat(test("hook")).isEqualTo(8);
        assertThat(command.out()).containsPattern("! .*redirect");
    }

    @Test
    void a_redirect_to_a_file_is_not_followed() {
        redirect(302, "file:///etc/passwd");
        assertThat(test("hook")).isEqualTo(8);
        assertThat(command.out()).contains("! ").doesNotContain("root:").doesNotContain("passwd");
    }

    @Test
    void a_redirect_to_another_host_takes_no_secret_along() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            redirect(307, "http://127.0.0.1:" + other.getPort() + "/x");
            other.enqueue(new MockResponse.Builder().code(200).build());
            test("hook");
            assertThat(command.out().toLowerCase(Locale.ROOT)).contains("127.0.0.1:" + other.getPort());
            if (other.getRequestCount() > 0) {
                assertThat(other.takeRequest().getHeaders().toString()).doesNotContain("sesame");
            }
        }
    }

    private void redirect(int status, String location) {
        server.enqueue(new MockResponse.Builder().code(status).setHeader("Location", location).build());
    }
}
