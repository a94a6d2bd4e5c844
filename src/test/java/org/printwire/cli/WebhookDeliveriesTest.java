package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.StorageSection;
import org.printwire.json.Json;
import org.printwire.store.SqliteOutbox;

/** The commands about what was sent, on a real file and with a real receiver. */
@Timeout(60)
class WebhookDeliveriesTest {

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path home;

    private WebhookCommand command;

    @BeforeEach
    void start() throws IOException {
        server.start();
        command = new WebhookCommand(home);
        configure("hook");
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(command.out() + command.err()).doesNotContain("sesame").doesNotContain("internal error");
    }

    private void configure(String... ids) throws IOException {
        StringBuilder yaml = new StringBuilder("webhooks:\n");
        for (String id : ids) {
            yaml.append("""
                      - id: %1$s
                        url: http://127.0.0.1:%2$d/%1$s/sesame-path
                        apiSecret: sesame-api
                        headers: {Authorization: Bearer @apiSecret}
                        data: {topic: "@topic", text: "@message", secret: "@apiSecret", file: "@extra.name"}
                    """.formatted(id, server.getPort()));
        }
        command.configure(yaml.toString());
    }

    private void answers(Integer... statuses) {
        Stream.of(statuses).forEach(status -> server.enqueue(new MockResponse.Builder().code(status).build()));
    }

