package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {

    @TempDir
    private Path home;

    private Path file;
    private CommandRun command;

    @BeforeEach
    void setHome() {
        file = home.resolve(".config/printwire/config.yaml");
        command = new CommandRun().with("HOME", home.toString());
    }

    @Test
    void init_writes_a_configuration_that_check_finds_fine() throws IOException {
        assertThat(command.run("config", "init")).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(command.run("config", "check")).as(command.err()).isZero();
        assertThat(command.out()).endsWith(file + ": fine: 0 webhooks, 0 cameras\n");
    }

    @Test
    void init_never_replaces_a_file() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "printer: {baud: 1}");
        assertThat(command.run("config", "init")).isEqualTo(2);
        assertThat(command.err()).contains(file + " is there already");
        assertThat(Files.readString(file)).isEqualTo("printer: {baud: 1}");
    }

    @Test
    void init_writes_where_config_says() {
        Path other = home.resolve("garage.yaml");
        assertThat(command.run("config", "init", "--config", other.toString())).isZero();
        assertThat(other).exists();
        assertThat(file).doesNotExist();
    }

    @Test
    void check_tells_every_problem_with_its_line_and_ends_with_2() throws IOException {
        Path wrong = Files.writeString(home.resolve("w.yaml"), "printer:\n  baud: fast\n  prot: /dev/ttyACM0\n");
        assertThat(command.run("config", "check", "--config", wrong.toString())).isEqualTo(2);
        assertThat(command.err().lines()).hasSize(2)
                .anyMatch(line -> line.startsWith(wrong + ":2: printer.baud"))
                .anyMatch(line -> line.startsWith(wrong + ":3: printer.prot"));
        assertThat(command.out()).isEmpty();
    }

    @Test
    void check_counts_webhooks_and_cameras() throws IOException {
        Path fine = Files.writeString(home.resolve("f.yaml"), """
                cameras: [{name: nozzle, type: test}]
                webhooks:
                  - {id: a, url: 'http://127.0.0.1:1/'}
                  - {id: b, url: 'http://127.0.0.1:2/'}
                """);
        assertThat(command.run("config", "check", "--config", fine.toString())).as(command.err()).isZero();
        assertThat(command.out()).isEqualTo(fine + ": fine: 2 webhooks, 1 camera\n");
    }

    @Test
    void without_a_file_check_says_that_the_defaults_hold() {
        assertThat(command.run("config", "check")).isZero();
        assertThat(command.out()).contains("there is no " + file).contains("printwire config init");
    }

    @Test
    void a_file_that_is_named_and_not_there_is_told() {
        assertThat(command.run("config", "check", "--config", home + "/none.yaml")).isEqualTo(2);
        assertThat(command.err()).contains("none.yaml").contains("does not exist");
    }

    @Test
    void show_covers_secrets() throws IOException {
        Path secret = Files.writeString(home.resolve("s.yaml"),
                "webhooks: [{id: a, url: 'https://hooks.example.invalid/T0/sesame', apiSecret: opensesame}]\n");
        assertThat(command.run("config", "show", "--config", secret.toString())).as(command.err()).isZero();
        assertThat(command.out()).startsWith("# " + secret + "\n").contains("***").doesNotContain("sesame");
    }

    @Test
    void config_alone_is_bad_usage() {
        assertThat(command.run("config")).isEqualTo(2);
        assertThat(command.err()).contains("say init, check or show").contains("Try: printwire config --help");
    }
}
