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
    /** Prusa-Firmware 3.14 stops at 305 and 125 (HEATER_0_MAXTEMP, BED_MAXTEMP); no usual hot end takes more either. */
    static final double MOST_HOT_END = 300;
    static final double MOST_BED = 120;
    /** Purge lines lie beside the bed: at Y -3 on a Prusa MK3. */
    private static final double BESIDE = 5;
    private static final double ROUNDING = 0.5;

    /** What is doubtful or harmful on this printer, that on every printer included. */
    public List<FileWarning> warnings(FileFacts facts) {
        List<FileWarning> warnings = new ArrayList<>(anyPrinter(facts));
        facts.analysis().area().filter(area -> !inside(area, BESIDE))
                .or(() -> facts.figures().objectArea().filter(area -> !inside(area, ROUNDING)))
                .ifPresent(area -> warnings.add(offBed(area)));
        wrongPrinter(facts.figures().modelCheck().or(() -> facts.figures().printerModel())).ifPresent(warnings::add);
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
    private Optional<FileWarning> wrongPrinter(Optional<String> model) {
        if (model.isEmpty() || !name.startsWith("prusa-") || !model.get().toUpperCase(Locale.ROOT).startsWith("MK")) {
            return Optional.empty();
        }
        String wanted = base(model.get());
        return wanted.equals(base(name.substring("prusa-".length()))) ? Optional.empty()
                : Optional.of(new FileWarning("wrongPrinter", 0, "it is made for a " + model.get() + ", and the printer is "
                        + name + "; slice it for this one", true));
    }

    /** {@code MK3SMMU2S} is an MK3S with an MMU. */
    private static String base(String model) {
        String upper = model.toUpperCase(Locale.ROOT);
        int mmu = upper.indexOf("MMU");
        return mmu > 0 ? upper.substring(0, mmu) : upper;
    }
}