    private int run(String words, String... more) {
        return command.run(Stream.concat(Stream.of(words.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    private List<Map<String, Object>> objects() {
        return command.out().lines().map(Json::parseObject).toList();
    }

    private List<String> received() throws InterruptedException {
        List<String> bodies = new java.util.ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            bodies.add(server.takeRequest().getBody().utf8());
        }
        return bodies;
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook deliveries", "webhook deliveries --json", "webhook list", "webhook list --json",
        "webhook purge --dead", "webhook replay --dead", "status", "status --json", "webhook deliveries --dead --since 1h"})
    void where_nothing_was_ever_kept_nothing_is_made(String words) {
        assertThat(run(words)).as(command.err()).isZero();
        assertThat(command.data()).doesNotExist();
    }

    @Test
    void a_delivery_that_is_not_there_is_told() {
        assertThat(run("webhook show 1")).isEqualTo(2);
        assertThat(command.err()).contains("there is no delivery '1': printwire webhook deliveries lists them");
        assertThat(run("webhook replay 1")).isEqualTo(2);
        assertThat(command.err()).contains("there is no delivery 1 that has ended");
    }

    @Test
    void what_waits_is_listed_the_newest_first() throws Exception {
        command.leave("hook", "PrintStarted", "PrintPaused");

        assertThat(run("webhook deliveries")).isZero();
        assertThat(command.out().lines()).hasSize(2)
                .element(0).asString().startsWith("2  ").endsWith("  hook  Print Paused  waiting");
        assertThat(run("webhook deliveries --limit 1")).isZero();
        assertThat(command.out()).contains("Print Paused").doesNotContain("Print Started");
        assertThat(run("webhook deliveries --dead")).isZero();
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).isEqualTo("printwire: there are none\n");
        assertThat(run("webhook deliveries --webhook other")).isZero();
        assertThat(command.out()).isEmpty();
        assertThat(run("webhook deliveries --waiting --json")).isZero();
        assertThat(objects()).extracting(object -> object.get("topic")).containsExactly("Print Paused", "Print Started");
        assertThat(objects().get(0)).containsEntry("state", "waiting").containsEntry("picture", false)
                .doesNotContainKeys("values", "status", "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limit 0", "--limit -1", "--limit many", "--since yesterday", "--since 2026-13-01", "--since 5w"})
    void what_makes_no_sense_is_bad_usage(String option) throws Exception {
        command.leave("hook", "PrintStarted");
        assertThat(run("webhook deliveries " + option)).as(command.out()).isEqualTo(2);
        assertThat(command.err()).contains(option.split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--since 2h", "--since 999999d", "--since 0001-01-01", "--since 2020-02-29T12:00", "--since -1000000000-01-01"})
    void since_goes_back_as_far_as_anybody_likes(String option) throws Exception {
        command.leave("hook", "PrintStarted");
        for (String words : List.of("webhook deliveries ", "status ", "webhook replay ", "webhook purge ")) {
            int code = run(words + option);
            assertThat(code).as(words + command.err()).isIn(0, 2);
            assertThat(command.err()).doesNotContain("internal error");
        }
    }

    @Test
    void since_leaves_out_what_is_older() throws Exception {
        command.leave("hook", "PrintStarted");   // an hour ago
        assertThat(run("webhook deliveries --since 10m")).isZero();
        assertThat(command.out()).isEmpty();
        assertThat(run("webhook deliveries --since 2h")).isZero();
        assertThat(command.out()).contains("Print Started");
        assertThat(run("status --json --since 10m")).isZero();
        assertThat(objects().get(0)).containsEntry("waiting", 0);
    }

    @Test
    void show_has_the_values_and_no_secret() throws Exception {
        command.leave("hook", "PrintDone");
        assertThat(run("webhook show 1")).isZero();
        Map<String, Object> shown = Json.parseObject(command.out());
        assertThat(shown).containsEntry("webhook", "hook").containsEntry("topic", "Print Done").containsEntry("place", 1);
        assertThat((Map<?, ?>) shown.get("values")).extracting("extra").extracting("name").isEqualTo("benchy.gcode");
        String event = shown.get("eventId").toString();
        assertThat(run("webhook show " + event)).as("by the event's id").isZero();
        assertThat(command.out()).contains("Print Done");
    }

    @Test
    void flush_sends_what_waits_in_order_and_counts() throws Exception {
        command.leave("hook", "PrintStarted", "PrintPaused", "PrintDone");
        answers(200, 200, 200);

        assertThat(run("webhook flush")).as(command.err() + command.out()).isZero();

        assertThat(command.out().lines().toList()).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("webhook hook: Print Started taken (200) in ");
            assertThat(lines.get(3)).startsWith("webhook hook: 3 delivered, median ");
            assertThat(lines.get(4)).isEqualTo("nothing waits");
        });
        assertThat(received()).extracting(body -> Json.parseObject(body).get("topic"))
                .containsExactly("Print Started", "Print Paused", "Print Done");
        assertThat(run("webhook deliveries --delivered --json")).isZero();
        assertThat(objects()).hasSize(3).allSatisfy(object -> assertThat(object).containsEntry("status", 200)
                .containsKeys("tookMillis", "ended"));
        assertThat(run("webhook flush")).isZero();
        assertThat(command.out()).isEqualTo("nothing waits\n");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void a_flush_that_does_not_reach_the_receiver_says_what_waits() throws Exception {
        command.leave("hook", "PrintStarted", "PrintDone");
        server.close();

        assertThat(run("webhook flush --wait 1")).as(command.out()).isEqualTo(8);

        assertThat(command.out()).contains("webhook hook: 0 delivered", "2 waiting")
                .endsWith("the rest waits for the next print or flush\n");
        assertThat(run("webhook deliveries")).isZero();
        assertThat(command.out()).containsPattern("Print Started  waiting  \\d+ failed: .*, next attempt ");
        assertThat(run("webhook list")).isZero();
        assertThat(command.out()).contains("(2 waiting)");
        assertThat(run("status")).isZero();
        assertThat(command.out()).contains("webhook hook: 0 delivered", "2 waiting").contains("\n  last failure: 1  ");
    }

    @Test
    void without_a_webhook_flush_says_so_and_makes_nothing() throws Exception {
        command.configure("{}\n");
        assertThat(run("webhook flush")).isZero();
        assertThat(command.err()).isEqualTo("printwire: no webhook is configured or switched on\n");
        assertThat(command.out()).isEqualTo("nothing waits\n");
        assertThat(command.data()).doesNotExist();
    }

    @Test
    void flush_tells_what_waits_for_a_webhook_that_is_not_configured_any_more() throws Exception {
        configure("hook", "old");
        command.leave("old", "PrintStarted");
        configure("hook");

        assertThat(run("webhook flush")).isEqualTo(8);

        assertThat(command.out()).doesNotContain("nothing waits").contains("webhook old: ")
                .contains("printwire webhook purge --waiting --webhook old");
    }

    @Test
    void a_disk_that_cannot_be_read_is_no_empty_outbox() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        for (String words : List.of("webhook flush", "webhook enable hook")) {
            assertThat(run(words, "--data-dir", file.toString())).as(words + command.out()).isEqualTo(2);
            assertThat(command.out()).isEmpty();
            assertThat(command.err()).contains(file.toString());
        }
    }

    @Test
    void while_another_program_sends_flush_leaves_it_to_that_one() throws Exception {
        command.leave("hook", "PrintStarted");
        try (SqliteOutbox other = SqliteOutbox.open(command.data(), StorageSection.DEFAULTS, System.err::println)) {
            assertThat(other.claim("hook")).isTrue();
            assertThat(run("webhook deliveries")).isZero();
            assertThat(command.out()).contains("Print Started  waiting");
            assertThat(run("status")).isZero();
            assertThat(run("webhook show 1")).isZero();

            assertThat(run("webhook flush --wait 1")).isEqualTo(8);

            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void what_was_given_up_can_be_sent_again_with_the_same_id() throws Exception {
        command.leave("hook", "PrintStarted", "PrintDone");
        answers(400, 200);
        run("webhook flush");
        assertThat(run("webhook deliveries --dead")).isZero();
        assertThat(command.out()).contains("1  ").endsWith("  hook  Print Started  dead  answered 400\n");

        assertThat(run("webhook replay --dead")).isZero();
        assertThat(command.out()).isEqualTo("1 message to be sent again; now: printwire webhook flush\n");
        answers(200);
        assertThat(run("webhook flush")).as(command.out()).isZero();

        String first = server.takeRequest().getHeaders().get("X-Printwire-Event-Id");
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("X-Printwire-Event-Id")).isEqualTo(first);
        assertThat(run("webhook deliveries --dead")).isZero();
        assertThat(command.out()).isEmpty();
    }

    @Test
    void one_is_replayed_by_its_number() throws Exception {
        command.leave("hook", "PrintStarted", "PrintDone");
        answers(200, 200, 200);
        run("webhook flush");
        assertThat(run("webhook replay 2")).isZero();
        assertThat(run("webhook flush")).isZero();
        assertThat(received()).extracting(body -> Json.parseObject(body).get("topic"))
                .containsExactly("Print Started", "Print Done", "Print Done");
    }

    @Test
    void replay_and_purge_want_to_know_what_is_meant() throws Exception {
        command.leave("hook", "PrintStarted");
        for (String words : List.of("webhook replay", "webhook replay 1 --dead", "webhook purge", "webhook replay --waiting")) {
            assertThat(run(words)).as(words).isEqualTo(2);
            assertThat(command.err()).contains("say which");
        }
        assertThat(run("webhook replay 1")).as("it waits").isEqualTo(2);
    }

    @Test
    void purge_forgets_what_waits_only_if_told_so() throws Exception {
        configure("hook", "other");
        command.leave("hook", "PrintStarted", "PrintDone");
        command.leave("other", "PrintStarted");
        answers(400, 400, 400);
        run("webhook flush");
        command.leave("hook", "PrintPaused");

        assertThat(run("webhook purge --webhook hook")).isZero();
        assertThat(command.out()).isEqualTo("2 messages forgotten\n");
        assertThat(run("webhook deliveries --json")).isZero();
        assertThat(objects()).extracting(object -> object.get("webhook") + " " + object.get("state"))
                .containsExactlyInAnyOrder("hook waiting", "other dead");
        assertThat(run("webhook purge --waiting --webhook hook")).isZero();
        assertThat(command.out()).isEqualTo("1 message forgotten\n");
    }

    @Test
    void a_receiver_that_was_gone_is_sent_to_again_after_enable() throws Exception {
        command.leave("hook", "PrintStarted", "PrintDone");
        answers(410);
        assertThat(run("webhook flush")).as("nothing waits any more").isZero();
        assertThat(command.out()).contains("webhook hook: the receiver says that it is gone (410)",
                "or: printwire webhook enable hook");
        assertThat(server.getRequestCount()).isOne();

        assertThat(run("webhook enable nobody")).isEqualTo(2);
        assertThat(command.err()).contains("there is no webhook 'nobody' in the configuration");
        assertThat(run("webhook enable hook")).isZero();
        assertThat(command.out()).contains("printwire webhook replay --dead --webhook hook");
        assertThat(run("webhook replay --dead --webhook hook")).isZero();
        answers(200, 200);
        assertThat(run("webhook flush")).as(command.out()).isZero();
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void status_has_numbers_for_people_and_for_scripts() throws Exception {
        configure("hook", "idle");
        command.leave("hook", "PrintStarted", "PrintDone");
        answers(200, 400);
        run("webhook flush");

        assertThat(run("status")).isZero();
        assertThat(command.out().lines().toList()).satisfies(lines -> {
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).startsWith("webhook hook: 1 delivered, median ").endsWith(", 1 given up");
            assertThat(lines.get(1)).startsWith("  last failure: 2  ").endsWith("  hook  Print Done  dead  answered 400");
            assertThat(lines.get(2)).isEqualTo("webhook idle: nothing sent yet");
        });
        assertThat(run("status --json")).isZero();
        assertThat(objects()).hasSize(2);
        assertThat(objects().get(0)).containsEntry("delivered", 1).containsEntry("dead", 1).containsEntry("waiting", 0)
                .containsKeys("medianMillis", "p95Millis", "maxMillis", "lastFailure");
        assertThat(objects().get(1)).containsEntry("webhook", "idle").containsEntry("delivered", 0);
    }

    @Test
    void list_names_hosts_and_no_more_of_an_address() throws Exception {
        assertThat(run("webhook list")).isZero();
        assertThat(command.out()).isEqualTo("hook  POST 127.0.0.1:" + server.getPort() + "  PrintStarted PrintDone"
                + " PrintFailed PrintPaused UserActionNeeded Error\n");
        assertThat(run("webhook list --json")).isZero();
        assertThat(objects().get(0)).containsEntry("id", "hook").containsEntry("enabled", true);
    }

    @Test
    void the_data_folder_is_the_one_of_the_option_or_of_xdg_or_of_the_home() throws Exception {
        command.leave("hook", "PrintStarted");
        Path other = home.resolve("other");
        Files.createDirectories(other.resolve("printwire"));
        try (Stream<Path> files = Files.list(command.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, other.resolve("printwire").resolve(file.getFileName()));
            }
        }
        run("webhook purge --waiting");
        assertThat(run("webhook deliveries", "--data-dir", other.resolve("printwire").toString())).isZero();
        assertThat(command.out()).contains("Print Started");
        command.with("XDG_DATA_HOME", other.toString());
        assertThat(run("webhook deliveries")).isZero();
        assertThat(command.out()).contains("Print Started");
        command.with("XDG_DATA_HOME", "");
        assertThat(run("webhook deliveries")).isZero();
        assertThat(command.out()).isEmpty();
    }

    @Test
    void no_secret_of_the_configuration_is_in_any_file_of_the_data_folder() throws Exception {
        command.leave("hook", "PrintStarted", "PrintDone", "MessageFired");
        answers(400, 200);
        server.enqueue(new MockResponse.Builder().code(500).body("you sent sesame-api").build());
        run("webhook flush --wait 1");
        try (Stream<Path> files = Files.walk(command.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain("sesame");
            }
        }
    }
}
