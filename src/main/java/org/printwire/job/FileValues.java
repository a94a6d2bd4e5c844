package org.printwire.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.printwire.gcode.FileAnalysis;
import org.printwire.gcode.Filament;
import org.printwire.gcode.PrintArea;
import org.printwire.gcode.Thumbnail;

/** What stays the same through a print: OctoPrint's {@code job} and {@code meta} for a file on its disk. */
final class FileValues {

    private FileValues() {}

    /** Times are those of this printer's profile. {@code path} is where the file is, as in PrintStarted; who printed it is not known. */
    static Map<String, Object> job(Job job, PastPrints past, String profile) {
        FileAnalysis analysis = job.analysis();
        return Values.map(
                "file", Values.map(
                        "name", job.name(),
                        "path", job.path().toString(),
                        "display", job.name(),
                        "origin", "local",
                        "size", job.bytes(),
                        "date", known(analysis.modified())),
                "estimatedPrintTime", known(analysis.seconds()),
                "averagePrintTime", past.averages().get(profile),
                "lastPrintTime", past.lasts().get(profile),
                "filament", filament(analysis.filament()),
                "user", null);
    }

    /** The places of the history are empty for what was never printed. */
    static Map<String, Object> meta(Job job, PastPrints past) {
        FileAnalysis analysis = job.analysis();
        return Values.map(
                "hash", analysis.sha1().orElse(null),
                "analysis", Values.map(
                        "estimatedPrintTime", known(analysis.seconds()),
                        "printingArea", analysis.area().map(FileValues::area).orElse(null),
                        "dimensions", analysis.area().map(FileValues::dimensions).orElse(null),
                        "filament", filament(analysis.filament())),
                "statistics", Values.map("averagePrintTime", past.averages(), "lastPrintTime", past.lasts()),
                "history", past.listed());
    }

    static List<Map<String, Object>> thumbnails(List<Thumbnail> pictures) {
        return pictures.stream()
                .map(picture -> Values.map("format", picture.format(), "width", picture.width(), "height", picture.height(),
                        "data", picture.dataUri()))
                .toList();
    }

    private static Map<String, Object> area(PrintArea area) {
        return Values.map("maxX", area.maxX(), "maxY", area.maxY(), "maxZ", area.maxZ(),
                "minX", area.minX(), "minY", area.minY(), "minZ", bottom(area));
    }

    private static Map<String, Object> dimensions(PrintArea area) {
        return Values.map("width", span(area.minX(), area.maxX()), "depth", span(area.minY(), area.maxY()),
                "height", span(bottom(area), area.maxZ()));
    }

    /** Without the last digits, which a subtraction leaves behind. */
    private static double span(double from, double to) {
        return Math.round((to - from) * 1e4) / 1e4;
    }

    /** OctoPrint's area stands on the bed. */
    private static double bottom(PrintArea area) {
        return Math.min(0, area.minZ());
    }

    /** Null where the slicer says nothing; a volume that it does not say is 0, as OctoPrint has it. */
    private static Map<String, Object> filament(List<Filament> filament) {
        if (filament.isEmpty()) {
            return null;
        }
        Map<String, Object> tools = new LinkedHashMap<>();
        filament.forEach(each -> tools.put("tool" + each.tool(),
                Values.map("length", each.length().orElse(0), "volume", each.volume().orElse(0))));
        return Collections.unmodifiableMap(tools);
    }

    private static Double known(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }

    private static Long known(OptionalLong value) {
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
