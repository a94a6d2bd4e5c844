package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.testing.Hook.map;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.webhook.Topic;

class OctoPrintImportTest {

    private static final Map<String, Object> DEFAULT_DATA = map("deviceIdentifier", "@deviceIdentifier",
            "apiSecret", "@apiSecret", "topic", "@topic", "message", "@message", "extra", "@extra", "state", "@state",
            "job", "@job", "progress", "@progress", "currentZ", "@currentZ", "offsets", "@offsets", "meta", "@meta",
            "currentTime", "@currentTime", "snapshot", "@snapshot");

    /** As OctoPrint writes it: keys in alphabetical order, long texts folded, tags of Python elsewhere. */
    private static final String FILE = """
            accessControl:
              salt: !!python/unicode 'abc'
            anchored: &a {x: 1}
            again: *a
            plugins:
              _disabled: []
              tracking:
                unique_id: 3
              webhooks:
                _config_version: 5
                hooks:
                - apiSecret: sesame
                  content_type: JSON
                  customEvents:
                  - message: The bed is @extra.temperature
                    name: plugin_bed_ready
                  data: '{"text": "@message on @deviceIdentifier", "z": {"b": [1, 2.5, null, true]},
                    "a": "@job"}'
                  deviceIdentifier: MK3S
                  eventError: false
                  eventPrintDoneMessage: '@job.file.name is done'
                  eventPrintStartedMessage: Your print has started.
                  event_cooldown: 30
                  event_print_progress: true
                  event_print_progress_interval: '10'
                  headers: '{"Content-Type": "application/json", "X-Key": "@apiSecret"}'
                  http_method: PUT
                  oauth: false
                  oauth_data: '{}'
                  oauth_url: ''
                  test_event: PrintStarted
                  url: https://hooks.slack.com/services/T0/B0
                  verify_ssl: false
                  webhook_enabled: false
                - url: https://hooks.slack.com/services/T0/B1
            """;

    @Test
    void a_hook_of_the_newest_version_is_carried_over() throws Exception {
        Imported imported = read(FILE);

        assertThat(imported.webhooks()).hasSize(2);
        assertThat(imported.webhooks().get(0)).isEqualTo(map(
                "id", "slack",
                "enabled", false,
                "url", "https://hooks.slack.com/services/T0/B0",
                "method", "PUT",
                "deviceIdentifier", "MK3S",
                "apiSecret", "sesame",
                "events", List.of("PrintStarted", "PrintDone", "PrintFailed", "PrintPaused", "UserActionNeeded",
                        "PrintProgress"),
                "customEvents", List.of(map("name", "plugin_bed_ready", "message", "The bed is @extra.temperature")),
                "progressInterval", 10,
                "messages", map("PrintDone", "@job.file.name is done"),
                "headers", map("Content-Type", "application/json", "X-Key", "@apiSecret"),
                "data", map("text", "@message on @deviceIdentifier",
                        "z", map("b", Arrays.asList(1, 2.5, null, true)), "a", "@job"),
                "cooldown", "30s",
                "verifyTls", false,
                "compat", "octoprint"));
        assertThat(((Map<?, ?>) imported.webhooks().get(0).get("data")).keySet()).hasToString("[text, z, a]");
    }

    @Test
    void what_is_missing_is_as_the_plugin_has_it() throws Exception {
        Map<String, Object> webhook = read(FILE).webhooks().get(1);

        assertThat(webhook).isEqualTo(map(
                "id", "slack-2",
                "url", "https://hooks.slack.com/services/T0/B1",
                "events", EventChoice.DEFAULTS,
                "headers", map("Content-Type", "application/json"),
                "data", DEFAULT_DATA,
                "compat", "octoprint"));
        assertThat(((Map<?, ?>) webhook.get("data")).keySet().toString()).isEqualTo(DEFAULT_DATA.keySet().toString());
    }

    @Test
    void all_that_is_said_of_a_good_file_is_that_secrets_could_be_kept_elsewhere() throws Exception {
        assertThat(read(FILE).notes()).containsExactly(
                "secrets are written as they are; env:NAME or file:PATH in their place keeps them out of the file");
        assertThat(read("plugins: {webhooks: {hooks: [{url: 'http://h'}]}}").notes()).isEmpty();
    }

