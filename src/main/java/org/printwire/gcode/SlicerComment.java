package org.printwire.gcode;

import java.util.Optional;

/** The slicers' comments that say something of the print; texts are what stands behind the semicolon. */
enum SlicerComment {
    /** A layer begins: PrusaSlicer, SuperSlicer, Orca; Bambu; Cura and ideaMaker; Simplify3D. */
    LAYER,
    /** PrusaSlicer: the next pause is a change of colour, to the colour named. */
    COLOR_CHANGE,
    /** PrusaSlicer: the next pause has another reason. */
    PAUSE,
    OTHER;

    static SlicerComment of(String text) {
        if (text.startsWith("LAYER_CHANGE") || text.startsWith("LAYER:") || text.startsWith(" CHANGE_LAYER")
                || text.startsWith(" layer ") && text.contains(", Z")) {
            return LAYER;
        }
        if (text.startsWith("COLOR_CHANGE")) {
            return COLOR_CHANGE;
        }
        return text.startsWith("PAUSE_PRINT") || text.startsWith("CUSTOM_GCODE") ? PAUSE : OTHER;
    }

    /** {@code TYPE:}, {@code WIDTH:} and {@code HEIGHT:} of PrusaSlicer and its kin. */
    static boolean dull(byte[] line, int from, int to) {
        return to - from > 2 && (line[from] == 'W' && line[from + 1] == 'I' || line[from] == 'H' && line[from + 1] == 'E'
                || line[from] == 'T' && line[from + 1] == 'Y');
    }

    /** The colour of {@code COLOR_CHANGE,T0,#FF0000}; PrusaSlicer 2.2 names none. */
    static Optional<String> color(String text) {
        int hash = text.lastIndexOf(",#");
        return hash < 0 ? Optional.empty() : Optional.of(text.substring(hash + 1).strip());
    }
}
