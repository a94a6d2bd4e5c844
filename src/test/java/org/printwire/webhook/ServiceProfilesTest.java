package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.camera.Jpeg;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.config.OAuthSection;
import org.printwire.config.WebhookProfile;
import org.printwire.config.WebhookProfiles;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookYaml;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.HttpRoom;
import org.printwire.testing.EventSamples;
import org.printwire.testing.VirtualTime;
import org.printwire.webhook.profile.Needs;
import org.printwire.webhook.profile.PrintValues;
import org.printwire.webhook.profile.Received;
import org.printwire.webhook.profile.ServiceFormat;
import org.printwire.webhook.profile.ServiceFormats;

/**
 * Each profile, filled in as a user would, read as configuration, and posted by HTTP for each of its events to a
 * receiver that checks what the service has published.
 */
@Timeout(60)
class ServiceProfilesTest {

    private static final Jpeg PICTURE = new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16,
            'J', 'F', 'I', 'F', 0, '\r', '\n', '-', '-', (byte) 0xff, (byte) 0xd9});
    private static final Instant NOW = Instant.parse("2026-11-23T18:30:05Z");
    private static final String HOSTILE = "@apiSecret @@ \"}{ </b>&amp; <!channel>\r\n\t\0 \u00e4\ud83d\ude00'.gcode";

    private static final MockWebServer SERVER = new MockWebServer();
    private static final HttpRoom ROOM = new HttpRoom(new VirtualTime());
    private static final Map<String, WebhookSection> SECTIONS = new HashMap<>();
    private static final Map<String, WebhookSection> LOCAL = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        ROOM.close();
        SERVER.close();
    }

    record Case(String profile, Event event) {
        @Override
        public String toString() {
            return profile + ", " + event.getClass().getSimpleName();
        }
    }

    /** Each profile with each event that makes a message for it. */
    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String profile : new WebhookProfiles().names()) {
            Webhook webhook = Webhook.of(section(profile), "1.2.3");
            EventSamples.all().stream().filter(event -> message(webhook, event).isPresent())
                    .forEach(event -> cases.add(new Case(profile, event)));
        }
        return cases.stream();
    }

    static Stream<String> profiles() {
        return new WebhookProfiles().names().stream();
    }

    @Test
    void every_profile_has_a_format_to_be_held_against() {
        assertThat(new WebhookProfiles().names()).containsExactlyInAnyOrderElementsOf(ServiceFormats.names());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_service_takes_the_message_with_a_picture(Case each) throws Exception {
        assertThat(refusals(each, PrintValues.printing("cube.gcode"), Optional.of(PICTURE))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_service_takes_the_message_without_a_picture(Case each) throws Exception {
        List<String> refusals = refusals(each, PrintValues.printing("cube.gcode"), Optional.empty());

        assertThat(refusals).isEqualTo(withoutPicture(each.profile()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_service_takes_the_message_while_nothing_is_known_of_a_print(Case each) {
        assertThat(unposted(each, PrintValues.unknown())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_service_takes_the_message_about_a_file_with_an_outrageous_name(Case each) {
        assertThat(unposted(each, PrintValues.printing(HOSTILE))).isEmpty();
    }

    /** Of one byte, of four, of six in JSON, of an escape of five, and of three in GSM's place. */
    @ParameterizedTest
    @MethodSource("profiles")
    void the_service_takes_the_message_about_a_failure_that_is_told_at_great_length(String profile) {
        Webhook webhook = Webhook.of(section(profile), "1.2.3");
        for (String character : List.of("x", "\ud83d\ude00", "\u0001", "&", "\u2026")) {
            String endless = character.repeat(70_000);
            Map<String, Object> values = PrintValues.printing(character.repeat(240) + ".gcode");
            for (Event event : List.of(
                    new Event.PrintFailed("cube.gcode", Event.FailReason.CONNECTION_LOST, endless, 612.25, 34),
                    new Event.PrinterError(endless, true, endless), new Event.UserActionNeeded(endless))) {
                if (message(webhook, event).isPresent()) {
                    Case each = new Case(profile, event);
                    assertThat(unposted(each, values, Optional.of(PICTURE))).isEmpty();
                    assertThat(unposted(each, values, Optional.empty())).isEqualTo(withoutPicture(profile));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void the_address_is_one_of_the_service(String profile) {
        assertThat(section(profile).url().reveal().replaceFirst("(?<=[^:/])/.*", ""))
                .matches(ServiceFormats.of(profile).site());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void nothing_in_it_is_written_wrong(String profile) {
        assertThat(template(Webhook.of(section(profile), "1.2.3")).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void it_says_where_its_format_is_published_and_what_to_get_where(String profile) throws Exception {
        WebhookProfile read = new WebhookProfiles().load(profile);

        assertThat(Path.of("profiles/webhooks", profile + ".yaml")).content().startsWith("# ");
        assertThat(read.about()).hasSizeBetween(40, 400).endsWith(".");
        assertThat(read.needs()).isNotEmpty().allSatisfy((key, about) -> assertThat(about).hasSizeGreaterThan(8));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void it_cannot_be_had_without_what_it_needs(String profile) throws ConfigException {
        WebhookProfile read = new WebhookProfiles().load(profile);

        assertThatCode(() -> read.entry(profile, Map.of())).isInstanceOf(ConfigException.class)
                .message().contains(read.needs().keySet());
    }

    @Test
    void a_receiver_with_the_secret_believes_what_is_signed() throws Exception {
        Event event = EventSamples.all().get(5);
        Received received = post(local("signed"), event, PrintValues.printing("cube.gcode"), Optional.empty(), 200);

        String signature = new com.standardwebhooks.Webhook(Needs.SIGNING_SECRET).sign(
                received.headers().get("webhook-id"), NOW.getEpochSecond(), received.text().orElseThrow());
        assertThat(received.headers()).containsEntry("webhook-signature", signature);
    }

    @Test
    void what_is_given_for_the_token_is_where_the_token_is_asked_for() {
        OAuthSection oauth = section("oauth").oauth();

        assertThat(oauth.url().reveal()).isEqualTo("https://login.example.org/token");
        assertThat(oauth.clientId()).isEqualTo("printwire");
        assertThat(oauth.clientSecret().reveal()).isEqualTo("s3cr3t");
        assertThat(oauth.data()).containsExactly(Map.entry("grant_type", "client_credentials"));
    }

    /** The one service that takes nothing without a picture has a profile for texts beside it. */
    private static List<String> withoutPicture(String profile) {
        return profile.equals("telegram") ? List.of("there is no photo in the request") : List.of();
    }

    private static List<String> refusals(Case each, Map<String, Object> values, Optional<Jpeg> picture) throws Exception {
        ServiceFormat format = ServiceFormats.of(each.profile());
        return format.refusals(post(local(each.profile()), each.event(), values, picture, format.answer()));
    }

    /** The same without the network, which makes no difference to the values: many cases in little time. */
    private static List<String> unposted(Case each, Map<String, Object> values) {
        return unposted(each, values, Optional.of(PICTURE));
    }

    private static List<String> unposted(Case each, Map<String, Object> values, Optional<Jpeg> picture) {
        HttpRequestSpec spec = request(local(each.profile()), each.event(), values, picture);
        URI url = URI.create(spec.url().reveal());
        Map<String, String> headers = new LinkedHashMap<>(spec.headers());
        headers.put("Content-Type", spec.body().contentType());
        if (url.getUserInfo() != null) {
            headers.put("Authorization", "Basic eDp5");
        }
        return ServiceFormats.of(each.profile())
                .refusals(new Received(spec.method(), url.getRawPath(), headers, spec.body().bytes()));
    }

    /** The request as it arrived. */
    private static Received post(WebhookSection section, Event event, Map<String, Object> values, Optional<Jpeg> picture,
            int status) throws Exception {
        SERVER.enqueue(new MockResponse.Builder().code(status).build());
        HttpAnswer answer = ROOM.call(request(section, event, values, picture));
        RecordedRequest recorded = SERVER.takeRequest(5, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOfSatisfying(HttpAnswer.Answered.class,
                answered -> assertThat(answered.status()).isEqualTo(status));
        Map<String, String> headers = new LinkedHashMap<>();
        recorded.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        byte[] body = recorded.getBody() == null ? new byte[0] : recorded.getBody().toByteArray();
        return new Received(recorded.getMethod(), recorded.getTarget(), headers, body);
    }

    private static HttpRequestSpec request(WebhookSection section, Event event, Map<String, Object> values,
            Optional<Jpeg> picture) {
        Webhook webhook = Webhook.of(section, "1.2.3");
        Subscription.Message message = message(webhook, event).orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("currentTime", NOW.getEpochSecond());
        all.put("event", event.getClass().getSimpleName());
        all.put("eventId", "018f3c1e-7d2a-7c3b-9f10-2b3c4d5e6f70-17");
        all.put("suppressed", 0);
        all.putAll(message.own());
        Delivery delivery = new Delivery(1, (String) all.get("eventId"), section.id(), NOW, (String) all.get("event"),
                "cube.gcode", message.topic(), all, null);
        Map<String, Object> token = section.oauth() == null ? Map.of() : Map.of("access_token", "eyJ.abc-_~+/9==");
        RequestTemplate template = template(webhook);
        HttpRequestSpec spec = template.request(template.values(delivery, 1, token), picture, delivery.eventId());
        Map<String, String> headers = new LinkedHashMap<>(spec.headers());
        headers.putAll(new Signer(section.signingSecret(), section.hubSecret())
                .headers(spec.body().bytes(), delivery.eventId(), NOW));
        return new HttpRequestSpec(spec.method(), spec.url(), headers, spec.body(), spec.limit(), spec.answerBytes());
    }

    private static RequestTemplate template(Webhook webhook) {
        return RequestTemplate.of(webhook, ZoneId.of("Europe/Prague"), "test");
    }

    private static Optional<Subscription.Message> message(Webhook webhook, Event event) {
        RunningJob job = new RunningJob();
        Subscription subscription = new Subscription(webhook, Set.of(webhook.id()));
        Event started = EventSamples.all().get(4);
        job.on(started);
        subscription.on(EventSamples.envelope(started), job);
        Envelope envelope = EventSamples.envelope(event instanceof Event.ProgressChanged
                ? new Event.ProgressChanged(55, 19, Event.ProgressSource.BYTES, 356000L) : event);
        job.on(envelope.event());
        return subscription.on(envelope, job);
    }

    private static WebhookSection section(String profile) {
        return SECTIONS.computeIfAbsent(profile, name -> read(entry(name)));
    }

    /** The same with the test's server in the place of the service's. */
    private static WebhookSection local(String profile) {
        return LOCAL.computeIfAbsent(profile, name -> {
            Map<String, Object> entry = entry(name);
            String server = "http://$1" + SERVER.getHostName() + ":" + SERVER.getPort() + "/";
            entry.computeIfPresent("url",
                    (key, url) -> url.toString().replaceFirst("https?://([^/@]+@)?[^/@]+/", server));
            return read(entry);
        });
    }

    private static Map<String, Object> entry(String profile) {
        try {
            return new WebhookProfiles().load(profile).entry(profile, Needs.of(profile));
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }

    /** By way of the user's file. */
    private static WebhookSection read(Map<String, Object> entry) {
        try {
            String yaml = "cameras: [{type: test}]\n" + WebhookYaml.text(List.of(entry));
            return ConfigLoader.parse(yaml, "config.yaml", Path.of("."), Map.of()).webhooks().get(0);
        } catch (ConfigException e) {
            throw new AssertionError(e);
        }
    }
}