    @Test
    void settings_of_the_first_version_stand_directly_below_the_plugin() throws Exception {
        assertThat(read("""
                plugins:
                  webhooks:
                    url: https://example.co.uk/a
                    eventPrintPaused: 'false'
                    event_print_progress: 'true'
                    event_print_progress_interval: 25
                    apiSecret: 1234
                """).webhooks()).containsExactly(map(
                "id", "example",
                "url", "https://example.co.uk/a",
                "apiSecret", "1234",
                "events", List.of("PrintStarted", "PrintDone", "PrintFailed", "UserActionNeeded", "Error", "PrintProgress"),
                "progressInterval", 25,
                "headers", map("Content-Type", "application/json"),
                "data", DEFAULT_DATA,
                "compat", "octoprint"));
    }

    @Test
    void a_token_is_asked_for_only_if_it_was() throws Exception {
        assertThat(hook("""
                oauth: true, oauth_url: 'https://login/token', oauth_http_method: GET, oauth_content_type: FORM,
                oauth_headers: '{"Authorization": "Basic abc"}', oauth_data: '{"scope": "a@b"}'""").webhooks().get(0)
                .get("oauth")).isEqualTo(map("url", "https://login/token", "method", "GET", "contentType", "FORM",
                        "headers", map("Authorization", "Basic abc"), "data", map("scope", "a@b")));
        assertThat(hook("oauth: false, oauth_url: 'https://login/token'").webhooks().get(0)).doesNotContainKey("oauth");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void what_cannot_be_carried_over_is_told_in_one_sentence(String keys, String note) throws Exception {
        Imported imported = hook(keys);

        assertThat(imported.notes()).contains("hook 2: " + note);
        assertThat(load(imported)).hasSize(2);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                loss("url: ''", "has no url; it is written with enabled: false, until you write the url and remove that line"),
                loss("url: 'hooks.slack.com/x'", "has a url that is no web address; it is written with enabled: false, until"
                        + " you write the url and remove that line"),
                loss("data: '{\"a\": }'", "data is not valid JSON and is left out; OctoPrint could not send this webhook either"),
                loss("headers: ''", "headers is not valid JSON and is left out; OctoPrint could not send this webhook either"),
                loss("data: '[1]'", "data is JSON, but no object, and is left out; OctoPrint could not send this webhook either"),
                loss("headers: '[]'", "headers is JSON, but no object, and is left out"),
                loss("data: '{\"a\": 1e400}'", "data is not valid JSON and is left out; OctoPrint could not send this webhook either"),
                loss("data: '{\"a\": \"env:HOME\"}'", "a text in data begins like the place of a secret (env:, file:); it has got a blank in front"),
                loss("apiSecret: 'file:x'", "apiSecret begins like the place of a secret (env:, file:) and is left out; put it into a file and write file:PATH"),
                loss("headers: '{\"X-N\": 5}'", "the header X-N in headers is no text, so OctoPrint could not send this webhook; it is written as text"),
                loss("headers: '{\"X N\": \"a\"}'", "the header X N in headers cannot be sent and is left out"),
                loss("headers: '{\"X\": \"a\\nb\"}'", "the header X in headers cannot be sent and is left out"),
                loss("headers: '{\"X\": {\"a\": 1}}'", "the header X in headers cannot be sent and is left out"),
                loss("event_print_progress: true, event_print_progress_interval: '10%'", "the progress interval is no whole number from 1 to 99; 50 is taken"),
                loss("event_print_progress: true, event_print_progress_interval: 0", "the progress interval is no whole number from 1 to 99; 50 is taken"),
                loss("event_print_progress: true, event_print_progress_interval: 100", "a progress interval over 99 never told anything; PrintProgress is left out"),
                loss("eventPrintDoneMessage: '@appearance.name is done'", "uses @appearance, which printwire does not have: it is sent empty"),
                loss("data: '{\"a\": \"@appearance\"}'", "uses @appearance, which printwire does not have: it is sent empty"),
                loss("event_cooldown: soon", "the cooldown is no number of seconds up to 30 days and is left out"),
                loss("http_method: HEAD", "http_method is none of GET, POST, PUT, PATCH and DELETE; POST is taken"),
                loss("eventError: maybe", "eventError is neither true nor false; it is taken as true"),
                loss("customEvents: [{name: 'a b'}]", "a custom event without a usable name is left out"),
                loss("customEvents: [{message: x}, 3]", "a custom event without a usable name is left out"),
                loss("customEvents: [{name: a}, {name: A}]", "the custom event A is there twice; the first one is kept"),
                loss("oauth: true", "gets a token, but oauth_url is no web address; oauth is left out and the webhook is written with enabled: false"),
                loss("colour: red", "the setting colour is not known and is left out"),
                loss("eventPrintStarted: false, eventPrintDone: no, eventPrintFailed: 0, eventPrintPaused: '', "
                        + "eventUserActionNeeded: 'False', eventError: off",
                        "has no event switched on; it is written with enabled: false and the default events"));
    }

