package org.printwire.stream;

import org.printwire.gcode.GcodeWord;

/**
 * The modes that the lines of the file have set so far, so that a script in between can restore them. In Marlin 2 G90 and
 * G91 set the extruder's mode as well.
 */
public final class Modes {

    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G1 = GcodeWord.code('G', 1);
    private static final int G90 = GcodeWord.code('G', 90);
    private static final int G91 = GcodeWord.code('G', 91);
    private static final int M82 = GcodeWord.code('M', 82);
    private static final int M83 = GcodeWord.code('M', 83);

    private boolean relativeMoves;
    private boolean relativeExtrusion;
    private boolean saidRelativeExtrusion;
    private double speed = Double.NaN;

    /** A line of the file goes out, or is passed over. */
    public void follow(String text) {
        int code = GcodeWord.code(text);
        if (code == G0 || code == G1) {
            speed = GcodeWord.value(text, 'F', speed);
        } else if (code == G90 || code == G91) {
            relativeMoves = code == G91;
            relativeExtrusion = relativeMoves;
        } else if (code == M82 || code == M83) {
            relativeExtrusion = code == M83;
            saidRelativeExtrusion = relativeExtrusion;
        }
    }

    /** The file has said G91. */
    public boolean relativeMoves() {
        return relativeMoves;
    }

    /** The file has said M83, or G91 without a later M82. */
    public boolean relativeExtrusion() {
        return relativeExtrusion;
    }

    /** The file has said M83, whatever it said of G90 and G91: what holds in Prusa-Firmware MK3. */
    boolean saidRelativeExtrusion() {
        return saidRelativeExtrusion;
    }

    /** F of the file's last move, mm/min; null: none yet. */
    public Double speed() {
        return Double.isNaN(speed) ? null : speed;
    }
}
