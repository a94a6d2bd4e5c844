package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user of the plugin moves over: OctoPrint's file in, then each webhook sent. */
@Timeout(60)
class WebhookImportTest {

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path home;

    private WebhookCommand command;
    private Path file;

    @BeforeEach
    void setHome() throws IOException {
        server.start();
        command = new WebhookCommand(home);
        file = Files.writeString(home.resolve("octoprint.yaml"), """
                accessControl:
                  salt: abc
                plugins:
                  webhooks:
                    _config_version: 5
                    hooks:
                    - apiSecret: sesame-one
                      content_type: JSON
                      data: '{"z": "@topic", "text": "@message on @deviceIdentifier é", "a": {"name": "@job.file.name",
                        "list": [1, 2.0, null, true]}, "extra": "@extra"}'
                      deviceIdentifier: MK3S
                      eventPrintStartedMessage: '@job.file.name has begun'
                      headers: '{"Content-Type": "application/json", "X-Key": "@apiSecret"}'
                      http_method: POST
                      url: http://%1$s/one
                    - apiSecret: sesame-two
                      content_type: FORM
                      customEvents:
                      - message: The bed is ready
                        name: plugin_bed_ready
                      data: '{"topic": "@topic", "extra": "@extra", "key": "@apiSecret"}'
                      headers: '{}'
                      http_method: PUT
                      url: http://%1$s/two
                      webhook_enabled: false
                    # as a settings file of version 1 has it: numbers as texts, flags as texts, most keys missing
                    - url: http://%1$s/three
                      apiSecret: 1234567
                      eventPrintPaused: 'false'
                      event_print_progress: 'true'
                      event_print_progress_interval: '25'
                      colour: red
                """.formatted("127.0.0.1:" + server.getPort()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void print_shows_the_entries_and_changes_nothing() throws Exception {
        assertThat(command.run("webhook", "import", "--print", file.toString())).as(command.err()).isZero();
        assertThat(command.config()).doesNotExist();
        assertThat(command.out().lines().filter(line -> line.contains("id: ")))
                .containsExactly("  - id: webhook-1", "  - id: webhook-2", "  - id: webhook-3");
        assertThat(command.err()).contains("hook 3: the setting colour is not known and is left out",
                "secrets are written as they are");

        Files.createDirectories(command.config().getParent());
        Files.writeString(command.config(), command.out());
        assertThat(command.run("config", "check")).as("what it shows can be pasted").isZero();
    }

    @Test
    void ids_are_nobody_elses_and_a_second_import_adds_again() throws Exception {
        command.configure("webhooks:\n  - {id: webhook-1, url: 'http://127.0.0.1:1/'}\n");
        assertThat(command.run("webhook", "import", file.toString())).as(command.err()).isZero();
        assertThat(command.run("webhook", "import", file.toString())).as(command.err()).isZero();
        assertThat(command.configuration().webhooks()).extracting(webhook -> webhook.id()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void the_new_file_belongs_to_its_owner_alone() throws Exception {
        command.run("webhook", "import", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(command.config()))).isEqualTo("rw-------");
        assertThat(command.out() + command.err()).doesNotContain("sesame");
    }

    @Test
    void each_webhook_then_sends_the_plugins_bytes() throws Exception {
        assertThat(command.run("webhook", "import", file.toString())).as(command.err()).isZero();
        assertThat(command.out().lines()).hasSize(3)
                .anyMatch(line -> line.endsWith("try it: printwire webhook test webhook-2"));

        RecordedRequest one = sent("webhook-1");
        assertThat(one.getRequestLine()).isEqualTo("POST /one HTTP/1.1");
        assertThat(one.getHeaders().get("X-Key")).isEqualTo("sesame-one");
        assertThat(one.getBody().utf8()).startsWith("{\"z\": \"Print Started\", \"text\": \"benchy.gcode has begun on MK3S"
                + " \\u00e9\", \"a\": {\"name\": \"benchy.gcode\", \"list\": [1, 2.0, null, true]}, \"extra\": {\"name\":"
                + " \"benchy.gcode\", ");
        assertThat(command.out()).doesNotContain("sesame").contains("> X-Key: ***").endsWith("taken\n");

        RecordedRequest two = sent("webhook-2");
        assertThat(command.err()).contains("webhook webhook-2 is switched off (enabled: false): no print sends to it");
        assertThat(two.getRequestLine()).isEqualTo("PUT /two HTTP/1.1");
        assertThat(two.getHeaders().get("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(two.getBody().utf8()).startsWith("topic=Print+Started&extra=").endsWith("&key=sesame-two");

        RecordedRequest three = sent("webhook-3", "--event", "PrintProgress");
        MultipartForm form = MultipartForm.parse(three.getHeaders().get("Content-Type"), three.getBody().toByteArray());
        assertThat(form.text("apiSecret")).contains("1234567");
        assertThat(form.text("message")).contains("Your print is 25 % complete.");
        assertThat(form.text("progress").orElseThrow()).startsWith("{\"completion\": 25.0, \"filepos\": ");
        assertThat(form.file()).as("there is no camera; the request is multipart all the same").isEmpty();
        assertThat(command.out()).doesNotContain("1234567");
    }

    @Test
    void a_custom_event_of_the_plugin_can_be_tried() throws Exception {
        command.run("webhook", "import", file.toString());
        assertThat(sent("webhook-2", "--event", "plugin_bed_ready").getBody().utf8()).startsWith("topic=Custom+Event&");
    }

    @Test
    void a_file_without_the_plugin_is_told_and_nothing_changes() throws Exception {
        Path other = Files.writeString(home.resolve("other.yaml"), "plugins: {}\n");
        assertThat(command.run("webhook", "import", other.toString())).isEqualTo(2);
        assertThat(command.err()).contains(other + ": has no settings of the OctoPrint-Webhooks plugin");
        assertThat(command.run("webhook", "import", home.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(command.err()).contains("none.yaml: does not exist");
        assertThat(command.config()).doesNotExist();
    }

    private RecordedRequest sent(String id, String... options) throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());
        String[] words = java.util.stream.Stream.concat(java.util.stream.Stream.of("webhook", "test", id),
                java.util.stream.Stream.of(options)).toArray(String[]::new);
        assertThat(command.run(words)).as(command.err() + command.out()).isZero();
        return server.takeRequest();
    }
}
