package org.printwire.estimate;

/**
 * What a file's time depends on, beside the file.
 *
 * @param distanceModeCoversE G90 and G91 set the mode of E too: in Marlin 2.1, not in Prusa-Firmware 3.14
 */
public record Machine(Limits limits, Waits waits, boolean distanceModeCoversE) {

    public static final Machine PRUSA_MK3S = new Machine(Limits.PRUSA_MK3S, Waits.USUAL, false);

    /** By the name of a printer profile; Marlin's example for one that is not known here. */
    public static Machine of(String profile) {
        return switch (profile) {
            case "prusa-mk3s", "prusa-mk2.5s" -> PRUSA_MK3S;
            case "ender-3" -> new Machine(Limits.ENDER_3, Waits.USUAL, true);
            default -> new Machine(Limits.MARLIN, Waits.USUAL, true);
        };
    }

    /** The same with other waits. */
    public Machine with(Waits other) {
        return new Machine(limits, other, distanceModeCoversE);
    }
}
