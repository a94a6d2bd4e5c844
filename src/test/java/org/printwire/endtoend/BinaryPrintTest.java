package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.SimulatedPrinterOptions;
import org.printwire.testing.BgcodeEncoder;

/** Binary G-code is printed as the same G-code in text would be. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class BinaryPrintTest {

    @TempDir
    Path folder;

    @Test
    void the_printer_executes_the_lines_of_the_text() throws Exception {
        Path text = Path.of(BinaryPrintTest.class.getResource("/gcode/ps_mk3s_sliver_1mm.gcode").toURI());
        Path binary = binary(text);
        PrintCommand command = new PrintCommand(folder);
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false))) {
            assertThat(command.run(binary, printer.path())).as(command.err()).isZero();
            assertThat(printer.report().printHash()).isEqualTo(Prints.hash(text));
        }
    }

    @Test
    void a_dry_run_says_nothing_against_it() throws Exception {
        PrintCommand command = new PrintCommand(folder);
        assertThat(command.run(binary(Prints.stops()), "/dev/none", "--dry-run")).as(command.err()).isZero();
        assertThat(command.out()).contains("261");
    }

    @Test
    void a_broken_block_ends_the_print_before_it_begins() throws Exception {
        Path binary = binary(Prints.moves(folder, 1000));
        byte[] damaged = Files.readAllBytes(binary);
        damaged[damaged.length - 10] ^= 1;
        Files.write(binary, damaged);
        PrintCommand command = new PrintCommand(folder);
        assertThat(command.run(binary, "/dev/none")).isEqualTo(3);
        assertThat(command.err()).startsWith("printwire: " + binary + ": block ").contains(" (G-code) at byte ", "its checksum is ")
                .hasLineCount(1);
    }

    private Path binary(Path text) throws Exception {
        byte[] bytes = new BgcodeEncoder(3, 2, 1, 4096).encode(Files.readString(text, StandardCharsets.ISO_8859_1));
        return Files.write(folder.resolve("print.bgcode"), bytes);
    }
}
