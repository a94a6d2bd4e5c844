package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    @TempDir
    Path directory;

    @Test
    void an_empty_file_gives_the_defaults() throws Exception {
        assertThat(load("")).isEqualTo(Configuration.defaults());
        assertThat(load("# nothing here\n")).isEqualTo(Configuration.defaults());
        assertThat(load("printer:\ncameras:\nwebhooks:\nstorage:\n")).isEqualTo(Configuration.defaults());
    }

    @Test
    void without_a_file_the_defaults_hold() throws Exception {
        Configuration found = ConfigLoader.find(null, Map.of("XDG_CONFIG_HOME", directory.toString()));

        assertThat(found).isEqualTo(Configuration.defaults());
        assertThat(found.printer()).isEqualTo(new PrinterSection(null, null, null));
        assertThat(found.storage().retention()).hasDays(30);
        assertThat(found.storage().maxBytes()).isEqualTo(200_000_000);
    }

    @Test
    void every_printer_key_is_read() throws Exception {
        assertThat(load("printer: {profile: ender-3, port: /dev/ttyUSB0, baud: 250000}").printer())
                .isEqualTo(new PrinterSection("ender-3", "/dev/ttyUSB0", 250_000));
    }

    @Test
    void a_profile_of_ones_own_lies_beside_the_configuration() throws Exception {
        Files.writeString(directory.resolve("mine.yaml"), "title: Mine");

        assertThat(load("printer: {profile: mine.yaml}").printer().profile())
                .isEqualTo(directory.resolve("mine.yaml").toString());
    }

    @Test
    void every_camera_key_has_a_default() throws Exception {
        assertThat(load("cameras: [{type: test}, {type: test}]").cameras()).containsExactly(
                new CameraSection("camera-1", CameraSection.Type.TEST, null, null, null, 0, false, false),
                new CameraSection("camera-2", CameraSection.Type.TEST, null, null, null, 0, false, false));
    }

    @Test
    void every_camera_key_is_read() throws Exception {
        assertThat(load("""
                cameras:
                  - name: nozzle
                    type: http
                    url: http://127.0.0.1:8080/snapshot
                    rotate: 90
                    flipHorizontal: true
                    flipVertical: true
                """).cameras()).containsExactly(new CameraSection("nozzle", CameraSection.Type.HTTP, null,
                        "http://127.0.0.1:8080/snapshot", null, 90, true, true));
    }

    @Test
    void every_webhook_key_has_a_default() throws Exception {
        assertThat(load("webhooks: [{url: https://example.invalid/hook}]").webhooks())
                .containsExactly(new WebhookSection("webhook-1", true, new Secret("https://example.invalid/hook"),
                        List.of("PrintStarted", "PrintDone", "PrintFailed", "PrintPaused", "UserActionNeeded", "Error"),
                        "", Secret.NONE, 50, Map.of(), Map.of(), false, null));
    }

    @Test
    void every_webhook_key_is_read() throws Exception {
        assertThat(load("""
                cameras:
                  - {name: nozzle, type: test}
                  - {name: room, type: test}
                webhooks:
                  - id: slack
                    enabled: false
                    url: https://example.invalid/hook
                    method: POST
                    contentType: JSON
                    deviceIdentifier: MK3S in the garage
                    apiSecret: a literal
                    events: [PrintProgress, ColorChangeWaiting]
                    progressInterval: 10
                    messages: {PrintDone: "@job.file.name is done."}
                    headers: {X-One: first, X-Two: 2}
                    cooldown: 0s
                    verifyTls: true
                    caFile: null
                    compat: none
                    snapshot: false
                    camera: room
                """).webhooks()).containsExactly(new WebhookSection("slack", false,
                        new Secret("https://example.invalid/hook"), List.of("PrintProgress", "ColorChangeWaiting"),
                        "MK3S in the garage", new Secret("a literal"), 10,
                        Map.of("PrintDone", "@job.file.name is done."), Map.of("X-One", "first", "X-Two", "2"), false,
                        "room"));
    }

    @Test
    void a_picture_is_sent_when_there_is_a_camera() throws Exception {
        assertThat(load("cameras: [{type: test}]\nwebhooks: [{url: http://h}]").webhooks().get(0).snapshot()).isTrue();
    }

    @Test
    void headers_may_be_the_json_text_of_the_octoprint_plugin() throws Exception {
        assertThat(load("webhooks: [{url: http://h, headers: '{\"X-Key\": \"env:KEY\", \"B\": \"c\"}'}]",
                Map.of("KEY", "sesame")).webhooks().get(0).headers())
                .containsExactly(Map.entry("X-Key", "sesame"), Map.entry("B", "c"));
    }

    @Test
    void secrets_come_from_the_environment() throws Exception {
        WebhookSection webhook = load("webhooks: [{url: env:URL, apiSecret: env:KEY, headers: {X-Key: env:KEY}}]",
                Map.of("URL", "https://h/T0/B1", "KEY", "sesame")).webhooks().get(0);

        assertThat(webhook.url().reveal()).isEqualTo("https://h/T0/B1");
        assertThat(webhook.apiSecret().reveal()).isEqualTo("sesame");
        assertThat(webhook.headers()).containsEntry("X-Key", "sesame");
    }

    @Test
    void secrets_come_from_files_beside_the_configuration_without_their_last_line_end() throws Exception {
        Files.writeString(directory.resolve("key"), " sesame \n");

        assertThat(load("webhooks: [{url: http://h, apiSecret: file:key}]").webhooks().get(0).apiSecret().reveal())
                .isEqualTo(" sesame ");
    }

    @Test
    void secrets_come_from_files_in_the_home_directory() throws Exception {
        Files.writeString(directory.resolve("key"), "sesame\r\n");

        assertThat(load("webhooks: [{url: http://h, apiSecret: file:~/key}]", Map.of("HOME", directory.toString()))
                .webhooks().get(0).apiSecret().reveal()).isEqualTo("sesame");
    }

    @Test
    void numbers_are_taken_as_written_where_a_text_is_wanted() throws Exception {
        assertThat(load("webhooks: [{url: http://h, deviceIdentifier: 007, apiSecret: 1_0}]").webhooks())
                .allSatisfy(webhook -> {
                    assertThat(webhook.deviceIdentifier()).isEqualTo("007");
                    assertThat(webhook.apiSecret().reveal()).isEqualTo("1_0");
                });
    }

    @Test
    void a_record_of_a_webhook_or_camera_never_shows_a_secret() throws Exception {
        Configuration configuration = load("""
                cameras: [{type: http, url: "http://user:sesame@h/"}]
                webhooks: [{url: "https://h/sesame", apiSecret: sesame, headers: {A: sesame}}]
                """);

        assertThat(configuration.toString()).doesNotContain("sesame");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_fine() throws Exception {
        assertThat(load("\uFEFFprinter:\r\n  baud: 115200\r\n").printer().baud()).isEqualTo(115_200);
    }

    private Configuration load(String text) throws ConfigException, IOException {
        return load(text, Map.of());
    }

    private Configuration load(String text, Map<String, String> environment) throws ConfigException, IOException {
        Path file = directory.resolve("config.yaml");
        Files.writeString(file, text);
        return ConfigLoader.load(file, environment);
    }
}
