package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.config.WebhookProfiles;

class WebhookAddTest {

    @TempDir
    private Path home;

    private WebhookCommand command;

    @BeforeEach
    void setHome() {
        command = new WebhookCommand(home);
    }

    @Test
    void the_first_webhook_makes_a_file_that_its_owner_alone_can_read() throws Exception {
        int code = command.run("webhook", "add", "slack", "--url", "https://hooks.slack.com/services/T0/B0/sesame");

        assertThat(code).as(command.err()).isZero();
        assertThat(command.out()).isEqualTo("webhook slack added to " + command.config()
                + "; try it: printwire webhook test slack\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(command.config()))).isEqualTo("rw-------");
        assertThat(command.run("config", "check")).as(command.err()).isZero();
        assertThat(command.configuration().webhooks().get(0).url().reveal()).endsWith("/sesame");
    }

    @Test
    void the_template_of_config_init_keeps_each_of_its_lines() throws Exception {
        command.run("config", "init");
        String template = command.configText();

        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/")).as(command.err()).isZero();

        assertThat(command.configText().lines().toList()).containsSubsequence(
                template.lines().filter(line -> !line.strip().equals("webhooks: []")).toList());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(command.config()))).isEqualTo("rw-------");
        assertThat(command.run("config", "check")).as(command.err()).isZero();
        assertThat(command.out()).contains("1 webhook");
    }

    @Test
    void remarks_order_and_mode_of_the_users_file_stay_as_they_are() throws Exception {
        String mine = """
                # my printer
                webhooks:   # who is told
                  # the first one
                  - id: own   # mine
                    url: http://127.0.0.1:1/

                printer:
                  port: /dev/ttyACM0   # by the window
                """;
        command.configure(mine);
        Files.setPosixFilePermissions(command.config(), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:2/")).as(command.err()).isZero();

        assertThat(command.configText().lines().toList()).containsSubsequence(mine.lines().toList());
        assertThat(command.configuration().webhooks()).extracting(webhook -> webhook.id()).containsExactly("own", "simple");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(command.config()))).isEqualTo("rw-r-----");
    }

    @Test
    void a_second_one_of_a_service_gets_a_number() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/")).as(command.err()).isZero();
        }
        assertThat(command.configuration().webhooks()).extracting(webhook -> webhook.id())
                .containsExactly("simple", "simple-2", "simple-3");
    }

    @Test
    void an_id_that_is_taken_is_refused_and_nothing_changes() throws Exception {
        command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/", "--id", "phone");
        String before = command.configText();

        assertThat(command.run("webhook", "add", "slack", "--url", "http://127.0.0.1:2/", "--id", "phone")).isEqualTo(2);

        assertThat(command.err()).contains("there is a webhook 'phone' already").contains("choose another id");
        assertThat(command.configText()).isEqualTo(before);
    }

    @Test
    void all_that_is_missing_is_told_at_once_and_no_file_is_made() {
        assertThat(command.run("webhook", "add", "telegram")).isEqualTo(2);
        assertThat(command.err()).contains("apiSecret: is missing", "chat_id: is missing");
        assertThat(command.config()).doesNotExist();
    }

    @Test
    void a_value_that_the_service_does_not_know_is_refused() {
        assertThat(command.run("webhook", "add", "slack", "--url", "http://127.0.0.1:1/", "--set", "chanel=x")).isEqualTo(2);
        assertThat(command.err()).contains("chanel");
        assertThat(command.config()).doesNotExist();
    }

    @Test
    void a_service_that_is_not_there_is_told_with_those_that_are() {
        assertThat(command.run("webhook", "add", "slak", "--url", "http://127.0.0.1:1/")).isEqualTo(2);
        assertThat(command.err()).contains("slak").contains("slack");
        assertThat(command.run("webhook", "add")).isEqualTo(2);
        assertThat(command.err()).contains("say which service").contains("telegram");
    }

    @Test
    void list_shows_every_service_with_the_options_that_it_needs() throws Exception {
        assertThat(command.run("webhook", "add", "--list")).isZero();
        for (String name : new WebhookProfiles().names()) {
            assertThat(command.out()).containsPattern("(?m)^" + name + ": ");
        }
        assertThat(command.out()).contains("    --set chat_id=...  ", "    --url  ", "    --secret  ");
        assertThat(command.config()).doesNotExist();
    }

    @Test
    void a_reference_to_a_secret_is_written_as_a_reference() throws Exception {
        command.with("SLACK_URL", "https://hooks.slack.com/services/T0/B0/sesame").with("TOKEN", "123:opensesame");

        assertThat(command.run("webhook", "add", "slack", "--url", "env:SLACK_URL")).as(command.err()).isZero();
        assertThat(command.run("webhook", "add", "telegram", "--secret", "env:TOKEN", "--set", "chat_id=-100"))
                .as(command.err()).isZero();

        assertThat(command.configText()).contains("env:SLACK_URL", "env:TOKEN").doesNotContain("sesame");
        assertThat(command.out() + command.err()).doesNotContain("sesame");
        assertThat(command.configuration().webhooks().get(0).url().reveal()).endsWith("sesame");
    }

    @Test
    void a_reference_to_a_variable_that_is_not_set_is_refused() {
        assertThat(command.run("webhook", "add", "slack", "--url", "env:SLACK_URL")).isEqualTo(2);
        assertThat(command.err()).contains("SLACK_URL");
        assertThat(command.config()).doesNotExist();
    }

    @Test
    void a_value_keeps_its_equals_signs_quotes_blanks_and_at_signs() throws Exception {
        String odd = "a=b \"c\" 'd' @topic # e: {f}";
        assertThat(command.run("webhook", "add", "telegram", "--secret", "1:x", "--set", "chat_id=" + odd,
                "--device", "@x: 'y' # z")).as(command.err()).isZero();

        assertThat(command.run("webhook", "test", "telegram", "--dry-run")).as(command.err()).isZero();
        assertThat(command.out()).contains(odd);
        assertThat(command.configuration().webhooks().get(0).deviceIdentifier()).isEqualTo("@x: 'y' # z");
    }

    @Test
    void an_argument_that_begins_with_an_at_sign_is_itself_and_no_file_of_arguments() throws Exception {
        Path arguments = Files.writeString(home.resolve("arguments"), "--list");
        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/", "--device", "@" + arguments))
                .as(command.err()).isZero();
        assertThat(command.configuration().webhooks().get(0).deviceIdentifier()).isEqualTo("@" + arguments);
    }

    @Test
    void a_file_with_a_mistake_is_told_and_left_alone() throws Exception {
        command.configure("printer: {prot: x}\n");
        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/")).isEqualTo(2);
        assertThat(command.err()).contains(command.config() + ":1: printer.prot");
        assertThat(command.configText()).isEqualTo("printer: {prot: x}\n");
    }

    @Test
    void the_file_is_the_one_that_the_option_or_the_environment_names() throws IOException {
        Path named = home.resolve("a/b.yaml");
        Path known = home.resolve("c.yaml");
        command.with("PRINTWIRE_CONFIG", known.toString());
        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/")).as(command.err()).isZero();
        assertThat(command.run("webhook", "add", "simple", "--url", "http://127.0.0.1:1/", "--config", named.toString()))
                .as(command.err()).isZero();
        assertThat(known).exists();
        assertThat(named).exists();
        assertThat(command.config()).doesNotExist();
    }
}
