package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a new user gets wrong, each told in one clear line, with the right exit code and before a port is opened. */
class BadInputTest {

    private static final String GOOD = "G28\nG1 X1\n";

    @TempDir
    Path folder;

    /** The name of a case, what the file holds, the exit code and what the line says after the file's name. */
    private record Case(String name, byte[] content, String says) {
        Case(String name, String content, String says) {
            this(name, content.getBytes(StandardCharsets.ISO_8859_1), says);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_file_that_cannot_be_printed_ends_with_3() {
        return Stream.of(
                new Case("empty.gcode", "", " is empty; export it from the slicer again"),
                new Case("cube.bgcode", "GCDE\1\0\0\0\1\0", ": the binary G-code has no G-code, it ends at byte 10"),
                new Case("renamed.gcode", "GCDE\1\0\0\0\1\0\3\0\0\0", ": block 1 at byte 10 of the binary G-code is broken: "),
                new Case("photo.gcode", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, (byte) 0xF0, (byte) 0x9F, 3, 4, 5, 6},
                        " is no G-code"),
                new Case("letter.gcode", "Dear printer,\n", " is no G-code: no line is a G, M or T command"),
                new Case("notes.gcode", "; nothing else\n", " has no commands, only comments and blank lines"),
                new Case("long.gcode", "G28\nG1 X1" + "0".repeat(100) + "\n", ":2: line 2 is too long: "))
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    Path file = Files.write(folder.resolve(bad.name()), bad.content());
                    assertRefused(3, "printwire: " + file + bad.says(), file.toString(), "--port", "/dev/ttyACM0");
                }));
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_ends_with_3() {
        assertRefused(3, "printwire: " + folder.resolve("x.gcode") + " does not exist; check the name and the folder",
                folder.resolve("x.gcode").toString());
        assertRefused(3, "printwire: " + folder + " is a directory; name a G-code file in it", folder.toString());
    }

    @Test
    void a_file_that_may_not_be_read_ends_with_3() throws IOException {
        Path file = good();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(file), "root reads everything");
        assertRefused(3, "printwire: " + file + " may not be read by this user", file.toString());
    }

    @TestFactory
    Stream<DynamicTest> a_configuration_with_a_mistake_ends_with_2_and_names_file_line_and_remedy() {
        return Stream.of(
                new Case("bad.yaml", "webhooks: [\n  - a: {\n", ":2: "),
                new Case("unknown.yaml", "printer:\n  prot: /dev/ttyACM0\n", ":2: printer.prot: is not a key here; write port"),
                new Case("profile.yaml", "printer:\n  profile: prusa-mk3\n",
                        ":2: printer.profile: there is no profile 'prusa-mk3'; write one of ender-3, generic-marlin"),
                new Case("baud.yaml", "printer: {baud: fast}\n", ":1: printer.baud: must be a whole number, not a text"),
                new Case("latin.yaml", "printer: {port: \"\u00ff\"}\n", ": is not UTF-8 text; save it as UTF-8"))
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    Path file = Files.write(folder.resolve(bad.name()), bad.content());
                    assertRefused(2, file + bad.says(), good().toString(), "--config", file.toString());
                }));
    }

    @Test
    void a_configuration_or_profile_that_is_not_there_ends_with_2() throws IOException {
        assertRefused(2, folder.resolve("no.yaml") + ": does not exist; name another one with --config",
                good().toString(), "--config", folder.resolve("no.yaml").toString());
        assertRefused(2, "printer profile: prusa-mk3: there is none of this name; write prusa-mk3s, or the path",
                good().toString(), "--printer", "prusa-mk3");
    }

    @TestFactory
    Stream<DynamicTest> a_baud_rate_that_is_none_ends_with_2() {
        return Stream.of("fast", "-1", "0", "115200.5").map(rate -> DynamicTest.dynamicTest(rate, () ->
                assertRefused(2, "printwire: --baud " + rate + " is no rate: write a number such as 115200 or 250000, or auto",
                        good().toString(), "--baud", rate)));
    }

    @Test
    void a_log_folder_that_cannot_be_made_ends_with_2_and_says_why() throws IOException {
        Path file = good();
        assertRefused(2, "printwire: the folder " + file.resolve("log") + " cannot be made (",
                file.toString(), "--data-dir", file.toString());
    }

    @Test
    void a_silent_printer_ends_with_4() throws IOException {
        CommandRun command = new CommandRun().with(new ScriptedFirmware(line -> List.of()));
        assertThat(print(command)).isEqualTo(4);
        assertThat(command.err()).isEqualTo("printwire: /dev/ttyTEST: the printer is silent: nothing was heard in 20 s."
                + " Is it switched on, and is this its port?\n");
    }

    @Test
    void noise_instead_of_answers_ends_with_4_and_points_to_the_baud_rate() throws IOException {
        CommandRun command = new CommandRun().with(new ScriptedFirmware(line -> List.of("x\u00f8\u0080x\u00fe<", "f\u0086\u00e0")));
        assertThat(print(command)).isEqualTo(4);
        assertThat(command.err().lines()).singleElement().asString().startsWith("printwire: /dev/ttyTEST: only noise is heard")
                .endsWith("the baud rate is probably wrong. Try --baud auto, 115200 or 250000");
    }

    @Test
    void a_port_that_is_not_there_ends_with_4() throws IOException {
        CommandRun command = new CommandRun();
        assertThat(print(command, "--port", "/dev/missing")).isEqualTo(4);
        assertThat(command.err()).isEqualTo("printwire: there is no serial port '/dev/missing'\n");
    }

    @Test
    void a_port_that_cannot_be_opened_leaves_no_empty_log() throws IOException {
        print(new CommandRun(), "--port", "/dev/missing");
        assertThat(folder.resolve("log")).isEmptyDirectory();
    }

    @Test
    void the_log_says_what_the_screen_said_of_a_printer_that_does_not_answer() throws IOException {
        CommandRun command = new CommandRun().with(new ScriptedFirmware(line -> List.of()));
        print(command);
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            assertThat(logs).singleElement().satisfies(log -> assertThat(log).content().contains("the printer is silent"));
        }
    }

    private int print(CommandRun command, String... options) throws IOException {
        return command.run(Stream.concat(
                Stream.of("print", good().toString(), "--quiet", "--data-dir", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Path good() throws IOException {
        return Files.writeString(folder.resolve("good.gcode"), GOOD);
    }

    private static void assertRefused(int code, String line, String... arguments) {
        CommandRun command = new CommandRun();
        int result = command.run(Stream.concat(Stream.of("print"), Stream.of(arguments)).toArray(String[]::new));
        assertThat(command.err().lines()).singleElement().asString().startsWith(line);
        assertThat(result).isEqualTo(code);
        assertThat(command.out()).isEmpty();
        assertThat(command.openedName()).as("no port is opened").isEqualTo("(none)");
    }
}
