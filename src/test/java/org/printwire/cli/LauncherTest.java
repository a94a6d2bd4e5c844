package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** scripts/printwire in a made-up checkout, with a made-up Maven and Java that write down how they were called. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path checkout;
    private Path tools;

    /** How a script ended. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(checkout.resolve("src/main"));
        Files.createDirectories(checkout.resolve("profiles"));
        Files.createDirectories(checkout.resolve("scripts"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            for (Path script : scripts.toList()) {
                Files.copy(script, checkout.resolve("scripts").resolve(script.getFileName()));
            }
        }
        java(tools.resolve("jdk"), "17.0.1");
        program(tools.resolve("mvn"), "echo \"mvn $*\" >>'" + folder + "/calls'",
                "mkdir -p target", "echo jar >target/printwire.jar");
    }

    @Test
    void the_first_call_builds_and_passes_its_arguments_on() throws Exception {
        Ended ended = launch("send", "M117 two words");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualTo("java 17.0.1 [send] [M117 two words]\n");
        assertThat(ended.err()).isEqualTo("printwire: building printwire (once)...\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void the_second_call_does_not_build() throws Exception {
        launch();
        Ended ended = launch("ports");
        assertThat(ended.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_newer_source_is_built() throws Exception {
        launch();
        Path source = Files.writeString(checkout.resolve("src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void two_at_once_build_once() throws Exception {
        program(tools.resolve("mvn"), "echo \"mvn $*\" >>'" + folder + "/calls'", "sleep 0.2",
                "mkdir -p target", "echo jar >target/printwire.jar");
        List<Process> both = List.of(start("one"), start("two"));
        for (Process process : both) {
            assertThat(end(process).code()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_failing_build_shows_its_errors_and_names_the_log() throws Exception {
        program(tools.resolve("mvn"), "echo noise", "echo '[ERROR] Streamer.java:[3,1] no such symbol'", "exit 1");
        Ended ended = launch();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("[ERROR] Streamer.java:[3,1] no such symbol")
                .contains("the build failed; all of it is in " + checkout + "/target/build.log")
                .doesNotContain("noise");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void after_a_failed_build_the_next_call_builds_again() throws Exception {
        program(tools.resolve("mvn"), "echo \"mvn\" >>'" + folder + "/calls'", "exit 1");
        launch();
        launch();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void it_works_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("pw"), checkout.resolve("scripts/printwire"));
        assertThat(end(start(link)).out()).startsWith("java 17.0.1");
    }

    @Test
    void a_java_that_is_too_old_is_passed_over() throws Exception {
        java(folder.resolve("old"), "11.0.2");
        launch();
        ProcessBuilder builder = builder(checkout.resolve("scripts/printwire"));
        builder.environment().put("JAVA_HOME", folder.resolve("old").toString());
        builder.environment().put("PATH", tools.resolve("jdk/bin") + ":" + builder.environment().get("PATH"));
        assertThat(end(builder.start()).out()).startsWith("java 17.0.1");
    }

    private Ended launch(String... arguments) throws Exception {
        return end(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        return start(checkout.resolve("scripts/printwire"), arguments);
    }

    private Process start(Path script, String... arguments) throws IOException {
        return builder(script, arguments).start();
    }

    private ProcessBuilder builder(Path script, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
        builder.environment().put("JAVA_HOME", tools.resolve("jdk").toString());
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        return builder;
    }

    private static Ended end(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private long builds() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("calls"))) {
            return lines.count();
        }
    }

    /** A JDK that only says which one it is, and its arguments after the main class. */
    private static void java(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"));
        program(home.resolve("bin/java"),
                "while [ $# -gt 0 ] && [ \"$1\" != org.printwire.cli.Main ]; do shift; done",
                "[ $# -gt 0 ] || exit 0", "shift", "printf 'java " + version + "'",
                "for a in \"$@\"; do printf ' [%s]' \"$a\"; done", "echo");
    }

    private static void program(Path path, String... lines) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
