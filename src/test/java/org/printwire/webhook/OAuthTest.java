package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.SECRET;
import static org.printwire.testing.Hook.map;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.HttpRoom;
import org.printwire.http.Tls;
import org.printwire.http.Wire;
import org.printwire.testing.VirtualTime;
import org.printwire.webhook.Token.Granted;
import org.printwire.webhook.Token.Refused;

@Timeout(30)
class OAuthTest {

    private static final Map<String, Object> DATA = map(
            "client_id", "myClient", "client_secret", new Secret(SECRET), "grant_type", "client_credentials");

    private final MockWebServer server = new MockWebServer();
    private final VirtualTime time = new VirtualTime();
    private final HttpRoom room = new HttpRoom(time);

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
    void a_form_goes_out_literally_and_the_answers_keys_are_the_values() throws Exception {
        server.enqueue(json("{\"token_type\":\"bearer\",\"access_token\":\"t1\",\"more\":{\"a\":[1,null]}}"));
        OAuth oauth = oauth(section(Method.POST, ContentType.FORM, map("X-Key", new Secret("@k")),
                map("at", "@topic", "n", null, "list", List.of("a", new Secret("b"))), null));

        Granted granted = granted(oauth);

        assertThat(granted.values()).isEqualTo(map(
                "token_type", "bearer", "access_token", "t1", "more", map("a", asList(1, null))));
        assertThat(granted.values().keySet()).containsExactly("token_type", "access_token", "more");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /token?k=s3cr3tquery HTTP/1.1");
        assertThat(request.getBody().utf8()).isEqualTo("at=%40topic&list=%5B%22a%22%2C%22b%22%5D");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().get("X-Key")).isEqualTo("@k");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("printwire/test");
    }

    @Test
    void json_keeps_kinds_and_order_and_a_fitting_content_type() throws Exception {
        server.enqueue(json("{\"access_token\":\"t1\"}"));
        OAuth oauth = oauth(section(Method.PUT, ContentType.JSON,
                map("content-type", "application/json; charset=utf-8", "ACCEPT", "*/*"),
                map("z", 1, "a", new Secret("x"), "n", null, "in", map("s", new Secret("y"))), null));

        granted(oauth);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("PUT");
        assertThat(request.getBody().utf8()).isEqualTo("{\"z\":1,\"a\":\"x\",\"n\":null,\"in\":{\"s\":\"y\"}}");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json; charset=utf-8");
        assertThat(request.getHeaders().values("Accept")).containsExactly("*/*");
    }

    @Test
    void a_get_has_its_data_in_the_query() throws Exception {
        server.enqueue(json("{\"access_token\":\"t1\"}"));

        granted(oauth(section(Method.GET, ContentType.JSON, Map.of(), map("a", "b c"), null)));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /token?k=s3cr3tquery&a=b+c HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void basic_client_authentication_encodes_both_parts_first() throws Exception {
        server.enqueue(json("{\"access_token\":\"t1\"}"));

        granted(oauth(section(Method.POST, ContentType.FORM, Map.of(), map("grant_type", "client_credentials"),
                new Secret("p:w \u00e9"))));

        assertThat(server.takeRequest().getHeaders().get("Authorization"))   // my+client%3A:p%3Aw+%C3%A9
                .isEqualTo("Basic bXkrY2xpZW50JTNBOnAlM0F3KyVDMyVBOQ==");
    }

    @ParameterizedTest(name = "expires_in {0}: used again after {1} s, not after {2} s")
    @CsvSource({
        "3600, 3539, 3540", "'\"3600\"', 3539, 3540", "600, 539, 540", "100, 89, 90", "20, 14, 15", "6, 0, 1",
        "3599.9, 3538, 3540", "99999999999999, 31000000, 31600000", "1e300, 31000000, 31600000"
    })
    void a_token_is_used_until_shortly_before_its_end(String expiresIn, int still, int noMore) {
        server.enqueue(json("{\"access_token\":\"t1\",\"expires_in\":" + expiresIn + "}"));
        server.enqueue(json("{\"access_token\":\"t2\"}"));
        OAuth oauth = oauth();
        assertThat(granted(oauth).cached()).isFalse();

        time.advance(Duration.ofSeconds(still));
        assertThat(granted(oauth)).matches(Granted::cached).extracting(each -> each.values().get("access_token"))
                .isEqualTo("t1");
        time.advance(Duration.ofSeconds(noMore - still));
        assertThat(granted(oauth)).matches(each -> !each.cached()).extracting(each -> each.values().get("access_token"))
                .isEqualTo("t2");
    }

    @Test
    void setting_the_clock_does_not_make_a_token_older() {
        server.enqueue(json("{\"access_token\":\"t1\",\"expires_in\":3600}"));
        OAuth oauth = oauth();
        granted(oauth);

        time.jumpWall(Duration.ofDays(365));

        assertThat(granted(oauth).cached()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"expires_in\":5}", "{\"expires_in\":0}", "{\"expires_in\":-1}",
        "{\"expires_in\":\"soon\"}", "{\"expires_in\":null}", "{\"expires_in\":[60]}"})
    void an_answer_that_does_not_say_how_long_it_holds_is_used_once(String answer) {
        OAuth oauth = oauth();
        for (int i = 0; i < 2; i++) {
            server.enqueue(json(answer));
            assertThat(granted(oauth).cached()).isFalse();
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_rejected_token_is_asked_for_anew_and_the_new_one_is_kept() {
        server.enqueue(json("{\"access_token\":\"t1\",\"expires_in\":3600}"));
        server.enqueue(json("{\"access_token\":\"t2\",\"expires_in\":3600}"));
        OAuth oauth = oauth();
        granted(oauth);
        assertThat(granted(oauth).cached()).isTrue();

        oauth.rejected();

        Granted fresh = granted(oauth);
        assertThat(fresh.cached()).as("a 401 to this one is final").isFalse();
        assertThat(fresh.values()).containsEntry("access_token", "t2");
        assertThat(granted(oauth).values()).containsEntry("access_token", "t2");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_failure_forgets_the_old_token_and_the_next_call_asks_again() {
        server.enqueue(json("{\"access_token\":\"t1\",\"expires_in\":60}"));
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(json("{\"access_token\":\"t2\",\"expires_in\":60}"));
        OAuth oauth = oauth();
        granted(oauth);
        time.advance(Duration.ofSeconds(60));

        refused(oauth);

        assertThat(granted(oauth).values()).containsEntry("access_token", "t2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | [1]                      | with a list instead of a JSON object
            200 | null                     | with null instead of a JSON object
            200 | "s3cr3t"                 | with a text instead of a JSON object
            200 | {"access_token":"s3cr3t  | with broken JSON instead of a JSON object
            200 | access_token=s3cr3t      | with something else instead of a JSON object
            200 | no s3cr3t                | with something else instead of a JSON object
            200 | <html>s3cr3t             | with something else instead of a JSON object
            204 | ''                       | with nothing instead of a JSON object
            302 | ''                       | with nothing instead of a JSON object
            500 | <html>s3cr3t             | 500
            400 | {"error":"invalid_client","error_description":"No client myClient s3cr3t"} | 400 (invalid_client: No client *** ***)
            401 | {"error":"invalid_grant"} | 401 (invalid_grant)
            400 | {"error":"unsupported_grant_type","error_description":"client_credentials"} | 400 (unsupported_grant_type: client_credentials)
            400 | {"error":{"code":3}}     | 400
            400 | {"error":"s3cr3t"}       | 400 (***)
            200 | {"error":"bad_code"}     | 200 (bad_code)
            """)
    void what_is_no_token_is_told_and_nothing_secret_of_it(int status, String body, String told) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());

        Refused refused = refused(oauth());

        assertThat(refused.reason()).isEqualTo("no token: " + site() + " answered " + told);
        assertThat(refused.permanent()).isFalse();
    }

    @Test
    void a_complaint_is_one_short_line_without_what_was_sent() {
        String basic = "bXkrY2xpZW50JTNBOnMzY3IzdA==";
        server.enqueue(new MockResponse.Builder().code(400).body("{\"error\":\"invalid_request\",\"error_description\":\""
                + "a\\n\\u001b[31m b " + basic + " s3cr3tquery " + "\uD83D\uDE00".repeat(200) + "\"}").build());

        String reason = refused(oauth(
                section(Method.POST, ContentType.FORM, Map.of(), Map.of(), new Secret(SECRET)))).reason();

        assertThat(reason).contains("(invalid_request: a [31m b *** *** \uD83D\uDE00").endsWith("\uD83D\uDE00\u2026)");
        assertThat(reason.codePointCount(0, reason.length())).isLessThan(230);
    }

    @Test
    void a_short_secret_covers_the_whole_complaint() {
        server.enqueue(new MockResponse.Builder().code(400)
                .body("{\"error\":\"invalid_client\",\"error_description\":\"password pw is wrong\"}").build());

        assertThat(refused(oauth(section(Method.POST, ContentType.FORM, Map.of(), map("p", new Secret("pw")), null)))
                .reason()).endsWith("answered 400 (invalid_client: ***)");
    }

    @Test
    void the_servers_wish_to_be_left_alone_is_handed_on() {
        server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "30").build());

        assertThat(refused(oauth()).retryAfter()).contains("30");
    }

    @Test
    void a_server_that_does_not_answer_is_a_passing_failure_at_the_limit() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        List<Duration> limits = new ArrayList<>();
        Wire impatient = spec -> {
            limits.add(spec.limit());
            return room.call(new HttpRequestSpec(spec.method(), spec.url(), spec.headers(), spec.body(),
                    Duration.ofMillis(300), spec.answerBytes(), spec.tls()));
        };

        Refused refused = (Refused) new OAuth(section(), Tls.USUAL, impatient, "x").token(time.nanos());

        assertThat(refused).isEqualTo(
                new Refused("no token: " + site() + " did not answer within 300 ms", false, Optional.empty()));
        assertThat(limits).containsExactly(HttpRequestSpec.USUAL_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drip", "long"})
    void half_an_answer_is_no_token(String kind) {
        MockResponse.Builder answer = new MockResponse.Builder()
                .body("{\"access_token\":\"" + "s3cr3t".repeat(20_000) + "\"}");
        server.enqueue(kind.equals("long") ? answer.build()
                : answer.body("{\"access_token\":\"s3cr3t\"}").onResponseBody(new SocketEffect.CloseSocket()).build());

        assertThat(refused(oauth()).reason()).isEqualTo(
                "no token: " + site() + " answered with a text that is too long or broke off");
    }

    @Test
    void what_can_never_work_is_permanent_and_takes_the_webhooks_trust() {
        List<Tls> asked = new ArrayList<>();
        Tls trust = new Tls(false, null);
        Wire wire = spec -> {
            asked.add(spec.tls());
            return new HttpAnswer.Failed("header X has a character", true);
        };

        assertThat(new OAuth(section(), trust, wire, "x").token(0))
                .isEqualTo(new Refused("no token: header X has a character", true, Optional.empty()));
        assertThat(asked).containsExactly(trust);
    }

    @Test
    void a_token_is_not_shown() {
        assertThat(new Granted(map("access_token", SECRET), true).toString()).isEqualTo("Granted[1 keys, cached=true]");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body).build();
    }

    private OAuth oauth() {
        return oauth(section());
    }

    private OAuth oauth(OAuthSection section) {
        return new OAuth(section, Tls.USUAL, room, "printwire/test");
    }

    private OAuthSection section() {
        return section(Method.POST, ContentType.FORM, Map.of(), DATA, null);
    }

    private OAuthSection section(
            Method method, ContentType type, Map<String, Object> headers, Map<String, Object> data, Secret password) {
        return new OAuthSection(new Secret(server.url("/token?k=s3cr3tquery").toString()), method, type, headers, data,
                password == null ? null : "my client:", password);
    }

    private Granted granted(OAuth oauth) {
        Token token = oauth.token(time.nanos());
        assertThat(token).isInstanceOf(Granted.class);
        return (Granted) token;
    }

    private Refused refused(OAuth oauth) {
        Token token = oauth.token(time.nanos());
        assertThat(token).isInstanceOf(Refused.class);
        assertThat(((Refused) token).reason()).doesNotContain(SECRET);
        return (Refused) token;
    }

    private static List<Object> asList(Object... values) {
        return java.util.Arrays.asList(values);
    }

    private String site() {
        return server.getHostName() + ":" + server.getPort();
    }
}
