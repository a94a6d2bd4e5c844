package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.SimulatedPrinterOptions;

/** A receiver's trouble is never the print's: it does not fail, and its end waits no longer than the closing limit. */
@EnabledOnOs(OS.LINUX)
class WebhookTroubleTest {

    @TempDir
    Path folder;

    private PrintCommand command;

    @BeforeEach
    void home() {
        command = new PrintCommand(folder);
    }

    @Test
    @Timeout(40)
    void receivers_that_hang_or_are_down_change_neither_the_print_nor_its_exit_code() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        try (ServerSocket hangs = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant()
                        .withUserDelay(Duration.ofMillis(100)).withBusyInterval(Duration.ofMillis(50)))) {
            String config = Files.writeString(folder.resolve("config.yaml"), """
                    cameras: [{name: picture, type: test}]
                    webhooks:
                      - {id: hanging, url: "http://127.0.0.1:%d/", apiSecret: the-secret, events: [PrintStarted, PrintDone]}
                      - {id: down, url: "http://127.0.0.1:%d/", apiSecret: the-secret, events: [PrintStarted, PrintDone]}
                    """.formatted(hangs.getLocalPort(), closed)).toString();

            assertThat(command.run(Prints.stops(), printer.path(), "--json", "--config", config)).as(command.err()).isZero();

            assertThat(printer.report().printHash()).isEqualTo(Prints.hash(Prints.stops()));
            assertThat(command.eventNames()).endsWith("print.done", "disconnected");
            assertThat(command.err()).contains("4 webhook messages not delivered yet, kept for the next print; to send them now: printwire webhook flush",
                    "webhook down: 0 delivered, ", "2 waiting")
                    .doesNotContain("the-secret");
        }
    }
}
