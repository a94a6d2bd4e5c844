package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.printwire.testing.Hook.map;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.CooledDown;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.config.WebhookSection.Method;
import org.printwire.testing.Hook;

class WebhookReaderTest {

    private static final String SIGN = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    @TempDir
    Path directory;

    @Test
    void every_webhook_key_is_read() throws Exception {
        Path ca = Files.writeString(directory.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");
        Hook hook = new Hook();
        hook.id = "slack";
        hook.enabled = false;
        hook.url = new Secret("https://h/@topic");
        hook.method = Method.PUT;
        hook.contentType = ContentType.FORM;
        hook.deviceIdentifier = "MK3S in the garage";
        hook.apiSecret = new Secret("a literal");
        hook.events = List.of("PrintProgress", "Layer");
        hook.customEvents = List.of(new CustomEvent("bed_ready", "Bed!"), new CustomEvent("x", ""));
        hook.messages = Map.of("PrintDone", "@job.file.name is done.");
        hook.progressInterval = 10;
        hook.progressGap = Duration.ofSeconds(90);
        hook.layerInterval = 5;
        hook.cooledDown = new CooledDown(35.5, null);
        hook.headers = map("X-One", "first @topic", "X-Two", "2", "X-Three", new Secret("sesame"));
        hook.data = map("text", "@message", "chat", map("id", new Secret("sesame"), "list", List.of(1, "a")));
        hook.snapshot = false;
        hook.snapshotLimit = Duration.ofSeconds(20);
        hook.camera = "room";
        hook.oauth = new OAuthSection(new Secret("https://login"), Method.GET, ContentType.FORM, map("A", "b"),
                map("grant_type", "password", "password", new Secret("sesame")), "me", new Secret("sesame"));
        hook.cooldown = Map.of("PrintProgress", Duration.ofMinutes(5), "*", Duration.ofSeconds(30));
        hook.quietHours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30), Set.of("Error", "x"),
                ZoneId.of("Europe/Berlin"));
        hook.caFile = ca;
        hook.signingSecret = List.of(new Secret(SIGN), new Secret(SIGN.substring(6)));
        hook.hubSecret = new Secret("sesame");
        hook.retryFor = Duration.ofHours(36);
        hook.compat = Compat.OCTOPRINT;

