package org.printwire.gcode;

/**
 * How a file is surveyed.
 *
 * @param maxLineBytes        the longest line that the printer takes, with number and checksum
 * @param distanceModeCoversE G90 and G91 set the mode of E as well: Marlin 2's rule, not Prusa's
 * @param listener            goes along
 */
public record SurveyPlan(int maxLineBytes, boolean distanceModeCoversE, SurveyListener listener) {

    /** For a Prusa, of which nobody else wants to hear. */
    public static final SurveyPlan PRUSA = new SurveyPlan(FileFacts.PRUSA_LINE_BYTES, false, SurveyListener.NONE);
}
