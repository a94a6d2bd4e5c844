package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.json.Json;

class InfoTest {

    private static final String SAMPLES = "src/test/resources/gcode/";

    private final CommandRun command = new CommandRun();

    @TempDir
    private Path folder;

    @Test
    void a_person_is_told_time_filament_and_stops() {
        assertThat(command.run("info", SAMPLES + "ps_mk3s_cube20_M600_M601.gcode")).isZero();
        assertThat(command.out()).contains("PrusaSlicer 2.5.0", "28 min 57 s by the slicer, 29 min 0 s in silent mode",
                "100 of 0.20 mm", "T0 PLA: 1.27 m, 3.7 g", "at Z 2.40: filament change to #FF0000 (M600, line 2550)",
                "nozzle 215 °C").doesNotContain("warning");
    }

    @Test
    void json_has_what_the_contract_says() {
        assertThat(command.run("info", "--json", SAMPLES + "ps_mk3s_cube20_M600_M601.gcode")).isZero();
        Map<String, Object> json = Json.parseObject(command.out());
        assertThat(json).containsEntry("sha256", "68486f705231045a9575e149da4ade827749f9415c94ef714408e2275f2c4600")
                .containsEntry("bytes", 648802).containsEntry("commands", 22654).containsEntry("layers", 100)
                .containsEntry("slicer", Map.of("name", "PrusaSlicer", "version", "2.5.0"))
                .containsEntry("z", Map.of("min", 0.2, "max", 20.0)).containsEntry("m73", Map.of("count", 313));
        assertThat(((List<?>) json.get("pauses")).get(0)).isEqualTo(Map.of("command", "M600", "line", 2550,
                "commandIndex", 2311, "z", 2.4, "kind", "colorChange", "color", "#FF0000"));
        assertThat((List<?>) json.get("warnings")).isEmpty();
    }

    @Test
    void the_largest_picture_is_written() throws IOException {
        Path out = folder.resolve("out.png");
        assertThat(command.run("info", "--thumbnail", out.toString(),
                SAMPLES + "psgui_mk3s_slab_qoi_0.2mm_PLA_MK3S_11m.gcode")).isZero();
        assertThat(Files.size(out)).isEqualTo(5520);
        assertThat(command.err()).contains("is a QOI picture");
    }

    @Test
    void a_file_without_pictures_or_that_is_missing_is_unusable() {
        assertThat(command.run("info", "--thumbnail", "x.png", SAMPLES + "h_arcs.gcode")).isEqualTo(3);
        assertThat(command.run("info", "/nonexistent.gcode")).isEqualTo(3);
    }

    @Test
    void what_would_harm_is_not_printed_unless_forced() throws IOException {
        Path hot = Files.writeString(folder.resolve("hot.gcode"), "G28\nM109 S450\nG1 X1\n");
        assertThat(command.run("print", "--dry-run", hot.toString())).isEqualTo(3);
        assertThat(command.err()).contains("line 2: M109 sets 450 °C", "--force");
        assertThat(command.run("print", "--dry-run", "--force", hot.toString())).isZero();
    }

    @Test
    void a_file_off_the_bed_or_for_another_printer_is_not_printed() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.gcode"), "G28\nM83\nG1 X400 Y10 Z.2 E1\n");
        assertThat(command.run("print", "--dry-run", "--printer", "prusa-mk3s", wide.toString())).isEqualTo(3);
        assertThat(command.err()).contains("prusa-mk3s has 250 x 210");
        assertThat(command.run("print", "--dry-run", "--printer", "prusa-mk2.5s", SAMPLES + "ps_mk3s_sliver_1mm.gcode"))
                .isEqualTo(3);
        assertThat(command.err()).contains("it is made for a MK3S");
        assertThat(command.run("print", "--dry-run", "--printer", "prusa-mk3s",
                SAMPLES + "ps_mmu2s_cube_toolchange_layers.gcode")).isZero();
    }
}
