package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.Faults;
import org.printwire.sim.SimulatedPrinterOptions;
import sun.misc.Signal;

/** How a print ends when the cable or the printer or the user ends it, and that line noise ends none. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class FaultsAndEndsTest {

    @TempDir
    Path folder;

    private PrintCommand command;

    @BeforeEach
    void home() {
        command = new PrintCommand(folder);
    }

    /** The profile's short patience makes the test quick: a lost answer costs the printer's 3 s otherwise. */
    @Test
    void a_bad_cable_costs_time_but_no_line() throws Exception {
        Path file = Prints.moves(folder, 150);
        Path patience = Files.writeString(folder.resolve("impatient.yaml"), "title: impatient\nanswerLimit: 1s\n");
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("corrupt-in=0.01", "corrupt-out=0.01",
                "lost-ok=0.01", "lost-line=0.01", "duplicated-line=0.01", "noise=0.01").withSeed(3))) {
            assertThat(command.run(file, printer.path(), "--printer", patience.toString())).as(command.err()).isZero();
            assertThat(printer.report().printHash()).isEqualTo(Prints.hash(file));
            assertThat(printer.report().faults()).as("faults injected").hasSizeGreaterThan(2);
        }
    }

    @Test
    void an_unplugged_printer_is_a_lost_connection_and_the_webhook_says_so() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("unplug-at=100"));
                ReceivedWebhooks webhooks = ReceivedWebhooks.open(folder)) {
            String configuration = webhooks.configuration(folder, "PrintStarted, PrintDone, PrintFailed, Error");
            Files.writeString(Path.of(configuration), "printer: {reconnect: 0s}\n", StandardOpenOption.APPEND);
            int code = command.run(Prints.moves(folder, 300), printer.path(), "--config", configuration);

            assertThat(code).as(command.out()).isEqualTo(7);
            assertThat(command.out()).containsPattern("print failed at \\d+%: " + printer.path() + " is gone: unplugged");
            assertThat(webhooks.topics()).containsExactly("Print Started", "Print Failed");
        }
    }

    @Test
    void a_file_for_another_printer_than_the_one_that_answers_is_not_begun_unless_forced() throws Exception {
        Path file = Files.writeString(folder.resolve("mk25.gcode"), "M862.3 P \"MK2.5S\"\nG28\nG1 X10 F6000\n");
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            assertThat(command.run(file, printer.path())).isEqualTo(3);
            assertThat(command.err()).contains("it is made for a MK2.5S, and the printer says that it is a Prusa i3 MK3S");
            assertThat(command.run(file, printer.path(), "--force")).as(command.err()).isZero();
            assertThat(printer.report().printHash()).as("once, by the second").isEqualTo(Prints.hash(file));
        }
    }

    @Test
    void a_printer_that_resets_has_lost_its_print() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("reset-at=100"))) {
            assertThat(command.run(Prints.moves(folder, 300), printer.path(), "--json")).as(command.out()).isEqualTo(1);
            assertThat(failure()).containsEntry("reason", "printerReset");
            assertThat(command.eventNames()).contains("printer.reset");
            assertThat(printer.report().printLines()).as("nothing is sent to a printer that has lost its place")
                    .isLessThan(150);
        }
    }

    @Test
    void a_printer_that_kills_itself_is_a_fatal_error_with_its_reason() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("error-at=100:MINTEMP triggered, system stopped!"));
                ReceivedWebhooks webhooks = ReceivedWebhooks.open(folder)) {
            int code = command.run(Prints.moves(folder, 300), printer.path(), "--config",
                    webhooks.configuration(folder, "PrintStarted, PrintDone, PrintFailed, Error"));

            assertThat(code).as(command.out()).isEqualTo(6);
            assertThat(command.out()).contains("MINTEMP");
            assertThat(webhooks.topics()).containsExactly("Print Started", "Error", "Print Failed");
        }
    }

    /** At its first line, which is a question of the connection. */
    @Test
    void a_printer_that_stops_before_the_print_begins_is_a_fatal_error_too() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant("mintemp-at=1"))) {
            int code = command.run(Prints.moves(folder, 30), printer.path());

            assertThat(code).as(command.out()).isEqualTo(6);
            assertThat(command.err()).contains("the printer has stopped: 0: Heaters switched off. MINTEMP triggered! - Printer"
                    + " stopped due to errors. Supervision required.");
        }
    }

    @Test
    void ctrl_c_cancels_with_the_cancel_script_and_its_own_exit_code() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().withResetsOnOpen(false)
                .withTimeScale(0.2))) {
            CompletableFuture<Integer> code = command.start(Prints.moves(folder, 20_000), printer.path(), "--json");
            await().atMost(20, TimeUnit.SECONDS).until(() -> printer.report().printLines() > 50);

            Signal.raise(new Signal("INT"));

            assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(5);
            assertThat(command.eventNames()).contains("print.cancelled").doesNotContain("print.done", "print.failed");
            assertThat(command.err()).contains("cancelling: heaters off, parking. Ctrl-C again is the emergency stop");
            assertThat(printer.executed()).endsWith("M603", "M104 S0", "M140 S0", "M107");
        }
    }

    private Map<String, Object> failure() {
        return command.events().stream().filter(event -> event.get("event").equals("print.failed")).findFirst().orElseThrow();
    }

    private static SimulatedPrinterOptions instant(String... faults) {
        return SimulatedPrinterOptions.mk3s().instant().withResetsOnOpen(false)
                .withFaults(Faults.parse(faults));
    }
}
