package org.printwire.gcode;

/**
 * A temperature that a file sets.
 *
 * @param command  M104 or M109 (a hot end), M140 or M190 (the bed)
 * @param fileLine 1-based line in the file
 * @param index    the command's {@link GcodeLine#index()}
 * @param celsius  °C; 0 is off
 */
public record TemperatureTarget(String command, long fileLine, long index, double celsius) {

    public boolean bed() {
        return command.equals("M140") || command.equals("M190");
    }
}
