package org.printwire.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.json.Json;
import org.printwire.sim.SimulatedPrinterOptions;

/** A print on the simulated printer with a picture of each layer by the test camera, and the film of them. */
@Timeout(120)
class TimelapsePrintTest {

    private static final int LAYERS = 12;

    @TempDir
    Path folder;

    @Test
    void there_is_a_picture_of_each_layer_and_a_film_of_all() throws Exception {
        PrintCommand print = print("format: gif");

        assertThat(print.eventNames()).containsSubsequence("layer.done", "print.done", "timelapse.done");
        Map<String, Object> film = print.events().stream().filter(event -> event.get("event").equals("timelapse.done"))
                .findFirst().orElseThrow();
        assertThat(film.get("frames")).isEqualTo(LAYERS);
        assertThat(Path.of(film.get("movie").toString())).isNotEmptyFile();
        assertThat(Path.of(film.get("poster").toString())).isNotEmptyFile();
        assertThat(pictures()).hasSize(LAYERS).allSatisfy(name -> assertThat(name).matches("frame-\\d{6}-layer-\\d+\\.jpg"));
        assertThat(pictures().get(LAYERS - 1)).isEqualTo("frame-000011-layer-12.jpg");
    }

    @Test
    void with_the_head_parked_between_the_layers_too() throws Exception {
        PrintCommand print = print("format: gif, park: [G1 E-0.8 F2100, G1 X0 Y200 F9000], dwell: 100");

        assertThat(print.eventNames()).contains("timelapse.done");
        assertThat(pictures()).hasSize(LAYERS);
    }

    @Test
    void the_command_lists_shows_and_renders() throws Exception {
        print("render: false");
        PrintCommand list = new PrintCommand(folder);
        assertThat(list.command(List.of("timelapse", "list", "--json")).get(60, TimeUnit.SECONDS)).isZero();
        Map<String, Object> listed = Json.parseObject(list.out().strip());
        assertThat(listed).containsEntry("pictures", LAYERS).doesNotContainKey("movie").containsEntry("ended", "done");

        PrintCommand render = new PrintCommand(folder);
        assertThat(render.command(List.of("timelapse", "render", listed.get("id").toString(), "--format", "gif"))
                .get(60, TimeUnit.SECONDS)).as(render.err()).isZero();
        PrintCommand show = new PrintCommand(folder);
        show.command(List.of("timelapse", "show", listed.get("id").toString(), "--json")).get(60, TimeUnit.SECONDS);
        assertThat(Json.parseObject(show.out().strip())).containsEntry("frames", LAYERS);
    }

    /** Skipped where ffmpeg is not installed. */
    @Test
    void with_ffmpeg_the_film_is_an_mp4_and_the_pictures_are_gone() throws Exception {
        assumeTrue(has("ffmpeg"), "ffmpeg is not installed: no MP4 is made here");
        PrintCommand print = print("format: mp4");

        assertThat(print.out()).contains("timelapse.done", ".mp4");
        assertThat(pictures()).isEmpty();
    }

    private PrintCommand print(String settings) throws Exception {
        String config = Files.writeString(folder.resolve("config.yaml"), """
                cameras: [{name: bars, type: test}]
                timelapse: {mode: layer, %s}
                """.formatted(settings)).toString();
        PrintCommand print = new PrintCommand(folder);
        try (PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant())) {
            assertThat(print.run(file(), printer.path(), "--json", "--config", config)).as(print.err()).isZero();
        }
        return print;
    }

    private Path file() throws IOException {
        List<String> lines = new ArrayList<>(List.of("G90", "M83", "G28"));
        for (int layer = 1; layer <= LAYERS; layer++) {
            lines.add("G1 Z" + layer * 2 / 10.0 + " F600");
            for (int move = 0; move < 30; move++) {
                lines.add("G1 X" + (50 + move % 2 * 20) + " Y" + (60 + move / 10.0) + " E0.4 F1200");
            }
        }
        return Files.write(folder.resolve("layers.gcode"), lines);
    }

    private List<String> pictures() throws IOException {
        Path home = folder.resolve(".local/share/printwire/timelapse");
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("frame-")).sorted().toList();
        }
    }

    private static boolean has(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "-version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