        assertThat(read("""
                cameras:
                  - {name: nozzle, type: test}
                  - {name: room, type: test}
                webhooks:
                  - id: slack
                    enabled: false
                    url: https://h/@topic
                    method: put
                    contentType: form
                    deviceIdentifier: MK3S in the garage
                    apiSecret: a literal
                    events: [PrintProgress, Layer]
                    customEvents: [{name: bed_ready, message: "Bed!"}, {name: x}]
                    messages: {PrintDone: "@job.file.name is done."}
                    progressInterval: 10
                    progressGap: 1m30s
                    layerInterval: 5
                    cooledDown: {bed: 35.5}
                    headers: {X-One: first @topic, X-Two: 2, X-Three: env:KEY}
                    data: {text: "@message", chat: {id: env:KEY, list: [1, a]}}
                    snapshot: false
                    snapshotLimit: 20
                    camera: room
                    oauth:
                      url: https://login
                      method: GET
                      contentType: FORM
                      headers: {A: b}
                      data: {grant_type: password, password: env:KEY}
                      clientId: me
                      clientSecret: env:KEY
                    cooldown: {PrintProgress: 5m, "*": 30s}
                    quietHours: {from: 22:00, to: 7:30, except: [Error, x], zone: Europe/Berlin}
                    verifyTls: true
                    caFile: ca.pem
                    signingSecret: [env:SIGN, MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz]
                    hubSecret: env:KEY
                    retryFor: 1d12h
                    compat: OctoPrint
                """)).isEqualTo(hook.section());
    }

    @Test
    void a_token_request_has_the_defaults_of_the_plugin_but_no_data() throws Exception {
        assertThat(hook("oauth: {url: https://login}").oauth()).isEqualTo(new OAuthSection(new Secret("https://login"),
                Method.POST, ContentType.JSON, Map.of("Content-Type", "application/json"), Map.of(), null, null));
    }

    @Test
    void headers_and_data_may_be_the_json_text_of_the_octoprint_plugin() throws Exception {
        WebhookSection webhook = hook("""
                headers: '{"X-Key": "env:KEY", "B": "c @topic"}'
                    data: '{"z": 1, "a": [true, null, 2.0, {"k": "env:KEY"}]}'""");

        assertThat(webhook.headers()).containsExactly(
                Map.entry("X-Key", new Secret("sesame")), Map.entry("B", "c @topic"));
        assertThat(webhook.data()).isEqualTo(map("z", 1, "a",
                Arrays.asList(true, null, 2.0, map("k", new Secret("sesame")))));
        assertThat(((Map<?, ?>) webhook.data()).keySet().toString()).isEqualTo("[z, a]");
    }

    @Test
    void the_order_of_keys_is_that_of_the_file() throws Exception {
        WebhookSection webhook = hook("data: {z: 1, a: {y: 1, b: 2}, m: 3}\n    headers: {Z: a, B: a, C: a}");

        assertThat(webhook.data()).hasToString("{z=1, a={y=1, b=2}, m=3}");
        assertThat(webhook.headers().keySet()).containsExactly("Z", "B", "C");
    }

    @ParameterizedTest
    @CsvSource({"5, java.lang.Integer", "-2147483647, java.lang.Integer", "3000000000, java.lang.Long",
        "99999999999999999999, java.math.BigInteger", "1.50, java.lang.Double", "1e3, java.lang.Double",
        "true, java.lang.Boolean", "'\"5\"', java.lang.String", "'\"010\"', java.lang.String"})
    void numbers_keep_their_type(String written, Class<?> type) throws Exception {
        assertThat(((Map<?, ?>) hook("data: {a: " + written + "}").data()).get("a")).isInstanceOf(type);
    }

    @Test
    void numbers_keep_their_value_and_null_is_null() throws Exception {
        assertThat(hook("data: {a: 99999999999999999999, b: 1_000, c: ~, d: , e: -0.5}").data()).isEqualTo(map(
                "a", new BigInteger("99999999999999999999"), "b", 1000, "c", null, "d", null, "e", -0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file: @job.file.name", "file:@job.file.name", "env: all", "file:", "environment:X"})
    void a_text_that_only_looks_like_the_place_of_a_secret_is_a_text(String text) throws Exception {
        assertThat(hook("data: {a: \"" + text + "\"}").data()).isEqualTo(Map.of("a", text));
    }

    @Test
    void a_text_body_is_the_message_unless_the_file_says_otherwise() throws Exception {
        assertThat(hook("contentType: TEXT").data()).isEqualTo("@message");
        assertThat(hook("contentType: TEXT\n    data: \"@topic: @message\"").data()).isEqualTo("@topic: @message");
        assertThat(hook("contentType: TEXT\n    data: env:KEY").data()).isEqualTo(new Secret("sesame"));
    }

    @Test
    void a_json_body_may_be_a_list() throws Exception {
        assertThat(hook("data: [{a: \"@topic\"}]").data()).isEqualTo(List.of(Map.of("a", "@topic")));
    }

    @Test
    void the_first_layer_alone_is_written_as_first() throws Exception {
        assertThat(hook("layerInterval: first").layerInterval()).isZero();
    }

    @Test
    void one_cooldown_is_for_every_event_and_none_is_none() throws Exception {
        assertThat(hook("cooldown: 30").cooldown()).isEqualTo(Map.of("*", Duration.ofSeconds(30)));
        assertThat(hook("cooldown: 0s").cooldown()).isEmpty();
        assertThat(hook("cooldown: {\"*\": 30s, Error: 0s}").cooldown())
                .isEqualTo(Map.of("*", Duration.ofSeconds(30), "Error", Duration.ZERO));
    }

    @Test
    void quiet_hours_are_those_of_the_machine_unless_a_zone_is_named() throws Exception {
        assertThat(hook("quietHours: {from: \"22:00\", to: \"07:00\"}").quietHours()).isEqualTo(
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of(), ZoneId.systemDefault()));
    }

    @Test
    void custom_events_alone_are_enough() throws Exception {
        assertThat(hook("events: []\n    customEvents: [{name: a}]").events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://h/@topic", "https://h/p?a=@job.file.name&b=@x#@c", "https://h/@a b/c",
        "http://user:pass@h:8080/x", "http://u:p@ss@h", "https://h?@a"})
    void an_address_may_hold_parameters_after_its_host(String url) throws Exception {
        assertThat(read("webhooks: [{url: \"" + url + "\"}]").url().reveal()).isEqualTo(url);
    }

    @Test
    void a_systemd_credential_is_read_from_its_directory() throws Exception {
        Files.writeString(directory.resolve("hook-key"), "sesame\n");

        assertThat(ConfigLoader.parse("webhooks: [{url: http://h, apiSecret: credential:hook-key}]", "c",
                Path.of("/nowhere"), Map.of("CREDENTIALS_DIRECTORY", directory.toString()))
                .webhooks().get(0).apiSecret().reveal()).isEqualTo("sesame");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "credential:nope | the credential nope does not exist; write LoadCredential=nope:PATH into the unit of the service",
        "credential:../x | is not the name of a credential; write credential:NAME"})
    void a_credential_that_is_not_there_is_told(String written, String problem) {
        assertThat(catchThrowable(() -> ConfigLoader.parse(
                "webhooks: [{url: http://h, apiSecret: " + written + "}]", "c", Path.of("/nowhere"),
                Map.of("CREDENTIALS_DIRECTORY", directory.toString()))))
                .hasMessage("c:1: webhooks[0].apiSecret: " + problem);
    }

    private WebhookSection hook(String keys) throws ConfigException {
        return read("webhooks:\n  - url: http://h\n    " + keys + "\n");
    }

    private WebhookSection read(String text) throws ConfigException {
        return ConfigLoader.parse(text, "c", directory, Map.of("KEY", "sesame", "SIGN", SIGN)).webhooks().get(0);
    }
}