    @Test
    void custom_events_alone_are_enough() throws Exception {
        Imported imported = hook("eventPrintStarted: false, eventPrintDone: false, eventPrintFailed: false, "
                + "eventPrintPaused: false, eventUserActionNeeded: false, eventError: false, customEvents: [{name: Upload}]");

        assertThat(imported.webhooks().get(0)).doesNotContainKey("enabled").containsEntry("events", List.of());
        assertThat(load(imported).get(0).customEvents()).hasSize(1);
    }

    @Test
    void a_negative_interval_works_like_a_positive_one_and_blanks_do_not_count() throws Exception {
        assertThat(hook("event_print_progress: 1, event_print_progress_interval: ' -12 '").webhooks().get(0))
                .containsEntry("progressInterval", 12);
    }

    @Test
    void of_a_key_that_is_there_twice_the_last_one_counts_as_in_python() throws Exception {
        assertThat(hook("data: '{\"a\": 1, \"b\": 2, \"a\": 3}'").webhooks().get(0).get("data"))
                .isEqualTo(map("a", 3, "b", 2));
    }

    @Test
    void an_empty_list_is_a_body() throws Exception {
        assertThat(hook("data: '[]'").webhooks().get(0)).containsEntry("data", List.of());
    }

    @ParameterizedTest
    @CsvSource({"https://hooks.slack.com/services/x, slack", "https://discord.com/api/webhooks/1/x, discord",
        "https://api.telegram.org/bot1:x/sendPhoto, telegram", "https://ntfy.sh/@topic, ntfy",
        "https://maker.ifttt.com/trigger, ifttt", "http://homeassistant.local:8123/api, homeassistant",
        "http://octopi/x, octopi", "http://user:pass@My-Host.example.com.au/x, example", "http://192.168.1.5:8080/x, webhook-1",
        "http://localhost/x, webhook-1", "http://[::1]/x, webhook-1", "https://h?x, h"})
    void an_id_comes_from_the_host(String url, String id) {
        assertThat(HookId.of(url, "", 1, Set.of())).isEqualTo(id);
    }

    @Test
    void an_id_is_nobody_elses() throws Exception {
        assertThat(OctoPrintImport.read(FILE, "f", Set.of("slack", "slack-3")).webhooks())
                .extracting(webhook -> webhook.get("id")).containsExactly("slack-2", "slack-4");
    }

