package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.json.Json;
import org.printwire.sim.SimulatedPrinterOptions;
import sun.misc.Signal;

/** Prints from the command line to the printer, and what receivers get of them, then or later. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class WebhookPrintsTest {

    private static final int LAYERS = 10;

    @TempDir
    Path folder;

    @Test
    void what_a_receiver_missed_goes_out_with_a_flush_in_order_and_as_it_was_then() throws Exception {
        int port = freePort();
        String config = config("""
                cameras: [{name: picture, type: test}]
                delivery: {finish: 4s}
                webhooks:
                  - id: hook
                    url: http://127.0.0.1:%d/
                    events: [PrintStarted, ColorChangeWaiting, PrintDone]
                    data: {topic: "@topic", at: "@currentTime", state: "@state.text", file: "@job.file.name", picture: "@snapshot"}
                """.formatted(port));
        PrintCommand print = new PrintCommand(folder);
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            assertThat(print.run(layers(), printer.path(), "--config", config)).as(print.out()).isZero();
        }
        Instant over = Instant.now();
        assertThat(print.out()).contains("4 webhook messages not delivered yet, kept for the next print; to send them now:"
                + " printwire webhook flush");

        try (BodyReceiver receiver = BodyReceiver.at(port)) {
            PrintCommand flush = new PrintCommand(folder);
            assertThat(flush.command(List.of("webhook", "flush", "--config", config)).get(30, TimeUnit.SECONDS))
                    .as(flush.out() + flush.err()).isZero();
            assertThat(flush.out()).contains("webhook hook: 4 delivered").endsWith("nothing waits\n");
            List<FormParts> forms = new ArrayList<>();
            receiver.all().forEach(request -> forms.add(FormParts.of(request)));
            assertThat(forms).extracting(form -> form.text("topic"))
                    .containsExactly("Print Started", "Message Fired", "Color Change Waiting", "Print Done");
            assertThat(forms).allSatisfy(form -> {
                assertThat(form.text("file")).isEqualTo("layers.gcode");
                assertThat(Long.parseLong(form.text("at"))).isLessThanOrEqualTo(over.getEpochSecond());
                assertThat(form.file()).as("the picture of then").startsWith(0xFF, 0xD8, 0xFF);
            });
            assertThat(forms.get(0).text("state")).isEqualTo("Starting");
            assertThat(forms.get(0).file()).isNotEqualTo(forms.get(3).file());
        }
    }

    @Test
    void the_next_print_delivers_first_what_the_last_one_could_not() throws Exception {
        int port = freePort();
        String config = config("""
                delivery: {finish: 1s}
                webhooks:
                  - id: hook
                    url: http://127.0.0.1:%d/
                    events: [PrintStarted, PrintDone]
                    data: {topic: "@topic", file: "@job.file.name"}
                """.formatted(port));
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            assertThat(new PrintCommand(folder).run(layers(), printer.path(), "--config", config)).isZero();
        }
        try (BodyReceiver receiver = BodyReceiver.at(port); PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            Path other = Prints.moves(folder, 30);
            assertThat(new PrintCommand(folder).run(other, printer.path(), "--config", config)).isZero();

            assertThat(receiver.all()).extracting(request -> Json.parseObject(request.getBody().utf8()).values().toString())
                    .containsExactly("[Print Started, layers.gcode]", "[Message Fired, layers.gcode]",
                            "[Print Done, layers.gcode]", "[Print Started, moves.gcode]", "[Print Done, moves.gcode]");
        }
    }

    @Test
    void layers_progress_messages_of_the_file_and_color_changes_come_in_order() throws Exception {
        try (BodyReceiver receiver = BodyReceiver.open(); PrinterAtTerminal printer = PrinterAtTerminal.open(instant())) {
            String config = config("""
                    webhooks:
                      - id: hook
                        url: http://%s/
                        events: [PrintStarted, Layer, PrintProgress, ColorChangePending, ColorChangeWaiting, ColorChangeDone, PrintDone]
                        layerInterval: 2
                        progressInterval: 10
                        data: {topic: "@topic", message: "@message", percent: "@percentCompleteMilestone", layer: "@extra.layer"}
                    """.formatted(receiver.site()));
            PrintCommand print = new PrintCommand(folder);
            assertThat(print.run(layers(), printer.path(), "--config", config)).as(print.out()).isZero();

            List<Map<String, Object>> kept = deliveries();
            List<String> made = kept.stream().map(each -> each.get("topic").toString()).toList();
            assertThat(made).startsWith("Print Started").endsWith("Print Done")
                    .containsSubsequence("Message Fired", "Color Change Waiting", "Color Change Done")
                    .containsSubsequence("Color Change Pending", "Color Change Waiting");
            assertThat(made.stream().filter("Layer"::equals)).as("layers 2, 4, 6 and 8 of 10").hasSize(4);
            assertThat(made.stream().filter("Print Progress"::equals)).hasSizeBetween(8, 10);
            assertThat(receiver.topics()).as("what a newer one replaced is not sent, all else in order").isEqualTo(
                    kept.stream().filter(each -> each.get("state").equals("delivered"))
                            .map(each -> each.get("topic").toString()).toList());
            assertThat(kept).extracting(each -> each.get("state")).containsOnly("delivered", "replaced");
            assertThat(kept.stream().filter(each -> each.get("state").equals("replaced")))
                    .allSatisfy(each -> assertThat(each.get("topic")).isIn("Layer", "Print Progress"));
            List<Map<String, Object>> bodies = receiver.all().stream()
                    .map(request -> Json.parseObject(request.getBody().utf8())).toList();
            assertThat(bodies).filteredOn(body -> body.get("topic").equals("Message Fired"))
                    .extracting(body -> body.get("message")).containsExactly("half of it is done");
            assertThat(bodies.stream().filter(body -> body.get("topic").equals("Print Progress"))
                    .map(body -> ((Number) body.get("percent")).intValue())).isSorted().allMatch(percent -> percent % 10 == 0);
            assertThat(bodies.stream().filter(body -> body.get("topic").equals("Layer"))
                    .map(body -> ((Number) body.get("layer")).intValue())).isSorted().allMatch(layer -> layer % 2 == 0);
        }
    }

    @Test
    void a_print_waits_for_the_printer_to_cool_down_if_a_webhook_wants_to_hear_of_it() throws Exception {
        Path warm = Files.writeString(folder.resolve("warm.gcode"), "M140 S60\nM104 S200\nM190 S60\nM109 S200\nG28\n"
                + "G1 X10 F6000\nM104 S0\nM140 S0\n");
        try (BodyReceiver receiver = BodyReceiver.open(); PrinterAtTerminal printer = PrinterAtTerminal.open(
                SimulatedPrinterOptions.mk3s().withTimeScale(0.02).withBootMillis(0))) {
            String config = config("""
                    webhooks:
                      - id: hook
                        url: http://%s/
                        events: [PrintDone, CooledDown, Disconnected]
                        data: {topic: "@topic", extra: "@extra"}
                    """.formatted(receiver.site()));
            PrintCommand print = new PrintCommand(folder);
            assertThat(print.run(warm, printer.path(), "--config", config)).as(print.out()).isZero();

            assertThat(receiver.topics()).containsExactly("Print Done", "Cooled Down", "Disconnected");
            Map<?, ?> extra = (Map<?, ?>) Json.parseObject(receiver.all().get(1).getBody().utf8()).get("extra");
            assertThat(((Number) extra.get("bed")).doubleValue()).isLessThan(40);
            assertThat(((Number) extra.get("tool0")).doubleValue()).isLessThan(50);
        }
    }

    @Test
    void a_cancelled_print_has_failed_for_those_who_know_no_cancel_and_is_cancelled_for_the_others() throws Exception {
        try (BodyReceiver receiver = BodyReceiver.open(); PrinterAtTerminal printer = PrinterAtTerminal.open(
                SimulatedPrinterOptions.mk3s().withResetsOnOpen(false).withTimeScale(0.2))) {
            String config = config("""
                    webhooks:
                      - id: plain
                        url: http://%1$s/plain
                        data: {topic: "@topic", reason: "@extra.reason"}
                      - id: knows
                        url: http://%1$s/knows
                        events: [PrintFailed, PrintCancelled]
                        data: {topic: "@topic", reason: "@extra.reason"}
                    """.formatted(receiver.site()));
            PrintCommand print = new PrintCommand(folder);
            CompletableFuture<Integer> code = print.start(Prints.moves(folder, 20_000), printer.path(), "--config", config);
            await().atMost(30, TimeUnit.SECONDS).until(() -> printer.report().printLines() > 50);

            Signal.raise(new Signal("INT"));

            assertThat(code.get(40, TimeUnit.SECONDS)).isEqualTo(5);
            assertThat(receiver.at("/plain").stream().map(request -> request.getBody().utf8())).last()
                    .isEqualTo("{\"topic\":\"Print Failed\",\"reason\":\"cancelled\"}");
            assertThat(receiver.at("/knows").stream().map(request -> request.getBody().utf8())).singleElement()
                    .asString().startsWith("{\"topic\":\"Print Cancelled\"");
        }
    }

    private List<Map<String, Object>> deliveries() throws Exception {
        PrintCommand list = new PrintCommand(folder);
        assertThat(list.command(List.of("webhook", "deliveries", "--json", "--limit", "1000")).get(30, TimeUnit.SECONDS)).isZero();
        List<Map<String, Object>> all = new ArrayList<>(list.events());
        Collections.reverse(all);
        return all;
    }

    private String config(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml).toString();
    }

    private static SimulatedPrinterOptions instant() {
        return SimulatedPrinterOptions.mk3s().instant().withUserDelay(Duration.ofMillis(100))
                .withBusyInterval(Duration.ofMillis(50));
    }

    /** Ten layers, a tenth of the print each; a message after the fifth, a colour change after the sixth. */
    private Path layers() throws IOException {
        List<String> lines = new ArrayList<>(List.of("G90", "M83"));
        for (int layer = 1; layer <= LAYERS; layer++) {
            lines.addAll(List.of("M73 P" + (layer - 1) * 10 + " R" + (LAYERS - layer), "G1 Z" + layer * 0.2));
            for (int i = 0; i < 20; i++) {
                lines.add("G1 X" + (50 + i) + " Y" + (50 + layer) + " E0.1");
            }
            if (layer == 5) {
                lines.add("@webhook hook half of it is done");
            }
            if (layer == 6) {
                lines.add("M600");
            }
        }
        lines.add("M73 P100 R0");
        return Files.write(folder.resolve("layers.gcode"), lines);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
