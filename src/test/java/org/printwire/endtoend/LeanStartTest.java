package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.sim.SimulatedPrinterOptions;

/** Whoever has no webhook pays for none: a JVM of its own says which classes it has loaded. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class LeanStartTest {

    private static final long LIMIT_SECONDS = 60;
    private static final List<String> OF_WEBHOOKS =
            List.of("org.sqlite.", "okhttp3.", "okio.", "kotlin.", "com.fasterxml.jackson.databind.", "javax.imageio.",
                    "org.printwire.http.HttpRoom", "org.printwire.json.", "org.printwire.store.Sqlite");
    private static final String YAML = "com.fasterxml.jackson.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "ports", "webhook --help", "webhook test --help", "status --help"})
    void a_command_without_webhooks_loads_nothing_of_theirs(String words) throws Exception {
        assertThat(loaded(words.split(" "))).filteredOn(name -> isOfWebhooks(name) || name.startsWith(YAML)).isEmpty();
    }

    /** It reads YAML all the same, the printer's profile, and keeps a history, with SQLite but without JSON. */
    @Test
    void a_print_without_webhooks_loads_nothing_that_is_theirs_alone() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant())) {
            assertThat(loaded("print", Prints.moves(folder, 30).toString(), "--port", printer.path()))
                    .filteredOn(name -> isOfWebhooks(name) && !name.startsWith("org.sqlite.")
                            && !name.startsWith("org.printwire.store.SqliteDriver")).isEmpty();
        }
        assertThat(folder.resolve(".local/share/printwire/printwire.db")).doesNotExist();
        assertThat(folder.resolve(".local/share/printwire/history.db")).exists();
    }

    /** So that the test would see them. */
    @Test
    void flush_loads_what_it_needs() throws Exception {
        Path config = Files.createDirectories(folder.resolve(".config/printwire")).resolve("config.yaml");
        Files.writeString(config, "webhooks: [{id: a, url: 'http://127.0.0.1:1/'}]\n");
        assertThat(loaded("webhook", "flush")).contains("org.printwire.http.HttpRoom")
                .anyMatch(name -> name.startsWith("org.sqlite.")).anyMatch(name -> name.startsWith(YAML));
    }

    private List<String> loaded(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path said = folder.resolve("said.log");
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:class+load=info:file=" + log + ":none", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "org.printwire.cli.Main"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("PRINTWIRE_"));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            List<String> names = lines.map(line -> line.split(" ", 2)[0]).toList();
            assertThat(names).as("the log of the classes").contains("org.printwire.cli.Main");
            return names;
        }
    }

    private static boolean isOfWebhooks(String name) {
        return OF_WEBHOOKS.stream().anyMatch(name::startsWith);
    }
}
