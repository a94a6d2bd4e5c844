package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Gathers what a slicer says of itself and of its settings. Of two statements the first counts. Known: PrusaSlicer 2.5,
 * SuperSlicer, OrcaSlicer, Bambu Studio, Slic3r 1.3, Cura 4.13, Simplify3D, ideaMaker, KISSlicer.
 */
final class SlicerSettings {
    private static final int MOST_TOOLS = 64;
    private static final String TARGET = "TARGET_MACHINE.NAME:";

    private String name = "";
    private String version = "";
    private String model = "";
    private List<String> materials = List.of();
    private OptionalDouble silent = OptionalDouble.empty();
    private OptionalDouble layerHeight = OptionalDouble.empty();
    private List<Double> nozzles = List.of();
    private List<Double> grams = List.of();
    private List<Double> costs = List.of();

    /** Takes a line that is nothing but a comment, from behind its semicolon on. */
    void comment(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length()) {
            return;
        }
        switch (text.charAt(at)) {
            case 'g', 'G' -> generator(text, at);
            case 'S' -> named(text, at, "Sliced by ");
            case 'B' -> named(text, at, text.startsWith("BambuStudio ", at) ? "" : "?");
            case 'K' -> named(text, at, text.startsWith("KISSlicer", at) ? "" : "?");
            case 'L' -> layerHeight = first(layerHeight, text, at, "Layer height:");
            case 'T' -> target(text, at);
            case 'e' -> silent(text, at);
            case 'f', 'l', 'n', 'p' -> setting(text, at);
            default -> { }
        }
    }

    private void generator(String text, int at) {
        int by = text.indexOf("enerated by ", at);
        named(text, by < 0 ? at : by, by < 0 ? "Generated with " : "enerated by ");
    }

    /** {@code PrusaSlicer 2.5.0 on ...}, {@code Cura_SteamEngine 4.13.0}, {@code Simplify3D(R) Version 4.1.2}. */
    private void named(String text, int at, String before) {
        if (!name.isEmpty() || !text.startsWith(before, at)) {
            return;
        }
        String[] words = text.substring(at + before.length()).strip().split(" +");
        String word = words[0].replace("(R)", "");
        name = word.startsWith("Cura") ? "Cura" : word;
        for (int i = 1; i < words.length && version.isEmpty(); i++) {
            version = Character.isDigit(words[i].charAt(0)) ? words[i] : "";
        }
    }

    /** Cura. */
    private void target(String text, int at) {
        if (model.isEmpty() && text.startsWith(TARGET, at)) {
            model = text.substring(at + TARGET.length()).strip();
        }
    }

    private void silent(String text, int at) {
        if (silent.isEmpty() && text.startsWith("estimated printing time (silent mode) =", at)) {
            double seconds = SlicerFigures.span(text, text.indexOf('='));
            silent = Double.isNaN(seconds) ? silent : OptionalDouble.of(seconds);
        }
    }

    private void setting(String text, int at) {
        int equals = text.indexOf(" = ", at);
        if (equals < 0) {
            return;
        }
        String value = text.substring(equals + 3).strip();
        switch (text.substring(at, equals)) {
            case "filament used [g]" -> grams = grams.isEmpty() ? numbers(value) : grams;
            case "filament cost" -> costs = costs.isEmpty() ? numbers(value) : costs;
            case "filament_type" -> materials = materials.isEmpty() ? List.of(value.split(";")) : materials;
            case "layer_height" -> layerHeight = first(layerHeight, text, at, "layer_height =");
            case "nozzle_diameter" -> nozzles = nozzles.isEmpty() ? numbers(value) : nozzles;
            case "printer_model" -> model = model.isEmpty() ? value : model;
            default -> { }
        }
    }

    private static OptionalDouble first(OptionalDouble known, String text, int at, String key) {
        if (known.isPresent() || !text.startsWith(key, at)) {
            return known;
        }
        List<Double> values = numbers(text.substring(at + key.length()));
        return values.isEmpty() ? known : OptionalDouble.of(values.get(0));
    }

    private static List<Double> numbers(String list) {
        List<Double> values = new ArrayList<>();
        for (String each : list.split(",")) {
            String word = each.strip();
            if (Decimal.startsAt(word, 0) && values.size() < MOST_TOOLS) {
                values.add(Decimal.parse(word, 0));
            }
        }
        return values;
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    Optional<String> model() {
        return model.isEmpty() ? Optional.empty() : Optional.of(model);
    }

    OptionalDouble silentSeconds() {
        return silent;
    }

    OptionalDouble layerHeight() {
        return layerHeight;
    }

    OptionalDouble nozzle() {
        return nozzles.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(nozzles.get(0));
    }

    /** By the same order as the slicer's lengths; empty lists where it does not say. */
    List<Double> grams() {
        return List.copyOf(grams);
    }

    List<Double> costs() {
        return List.copyOf(costs);
    }

    List<String> materials() {
        return List.copyOf(materials);
    }
}
