package org.printwire.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is printed.
 *
 * @param name        the file's name, for people and webhooks
 * @param path        where it is
 * @param bytes       its size
 * @param commands    how many commands go to the printer
 * @param layers      number of layers; null: not known
 * @param slicerTimes the file has M73 lines
 * @param stops       planned stops, in order
 */
public record Job(
        String name, Path path, long bytes, long commands, Integer layers, boolean slicerTimes, List<Stop> stops) {

    /**
     * A planned stop of the file.
     *
     * @param index   the command's 0-based place among the commands
     * @param command M600, M601, M0, ...
     * @param color   the filament it asks for; null: not named
     */
    public record Stop(long index, String command, String color) {
        /** True for a change of filament, false for a mere pause. */
        public boolean colorChange() {
            return command.toUpperCase(java.util.Locale.ROOT).startsWith("M600");
        }
    }

    /** How many changes of filament are planned. */
    public int colorChanges() {
        return (int) stops.stream().filter(Stop::colorChange).count();
    }

    /** The filament named for a change, by the index of its M600. */
    public Map<Long, String> colors() {
        Map<Long, String> colors = new HashMap<>();
        stops.stream().filter(stop -> stop.color() != null).forEach(stop -> colors.put(stop.index(), stop.color()));
        return colors;
    }
}
