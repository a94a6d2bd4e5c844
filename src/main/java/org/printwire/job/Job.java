package org.printwire.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.printwire.estimate.TimeTable;
import org.printwire.gcode.FileAnalysis;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.Thumbnail;
import org.printwire.gcode.Thumbnails;

/**
 * What is printed.
 *
 * @param name        the file's name, for people and webhooks
 * @param path        where it is
 * @param bytes       its size
 * @param commands    how many commands go to the printer
 * @param layers      number of layers; null: not known
 * @param firstLayer  index of the first command after the slicer's first layer mark; what prints before is a purge line
 * @param slicerTimes the file has M73 lines
 * @param stops       planned stops, in order
 * @param analysis    what the file says of the print as a whole
 * @param thumbnails  the slicer's pictures: each call reads the head of the file
 * @param times       how far in time each command is, by our own estimate; null: not estimated
 */
public record Job(String name, Path path, long bytes, long commands, Integer layers, long firstLayer,
        boolean slicerTimes, List<Stop> stops, FileAnalysis analysis, Supplier<List<Thumbnail>> thumbnails, TimeTable times) {

    /** A job of whose file no more is known. */
    public Job(String name, Path path, long bytes, long commands, Integer layers, long firstLayer,
            boolean slicerTimes, List<Stop> stops) {
        this(name, path, bytes, commands, layers, firstLayer, slicerTimes, stops, FileAnalysis.NONE, List::of);
    }

    /** A job whose times nobody has estimated. */
    public Job(String name, Path path, long bytes, long commands, Integer layers, long firstLayer,
            boolean slicerTimes, List<Stop> stops, FileAnalysis analysis, Supplier<List<Thumbnail>> thumbnails) {
        this(name, path, bytes, commands, layers, firstLayer, slicerTimes, stops, analysis, thumbnails, null);
    }

    /** The same job, estimated. */
    public Job with(TimeTable estimated) {
        return new Job(name, path, bytes, commands, layers, firstLayer, slicerTimes, stops, analysis, thumbnails, estimated);
    }

    /** A file and what a survey of it found. */
    public static Job of(Path file, FileFacts facts) {
        List<Stop> stops = facts.pauses().stream()
                .map(pause -> new Stop(pause.index(), pause.command(), pause.colorChange(), pause.color().orElse(null), pause.fileLine()))
                .toList();
        Integer layers = facts.layers().isPresent() ? Integer.valueOf(facts.layers().getAsInt()) : null;
        return new Job(file.getFileName().toString(), file.toAbsolutePath(), facts.bytes(), facts.commands(), layers,
                facts.firstLayerIndex(), facts.firstM73().isPresent(), stops, facts.analysis(), () -> Thumbnails.of(file));
    }

    /**
     * A planned stop of the file.
     *
     * @param index       the command's 0-based place among the commands
     * @param command     M600, M601, M0, ...
     * @param colorChange a change of filament, not a mere pause
     * @param color       the filament it asks for; null: not named
     * @param line        its line of the file, from 1
     */
    public record Stop(long index, String command, boolean colorChange, String color, long line) {}

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
