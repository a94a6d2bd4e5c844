package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.testing.Hook;

class ConfigLoaderTest {

    @TempDir
    Path directory;

    @Test
    void meatpack_is_off_unless_somebody_wants_it_and_yaml_may_take_on_and_off_for_flags() throws Exception {
        for (String written : new String[] {"off", "\"off\"", "false", "OFF"}) {
            assertThat(packing(written)).as(written).isEqualTo(PackingChoice.OFF);
        }
        for (String written : new String[] {"on", "\"on\"", "true"}) {
            assertThat(packing(written)).as(written).isEqualTo(PackingChoice.ON);
        }
        assertThat(packing("auto")).isEqualTo(PackingChoice.AUTO);
        assertThat(PrinterSection.DEFAULTS.meatPack()).isEqualTo(PackingChoice.OFF);
    }

    private static PackingChoice packing(String written) throws ConfigException {
        return ConfigLoader.parse("printer: {meatPack: " + written + "}", "c", Path.of("/"), Map.of()).printer().meatPack();
    }

    @Test
    void an_empty_file_gives_the_defaults() throws Exception {
        assertThat(load("")).isEqualTo(Configuration.defaults());
        assertThat(load("# nothing here\n")).isEqualTo(Configuration.defaults());
        assertThat(load("printer:\ncameras:\nwebhooks:\ndelivery:\nstorage:\n")).isEqualTo(Configuration.defaults());
    }

    @Test
    void without_a_file_the_defaults_hold() throws Exception {
        Configuration found = ConfigLoader.find(null, Map.of("XDG_CONFIG_HOME", directory.toString()));

        assertThat(found).isEqualTo(Configuration.defaults());
        assertThat(found.printer()).isEqualTo(PrinterSection.DEFAULTS);
        assertThat(found.storage().retention()).hasDays(30);
        assertThat(found.storage().maxBytes()).isEqualTo(200_000_000);
    }

    @Test
    void every_printer_key_is_read() throws Exception {
        assertThat(load("printer: {profile: ender-3, port: /dev/ttyUSB0, baud: 250000}").printer())
                .isEqualTo(new PrinterSection("ender-3", "/dev/ttyUSB0", 250_000, Duration.ofMinutes(5), null,
                        PackingChoice.OFF, false, List.of(5, 1)));
    }

    @Test
    void the_minutes_of_a_warning_are_told_once_each_the_most_first() throws Exception {
        assertThat(load("printer: {warnMinutes: [1, 10, 1]}").printer().warnMinutes()).containsExactly(10, 1);
        assertThat(load("printer: {warnMinutes: []}").printer().warnMinutes()).isEmpty();
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
                new CameraSection("camera-1", CameraSection.Type.TEST, null, null, null, 0, false, false, PictureSection.DEFAULTS),
                new CameraSection("camera-2", CameraSection.Type.TEST, null, null, null, 0, false, false, PictureSection.DEFAULTS));
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
                    picture:
                      crop: {left: 12.5%, top: 40, height: 50%}
                      maxWidth: 800
                      maxHeight: 600
                      quality: 90
                      caption: [time, LAYER]
                """).cameras()).containsExactly(new CameraSection("nozzle", CameraSection.Type.HTTP, null,
                        "http://127.0.0.1:8080/snapshot", null, 90, true, true, new PictureSection(
                        new CropSection(new CropSection.Extent(12.5, true), new CropSection.Extent(40, false), null,
                                new CropSection.Extent(50, true)),
                        800, 600, 90, List.of(CaptionPart.TIME, CaptionPart.LAYER))));
    }

    @Test
    void every_webhook_key_has_a_default() throws Exception {
        Hook hook = new Hook();
        hook.id = "webhook-1";
        hook.url = new Secret("https://example.invalid/hook");
        hook.deviceIdentifier = "";
        hook.apiSecret = Secret.NONE;

        assertThat(load("webhooks: [{url: https://example.invalid/hook}]").webhooks()).containsExactly(hook.section());
    }

    @Test
    void delivery_and_storage_are_read() throws Exception {
        Configuration configuration = load("delivery: {finish: 1m}\nstorage: {retention: 12h, maxBytes: 1GB}");

        assertThat(configuration.delivery()).isEqualTo(new DeliverySection(Duration.ofSeconds(60)));
        assertThat(configuration.storage()).isEqualTo(new StorageSection(Duration.ofHours(12), 1_000_000_000L));
    }

    @Test
    void a_picture_is_sent_when_there_is_a_camera() throws Exception {
        assertThat(load("cameras: [{type: test}]\nwebhooks: [{url: http://h}]").webhooks().get(0).snapshot()).isTrue();
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
                webhooks:
                  - {url: "https://h/sesame", apiSecret: sesame, headers: {A: sesame}, data: {a: sesame}, hubSecret: sesame,
                     oauth: {url: "https://h/sesame", data: {a: sesame}, clientId: sesame, clientSecret: sesame}}
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
