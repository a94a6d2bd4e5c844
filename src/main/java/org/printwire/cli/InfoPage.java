package org.printwire.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.printwire.estimate.Machine;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FilePause;
import org.printwire.gcode.FileWarning;
import org.printwire.gcode.PrintArea;
import org.printwire.gcode.PrintFigures;
import org.printwire.gcode.Thumbnail;
import org.printwire.gcode.ToolUse;

/** What {@code info} shows a person of a file: a line for each thing that is known. */
final class InfoPage {

    private static final int SHOWN = 20;

    private final List<String> lines = new ArrayList<>();

    private InfoPage() {}

    static List<String> of(InfoFile file, List<Thumbnail> thumbnails, List<FileWarning> warnings) {
        FileFacts facts = file.facts();
        InfoPage page = new InfoPage();
        PrintFigures figures = facts.figures();
        page.lines.add(PlainText.harmless(file.name()));
        page.row("size", PlainText.bytes(file.bytes()) + (file.binary() ? " of binary G-code, " : ", ")
                 + PlainText.count(facts.commands(), "command"));
        page.row("slicer", (figures.slicer() + " " + figures.slicerVersion()).strip());
        String model = figures.modelCheck().or(figures::printerModel).orElse("");
        page.row("made for", model + (figures.nozzle().isEmpty() ? "" : (model.isEmpty() ? "" : ", ") + "nozzle "
                + PlainText.millimetres(figures.nozzle().getAsDouble()) + " mm"));
        page.row("time", facts.analysis().seconds().isEmpty() ? ""
                : PlainText.duration(facts.analysis().seconds().getAsDouble()) + " by the slicer"
                        + (figures.silentSeconds().isEmpty() ? ""
                        : ", " + PlainText.duration(figures.silentSeconds().getAsDouble()) + " in silent mode"));
        page.row(facts.analysis().seconds().isEmpty() ? "time" : "", PlainText.duration(file.ownSeconds()) + " by printwire's own count for "
                + machine(file.machine()) + ", without heating and pauses");
        page.row("layers", layers(facts));
        page.row("prints", figures.objectArea().or(facts.analysis()::area).map(InfoPage::box).orElse(""));
        figures.tools().forEach(use -> page.row("filament", filament(use, figures.materials())));
        page.row("hot", figures.temperatures().stream().filter(each -> each.celsius() > 0)
                .map(each -> (each.bed() ? "bed " : "nozzle ") + Math.round(each.celsius()) + " °C").distinct().limit(SHOWN)
                .collect(Collectors.joining(", ")));
        page.row("pictures", thumbnails.stream().map(each -> each.format().toUpperCase(Locale.ROOT) + " " + each.width() + "x"
                + each.height()).collect(Collectors.joining(", ")));
        facts.pauses().stream().limit(SHOWN).forEach(pause -> page.row("stops", stop(pause)));
        warnings.stream().limit(SHOWN).forEach(each -> page.row(each.harmful() ? "DANGER" : "warning", text(each)));
        return page.lines;
    }

    /** A warning with its line. */
    static String text(FileWarning warning) {
        return (warning.fileLine() == 0 ? "" : "line " + warning.fileLine() + ": ") + warning.message();
    }

    private void row(String title, String text) {
        if (!text.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-9s %s", title, PlainText.harmless(text)));
        }
    }

    private static String machine(Machine machine) {
        return switch (machine.source()) {
            case PROFILE, FILE -> machine.name();
            case SLICER -> machine.name() + " by the slicer's limits";
            case ASSUMED -> machine.name() + ", since the file names no printer";
        };
    }

    private static String layers(FileFacts facts) {
        String height = facts.figures().layerHeight().isEmpty() ? ""
                : " of " + PlainText.millimetres(facts.figures().layerHeight().getAsDouble()) + " mm";
        return facts.layers().isEmpty() ? "" : facts.layers().getAsInt() + height;
    }

    private static String box(PrintArea area) {
        return String.format(Locale.ROOT, "%.1f x %.1f x %.1f mm, from X %.1f Y %.1f to X %.1f Y %.1f",
                area.maxX() - area.minX(), area.maxY() - area.minY(), area.maxZ(), area.minX(), area.minY(), area.maxX(),
                area.maxY());
    }

    private static String filament(ToolUse use, List<String> materials) {
        String material = use.tool() < materials.size() ? " " + materials.get(use.tool()) : "";
        return String.format(Locale.ROOT, "T%d%s: %.2f m", use.tool(), material, use.millimetres() / 1000)
                + (use.slicerGrams().isEmpty() ? "" : String.format(Locale.ROOT, ", %.1f g", use.slicerGrams().getAsDouble()));
    }

    private static String stop(FilePause pause) {
        String what = pause.colorChange() ? "filament change" + pause.color().map(color -> " to " + color).orElse("") : "pause";
        return "at Z " + PlainText.millimetres(pause.z()) + ": " + what + " (" + pause.command() + ", line "
                + pause.fileLine() + ")";
    }
}
