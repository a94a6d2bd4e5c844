package org.printwire.gcode;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The models of Prusa-Firmware, as M862.2, M862.3 and slicers name them. */
final class PrusaModel {
    private PrusaModel() {
    }

    /** {@code MK3SMMU2S} is an MK3S with an MMU. */
    static String base(String model) {
        String upper = model.toUpperCase(Locale.ROOT);
        int mmu = upper.indexOf("MMU");
        return mmu > 0 ? upper.substring(0, mmu) : upper;
    }

    /** Prusa-Firmware 3.14, printers.h: 302 is an MK3S, 20302 one with an MMU2. */
    static Optional<String> ofType(OptionalInt type) {
        return switch (type.orElse(0) % 1000) {
            case 250 -> Optional.of("MK2.5");
            case 252 -> Optional.of("MK2.5S");
            case 300 -> Optional.of("MK3");
            case 302 -> Optional.of("MK3S");
            default -> Optional.empty();
        };
    }

    /**
     * With the S or without is a small difference, as for the firmware itself (MK3S.h: PRINTER_NAME_ALTERNATE). Empty for
     * the same model, and where the file names no Prusa of this family.
     */
    static Optional<FileWarning> difference(String wanted, String there, String who) {
        String file = base(wanted);
        String printer = base(there);
        if (!file.startsWith("MK") || file.equals(printer)) {
            return Optional.empty();
        }
        boolean similar = withoutS(file).equals(withoutS(printer));
        return Optional.of(new FileWarning(similar ? "similarPrinter" : "wrongPrinter", 0, "it is made for a " + wanted
                + ", and " + who + (similar ? "; the printer may ask" : "; slice it for this one"), !similar));
    }

    private static String withoutS(String model) {
        return model.endsWith("S") ? model.substring(0, model.length() - 1) : model;
    }
}
