package org.printwire.estimate;

/**
 * How long a printer takes for what is no move. Rough figures: heating depends on the room and on what is still warm, and
 * the time left is corrected as soon as the printer is through.
 *
 * @param nozzleRate degrees C per second
 * @param bedRate    degrees C per second
 * @param room       degrees C: where heating begins
 * @param homing     seconds of a G28
 * @param levelling  seconds of a G29 or G80
 * @param toolChange seconds of a T that changes the tool
 */
public record Waits(double nozzleRate, double bedRate, double room, double homing, double levelling, double toolChange) {

    /**
     * Guesses, and no measurement of any printer: 215 °C in 1.5 minutes, a bed at 60 °C in 2, homing in 15 s, nine probes in
     * 40 s. They shift the beginning of a print's time left, until the printer is through, and are in no figure that is held
     * against a slicer's.
     */
    public static final Waits USUAL = new Waits(2, 0.3, 25, 15, 40, 0);

    /** The moves alone. */
    public static final Waits NONE = new Waits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 25, 0, 0, 0);
}
