package org.printwire.gcode;

import java.util.Optional;

/**
 * A command in a file at which the print stops and waits for somebody: M0, M1, M25, M125, M226, M600 or M601.
 *
 * @param text     the whole command, {@code M0 Press the knob}
 * @param fileLine 1-based line in the file
 * @param index    the command's {@link GcodeLine#index()}
 * @param z        the Z in mm to which the commands before it brought the head, with hops
 * @param color    the filament colour to change to ({@code #FF0000}), where the slicer's comment names one
 */
public record FilePause(String text, long fileLine, long index, double z, Optional<String> color) {

    /** The command word: {@code M600}. */
    public String command() {
        return GcodeWord.command(text);
    }

    /** True for M600; the other kinds only wait. */
    public boolean colorChange() {
        return GcodeWord.is(text, 'M', 600);
    }
}
