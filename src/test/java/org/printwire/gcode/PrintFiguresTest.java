package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.json.Json;

/**
 * Every number that {@link FileFacts} gives, for all files, against facts.json, which was computed apart from this project.
 * Where the two differ on purpose the test says why.
 */
class PrintFiguresTest {

    /** One file of facts.json. */
    record Known(String file, Map<String, Object> facts) {
        @Override
        public String toString() {
            return file;
        }

        long count(String key) {
            return ((Number) facts.get(key)).longValue();
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> object(String key) {
            return (Map<String, Object>) facts.get(key);
        }

        @SuppressWarnings("unchecked")
        List<Object> list(String key) {
            return (List<Object>) facts.get(key);
        }

        Optional<String> stated(String key) {
            return Optional.ofNullable((String) object("stated").get(key));
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Known> known() throws IOException {
        try (InputStream in = GcodeSamples.open("facts.json")) {
            return Json.parseObject(new String(in.readAllBytes(), UTF_8)).entrySet().stream()
                    .map(each -> new Known(each.getKey(), (Map<String, Object>) each.getValue())).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void counts_bytes_lines_commands_and_m73(Known known) throws IOException {
        FileFacts facts = facts(known);
        // NUL bytes are dropped; the line that is nothing else is no command here.
        long nulLines = known.count("nul_bytes") > 0 ? 1 : 0;

        assertThat(facts.bytes()).isEqualTo(known.count("bytes"));
        assertThat(facts.lines()).isEqualTo(known.count("lines"));
        assertThat(facts.commands()).isEqualTo(known.count("commands") - nulLines);
        assertThat(facts.hostCommands()).isEqualTo(known.count("host_command_count"));
        assertThat(facts.nulBytes()).isEqualTo(known.count("nul_bytes"));
        assertThat(facts.figures().m73()).isEqualTo(known.count("m73_count"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void counts_the_tool_changes_that_name_a_tool(Known known) throws IOException {
        assertThat(facts(known).figures().toolChanges()).isEqualTo(known.count("tool_change_count"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_boxes_with_and_without_the_purge_line(Known known) throws IOException {
        FileFacts facts = facts(known);

        assertThat(box(facts.analysis().area())).isEqualTo(known.list("bbox_extruding"));
        assertThat(box(facts.figures().objectArea())).isEqualTo(known.list("bbox_after_first_layer_mark"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_filament_by_tool_as_the_high_water_mark_of_e(Known known) throws IOException {
        Map<String, Object> length = new TreeMap<>();
        Map<String, Object> volume = new TreeMap<>();
        for (ToolUse use : facts(known).figures().tools()) {
            length.put(String.valueOf(use.tool()), use.millimetres());
            volume.put(String.valueOf(use.tool()), Math.round(use.cubicCentimetres() * 1e4) / 1e4);
        }
        assertThat(length).isEqualTo(new TreeMap<>(known.object("filament_mm_hw")));
        assertThat(volume).isEqualTo(new TreeMap<>(known.object("filament_cm3_hw")));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_filament_of_a_firmware_whose_g90_covers_e(Known known) throws IOException {
        Map<String, Object> length = new TreeMap<>();
        SurveyPlan marlin = new SurveyPlan(FileFacts.PRUSA_LINE_BYTES, true, SurveyListener.NONE);
        for (ToolUse use : FileFacts.survey(GcodeSamples.open(known.file()), marlin).figures().tools()) {
            length.put(String.valueOf(use.tool()), use.millimetres());
        }
        assertThat(length).isEqualTo(new TreeMap<>(known.object("filament_mm_hw_g90e")));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_pauses(Known known) throws IOException {
        assertThat(facts(known).pauses().stream().map(pause -> Map.of("index", (int) pause.index(), "line",
                (int) pause.fileLine(), "command", pause.text(), "z", Math.round(pause.z() * 1e4) / 1e4)))
                .isEqualTo(known.list("pauses"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_temperatures(Known known) throws IOException {
        Map<String, List<List<Number>>> temperatures = facts(known).figures().temperatures().stream()
                .collect(Collectors.groupingBy(TemperatureTarget::command, LinkedHashMap::new, Collectors.mapping(
                        each -> List.<Number>of((int) each.index(), each.celsius()), Collectors.toList())));
        assertThat(temperatures.toString()).isEqualTo(known.object("temps").toString());
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_what_the_slicer_says(Known known) throws IOException {
        PrintFigures figures = facts(known).figures();
        Map<String, Object> seconds = known.object("stated_seconds");
        Optional<Double> elapsed = known.stated("cura_time_elapsed_last").map(Double::valueOf);

        assertThat(figures.slicerSeconds()).isEqualTo(elapsed.map(OptionalDouble::of)
                .orElse(number(Optional.ofNullable(seconds.get("time_normal")).map(Object::toString))));
        assertThat(figures.silentSeconds())
                .isEqualTo(number(Optional.ofNullable(seconds.get("time_silent")).map(Object::toString)));
        assertThat(figures.layerHeight()).isEqualTo(number(known.stated("layer_height")));
        assertThat(figures.nozzle()).isEqualTo(number(known.stated("nozzle_diameter").map(each -> each.split(",")[0])));
        assertThat(figures.printerModel()).isEqualTo(known.stated("printer_model"));
        assertThat(String.join(";", figures.materials())).isEqualTo(known.stated("filament_type").orElse(""));
        assertThat(figures.slicer() + " " + figures.slicerVersion()).isEqualTo(
                known.stated("generated_by").map(by -> by.replace("Cura_SteamEngine", "Cura").split(" on ")[0]).orElse(" "));
    }

    @ParameterizedTest
    @MethodSource("known")
    void has_the_slicers_length_weight_and_cost_of_each_tool(Known known) throws IOException {
        List<ToolUse> tools = facts(known).figures().tools();

        assertThat(row(tools.stream().map(ToolUse::slicerGrams))).isEqualTo(known.stated("filament_used_g").orElse(""));
        assertThat(row(tools.stream().map(ToolUse::slicerCost))).isEqualTo(known.stated("filament_cost").orElse(""));
        assertThat(row(tools.stream().map(ToolUse::slicerMillimetres))).isEqualTo(known.stated("filament_used_mm")
                .or(() -> known.stated("slic3r_filament_used").map(each -> each.split("mm")[0] + "0")).orElse(""));
    }

    @Test
    void cost_and_length_are_those_of_the_tools_that_the_file_chooses() throws IOException {
        assertThat(figures("T2\nM83\nG1 X1 E2\n; filament used [mm] = 2.5\n; filament used [g] = 0.1\n").tools())
                .containsExactly(new ToolUse(2, 2, OptionalDouble.of(2.5), OptionalDouble.of(.1), OptionalDouble.empty()));
    }

    @Test
    void a_print_that_is_neither_homed_nor_heated_is_doubtful() throws IOException {
        assertThat(figures("M83\nG1 X1 E1\n").warnings()).extracting(FileWarning::code)
                .containsExactly("noHoming", "coldExtrusion");
        assertThat(figures("G28\nM109 S200\nM83\nG1 X1 E1\n").warnings()).isEmpty();
    }

    @Test
    void a_move_to_no_number_is_harmful() throws IOException {
        assertThat(figures("G28\nG1 X1\nG1 Xnan Y1\n").warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("nonFiniteNumber");
            assertThat(warning.fileLine()).isEqualTo(3);
            assertThat(warning.harmful()).isTrue();
        });
    }

    @Test
    void the_checks_of_a_prusa_file_are_known() throws IOException {
        PrintFigures figures = figures("M862.3 P \"MK3S\"\nM862.1 P0.6\n");
        assertThat(figures.modelCheck()).contains("MK3S");
        assertThat(figures.nozzleCheck()).hasValue(.6);
    }

    @Test
    void other_slicers_say_who_they_are() throws IOException {
        assertThat(figures("; generated by OrcaSlicer 2.1.1 on 2024-09-01\nG28\n").slicer()).isEqualTo("OrcaSlicer");
        assertThat(figures("; BambuStudio 01.09.00.70\nG28\n").slicerVersion()).isEqualTo("01.09.00.70");
        assertThat(figures("; G-Code generated by Simplify3D(R) Version 4.1.2\nG28\n").slicer()).isEqualTo("Simplify3D");
        assertThat(figures(";Sliced by ideaMaker 4.2.3.6250, 2022\nG28\n").slicer()).isEqualTo("ideaMaker");
        assertThat(figures("; KISSlicer - PRO\n; version 1.6.3\nG28\n").slicer()).isEqualTo("KISSlicer");
    }

    private static FileFacts facts(Known known) throws IOException {
        return FileFacts.survey(GcodeSamples.open(known.file()), SurveyPlan.PRUSA);
    }

    private static PrintFigures figures(String file) throws IOException {
        return FileFacts.survey(GcodeSamples.stream(file), SurveyPlan.PRUSA).figures();
    }

    private static List<Object> box(Optional<PrintArea> area) {
        return area.map(a -> Stream.of(a.minX(), a.minY(), a.minZ(), a.maxX(), a.maxY(), a.maxZ())
                .map(each -> (Object) (Math.round(each * 1e3) / 1e3)).toList()).orElse(null);
    }

    private static OptionalDouble number(Optional<String> text) {
        return text.map(each -> OptionalDouble.of(Double.parseDouble(each))).orElse(OptionalDouble.empty());
    }

    private static String row(Stream<OptionalDouble> values) {
        return values.flatMap(each -> each.stream().boxed()).map(each -> String.format(Locale.ROOT, "%.2f", each))
                .collect(Collectors.joining(", "));
    }
}
