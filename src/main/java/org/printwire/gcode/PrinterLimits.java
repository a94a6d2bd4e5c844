package org.printwire.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a printer can bear, to be held against a file before it is printed.
 *
 * @param name profile's name, {@code prusa-mk3s}
 * @param bedX printable width, mm; likewise the depth and the height
 */
public record PrinterLimits(String name, double bedX, double bedY, double bedZ) {
    /**
     * Prusa's data sheet of the MK3S: nozzle 300, bed 120 °C. Its firmware switches everything off at 305 and 125 (3.14,
     * variants/MK3S.h: HEATER_0_MAXTEMP, BED_MAXTEMP). Other printers take less: Marlin's default is 275 (HEATER_0_MAXTEMP of
     * Configuration.h) for the hot end; that is theirs to say, since many are rebuilt.
     */
    static final double MOST_HOT_END = 300;
    static final double MOST_BED = 120;
    /** Purge lines lie beside the bed: at Y -3 on a Prusa MK3. */
    private static final double BESIDE = 5;
    private static final double ROUNDING = 0.5;
    private static final double SAME_NOZZLE = 0.01;

    /** What is doubtful or harmful on this printer, that on every printer included. */
    public List<FileWarning> warnings(FileFacts facts) {
        List<FileWarning> warnings = new ArrayList<>(anyPrinter(facts));
        facts.analysis().area().filter(area -> !inside(area, BESIDE))
                .or(() -> facts.figures().objectArea().filter(area -> !inside(area, ROUNDING)))
                .ifPresent(area -> warnings.add(offBed(area)));
        wrongPrinter(facts.figures()).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    /** What is doubtful or harmful whatever the printer. */
    public static List<FileWarning> anyPrinter(FileFacts facts) {
        List<FileWarning> warnings = new ArrayList<>();
        for (TemperatureTarget target : facts.figures().temperatures()) {
            double most = target.bed() ? MOST_BED : MOST_HOT_END;
            if (target.celsius() > most) {
                warnings.add(new FileWarning("tooHot", target.fileLine(), target.command() + " sets "
                        + Math.round(target.celsius()) + " °C, and " + (target.bed() ? "a bed" : "a hot end") + " takes "
                        + Math.round(most) + " °C at most", true));
            }
        }
        wrongNozzle(facts.figures()).ifPresent(warnings::add);
        warnings.addAll(facts.figures().warnings());
        return List.copyOf(warnings);
    }

    private boolean inside(PrintArea area, double beside) {
        return area.minX() >= -beside && area.minY() >= -beside && area.maxX() <= bedX + beside
                && area.maxY() <= bedY + beside && area.maxZ() <= bedZ + ROUNDING;
    }

    private FileWarning offBed(PrintArea area) {
        return new FileWarning("offBed", 0, String.format(Locale.ROOT, "it prints from X %.1f Y %.1f to X %.1f Y %.1f, up to"
                + " Z %.1f; %s has %.0f x %.0f x %.0f mm", area.minX(), area.minY(), area.maxX(), area.maxY(), area.maxZ(),
                name, bedX, bedY, bedZ), true);
    }

    /** Only between Prusas: other profiles say nothing of a model's name. */
    private Optional<FileWarning> wrongPrinter(PrintFigures figures) {
        String family = "prusa-";
        return !name.startsWith(family) ? Optional.empty()
                : figures.modelCheck().or(() -> PrusaModel.ofType(figures.typeCheck())).or(figures::printerModel)
                        .flatMap(wanted -> PrusaModel.difference(wanted, name.substring(family.length()),
                                "the printer is " + name));
    }

    /** The file asks the printer for one nozzle, and its slicer counted with another. */
    private static Optional<FileWarning> wrongNozzle(PrintFigures figures) {
        double asked = figures.nozzleCheck().orElse(0);
        double sliced = figures.nozzle().orElse(asked);
        return asked == 0 || Math.abs(asked - sliced) < SAME_NOZZLE ? Optional.empty()
                : Optional.of(new FileWarning("wrongNozzle", 0, String.format(Locale.ROOT, "it asks for a nozzle of %.2f mm"
                        + " (M862.1), and is sliced for one of %.2f mm", asked, sliced), false));
    }
}
