package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.SimulatedPrinterOptions;

/** Three colour changes and two pauses, from the command line to the printer and to a webhook receiver. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class StopsAndWebhooksTest {

    private static final Set<String> STOPS = Set.of("color.change.waiting", "color.change.done", "print.paused", "print.resumed");

    @TempDir
    Path folder;

    private PrintCommand command;

    @BeforeEach
    void home() {
        command = new PrintCommand(folder);
    }

    @Test
    void every_stop_is_one_episode_with_one_webhook_and_the_print_goes_on_by_itself() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant()
                .withUserDelay(Duration.ofMillis(400)).withBusyInterval(Duration.ofMillis(50)));
                ReceivedWebhooks webhooks = ReceivedWebhooks.open(folder)) {
            int code = command.run(Prints.stops(), printer.path(), "--json", "--config", webhooks.configuration(folder,
                    "PrintStarted, PrintDone, PrintFailed, PrintPaused, PrintResumed, ColorChangeWaiting, ColorChangeDone,"
                            + " UserActionNeeded, Error"));

            assertThat(code).as(command.err()).isZero();
            assertThat(printer.report().printHash()).isEqualTo(Prints.hash(Prints.stops()));
            assertThat(command.eventNames()).startsWith("connected", "firmware.identified", "print.started")
                    .endsWith("print.done", "disconnected");
            assertThat(command.events()).allSatisfy(event ->
                    assertThat(Instant.parse(event.get("time").toString())).isNotNull());
            assertThat(sequence()).isEqualTo(IntStream.rangeClosed(1, sequence().size()).boxed().toList());
            assertThat(command.err()).as("what people read is not on standard output").startsWith("printwire: log: " + folder);
            assertThat(command.eventNames().stream().filter(STOPS::contains)).containsExactly(
                    "color.change.waiting", "color.change.done", "print.paused", "print.resumed",
                    "color.change.waiting", "color.change.done", "print.paused", "print.resumed",
                    "color.change.waiting", "color.change.done");
            assertThat(webhooks.topics()).containsExactly("Print Started",
                    "Color Change Waiting", "Color Change Done", "Print Paused", "Print Resumed",
                    "Color Change Waiting", "Color Change Done", "Print Paused", "Print Resumed",
                    "Color Change Waiting", "Color Change Done", "Print Done");
            assertThat(webhooks.all()).allSatisfy(hook -> assertThat(hook.width()).isPositive());
        }
    }

    @Test
    void a_webhook_of_the_plugins_defaults_hears_each_colour_change_as_user_action_needed() throws Exception {
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant()
                .withUserDelay(Duration.ofMillis(150)).withBusyInterval(Duration.ofMillis(50)));
                ReceivedWebhooks webhooks = ReceivedWebhooks.open(folder)) {
            int code = command.run(Prints.stops(), printer.path(), "--config", webhooks.configuration(folder,
                    "PrintStarted, PrintDone, PrintFailed, PrintPaused, UserActionNeeded, Error"));

            assertThat(code).as(command.out()).isZero();
            assertThat(webhooks.topics()).containsExactly("Print Started", "User Action Needed", "Print Paused",
                    "User Action Needed", "Print Paused", "User Action Needed", "Print Done");
        }
    }

    private List<Integer> sequence() {
        return command.events().stream().map(event -> ((Number) event.get("seq")).intValue()).toList();
    }
}