    @Test
    void a_template_of_the_plugin_is_an_entry_that_lacks_its_address() throws Exception {
        Imported imported = read("""
                {
                \t"_name": "Slack Message",
                \t"_description": "Sends a message",
                \t"data": "{\\n  \\"text\\":\\"@message\\"\\n}",
                \t"headers": "{}",
                \t"eventPrintStartedMessage": "Your print has started",
                \t"http_method": "POST", "content_type": "JSON", "oauth": false, "event_print_progress_interval": 12
                }
                """);

        assertThat(imported.webhooks()).containsExactly(map("id", "slack-message", "enabled", false,
                "url", "https://example.invalid/", "events", EventChoice.DEFAULTS,
                "messages", map("PrintStarted", "Your print has started"),
                "headers", map(), "data", map("text", "@message"), "compat", "octoprint"));
        assertThat(imported.notes()).containsExactly(
                "hook 1: has no url; it is written with enabled: false, until you write the url and remove that line");
        assertThat(load(imported)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "plugins: {other: {}} | f: has no settings of the OctoPrint-Webhooks plugin; name OctoPrint's config.yaml, or a template that the plugin wrote",
        "hello | f: has no settings of the OctoPrint-Webhooks plugin; name OctoPrint's config.yaml, or a template that the plugin wrote",
        "'' | f: has no settings of the OctoPrint-Webhooks plugin; name OctoPrint's config.yaml, or a template that the plugin wrote",
        "plugins: {webhooks: {_config_version: 1}} | f: has no webhooks in the settings of the OctoPrint-Webhooks plugin; name OctoPrint's config.yaml, or a template that the plugin wrote",
        "{\"a\": 1} | f: is JSON, but no template of the OctoPrint-Webhooks plugin; name OctoPrint's config.yaml, or a template that the plugin wrote",
        "a: [b | f:1: this is not YAML; name OctoPrint's config.yaml, which mostly is ~/.octoprint/config.yaml",
        "a: \u0001b | f: this is not YAML; name OctoPrint's config.yaml, which mostly is ~/.octoprint/config.yaml"})
    void a_file_that_is_something_else_is_told(String text, String problem) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class).hasMessage(problem);
    }

    @Test
    void an_anchor_that_holds_itself_does_no_harm() throws Exception {
        assertThat(read("plugins: {webhooks: {hooks: [&a {url: 'http://h', customEvents: [*a], data: *a}]}}").webhooks())
                .hasSize(1);
    }

    @Test
    void anchors_that_stand_for_a_billion_values_are_told() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(("*a" + (i - 1) + " , ").repeat(9)).append("x]\n");
        }

        assertThatThrownBy(() -> read(bomb + "plugins: {webhooks: {hooks: *a9 }}\n")).isInstanceOf(ConfigException.class)
                .hasMessageContaining("the anchors here stand for too much");
    }

    @Test
    void no_hooks_are_no_mistake() throws Exception {
        assertThat(read("plugins: {webhooks: {hooks: []}}"))
                .isEqualTo(new Imported(List.of(), List.of("there are no webhooks in f")));
        assertThat(read("plugins: {webhooks: {hooks: [5]}}").notes())
                .containsExactly("hook 1: is no group of settings and is left out");
    }

    @Test
    void what_is_written_loads_and_has_the_settings_of_the_plugin() throws Exception {
        WebhookSection webhook = load(read(FILE)).get(0);

        assertThat(webhook.data()).isEqualTo(read(FILE).webhooks().get(0).get("data"));
        assertThat(webhook.compat()).isEqualTo(WebhookSection.Compat.OCTOPRINT);
        assertThat(webhook.method()).isEqualTo(WebhookSection.Method.PUT);
    }

    @Test
    void the_messages_that_are_not_written_are_our_own_defaults() {
        assertThat(OctoPrintDefaults.MESSAGES).allSatisfy((name, message) ->
                assertThat(Topic.named(name).orElseThrow().message()).isEqualTo(message));
    }

    @Test
    void an_import_shows_no_secret_of_its_own() throws Exception {
        assertThat(read(FILE).toString()).isEqualTo("Imported[webhooks=2, notes=1]");
        assertThat(read(FILE).notes().toString()).doesNotContain("sesame");
    }

    private static Arguments loss(String keys, String note) {
        return Arguments.of(keys, note);
    }

    /** The first hook that is there is number 1 in one text, number 2 after a good one. */
    private static Imported hook(String keys) throws ConfigException {
        String url = keys.startsWith("url") ? "" : "url: 'http://10.0.0.1/x', ";
        String hook = "{" + url + keys + "}";
        Imported imported = read("plugins: {webhooks: {hooks: [{url: 'http://first/x'}, " + hook + "]}}");
        return new Imported(List.of(imported.webhooks().get(1), imported.webhooks().get(0)), imported.notes());
    }

    private static Imported read(String text) throws ConfigException {
        return OctoPrintImport.read(text, "f", Set.of());
    }

    private static List<WebhookSection> load(Imported imported) throws ConfigException {
        return ConfigLoader.parse(WebhookYaml.text(imported.webhooks()), "c", Path.of("/"), Map.of()).webhooks();
    }
}
