package org.printwire.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FilePause;
import org.printwire.gcode.FileWarning;
import org.printwire.gcode.PrintArea;
import org.printwire.gcode.PrintFigures;
import org.printwire.gcode.Thumbnail;
import org.printwire.gcode.ToolUse;

/** The object of {@code info --json}. What is not known is null. */
final class InfoJson {

    private InfoJson() {}

    static Map<String, Object> of(InfoFile file, List<Thumbnail> thumbnails, List<FileWarning> warnings) {
        FileFacts facts = file.facts();
        PrintFigures figures = facts.figures();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        json.put("bytes", file.bytes());
        json.put("sha256", file.sha256());
        json.put("format", file.binary() ? "bgcode" : "gcode");
        json.put("lines", facts.lines());
        json.put("commands", facts.commands());
        json.put("slicer", fields("name", orNull(figures.slicer()), "version", orNull(figures.slicerVersion())));
        json.put("estimate", fields("slicerSeconds", orNull(facts.analysis().seconds()),
                "slicerSilentSeconds", orNull(figures.silentSeconds()), "ownSeconds",
                Math.round(file.ownSeconds() * 10) / 10.0, "machine", file.machine().name(), "machineFrom",
                file.machine().source().word()));
        json.put("layers", facts.layers().isPresent() ? facts.layers().getAsInt() : null);
        json.put("layerHeight", orNull(figures.layerHeight()));
        json.put("nozzle", orNull(figures.nozzle()));
        json.put("printerModel", figures.modelCheck().or(figures::printerModel).orElse(null));
        Optional<PrintArea> printed = figures.objectArea().or(facts.analysis()::area);
        json.put("z", printed.map(area -> fields("min", area.minZ(), "max", area.maxZ())).orElse(null));
        json.put("bounds", facts.analysis().area().map(InfoJson::box).orElse(null));
        json.put("objectBounds", figures.objectArea().map(InfoJson::box).orElse(null));
        json.put("filament", figures.tools().stream().map(InfoJson::tool).toList());
        json.put("materials", figures.materials());
        json.put("pauses", facts.pauses().stream().map(InfoJson::pause).toList());
        json.put("m73", fields("count", figures.m73()));
        json.put("toolChanges", figures.toolChanges());
        json.put("temperatures", figures.temperatures().stream().map(each -> fields("command", each.command(),
                "line", each.fileLine(), "celsius", each.celsius())).toList());
        json.put("thumbnails", thumbnails.stream().map(each -> fields("format", each.format().toUpperCase(java.util.Locale.ROOT),
                "width", each.width(), "height", each.height(), "bytes", each.bytes().length)).toList());
        json.put("warnings", warnings.stream().map(each -> fields("code", each.code(),
                "line", each.fileLine() == 0 ? null : each.fileLine(), "message", each.message(),
                "harmful", each.harmful())).toList());
        return json;
    }

    private static Map<String, Object> tool(ToolUse use) {
        return fields("tool", use.tool(), "millimetres", use.millimetres(),
                "cubicCentimetres", Math.round(use.cubicCentimetres() * 1e4) / 1e4,
                "slicerMillimetres", orNull(use.slicerMillimetres()), "slicerGrams", orNull(use.slicerGrams()),
                "slicerCost", orNull(use.slicerCost()));
    }

    private static Map<String, Object> pause(FilePause pause) {
        return fields("command", pause.command(), "line", pause.fileLine(), "commandIndex", pause.index(),
                "z", Math.round(pause.z() * 1e4) / 1e4, "kind", pause.colorChange() ? "colorChange" : "pause",
                "color", pause.color().orElse(null));
    }

    private static Map<String, Object> box(PrintArea area) {
        return fields("min", fields("x", area.minX(), "y", area.minY(), "z", area.minZ()),
                "max", fields("x", area.maxX(), "y", area.maxY(), "z", area.maxZ()));
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
