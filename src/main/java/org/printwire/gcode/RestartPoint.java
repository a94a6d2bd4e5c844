package org.printwire.gcode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A line of a file to go on with, and what the lines before it have set.
 *
 * @param line  the first line to print
 * @param state what those before it have set
 */
public record RestartPoint(GcodeLine line, PrintState state) {

    private static final double SAME = 0.001;

    /**
     * At the first command of this line of the file or behind it.
     *
     * @param fileLine from 1
     * @param state    nothing was given to it yet
     * @return empty: the file ends before it
     */
    public static Optional<RestartPoint> atLine(Path file, long fileLine, PrintState state) throws IOException {
        try (GcodeReader reader = GcodeReader.open(file)) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                if (!line.hostCommand() && line.fileLine() >= fileLine) {
                    return Optional.of(new RestartPoint(line, state));
                }
                state.follow(line.text());
            }
            return Optional.empty();
        }
    }

    /**
     * At the first move that prints at this height or above it.
     *
     * @param z          mm
     * @param firstLayer as in {@link LayerTracker#LayerTracker(long)}
     */
    public static Optional<RestartPoint> atHeight(Path file, double z, long firstLayer, PrintState state) throws IOException {
        LayerTracker layers = new LayerTracker(firstLayer);
        try (GcodeReader reader = GcodeReader.open(file)) {
            GcodeLine line = reader.next();
            while (line != null && (line.hostCommand() || !layers.follow(line) || layers.z() < z - SAME)) {
                line = reader.next();
            }
            return line == null ? Optional.empty() : atLine(file, line.fileLine(), state);
        }
    }
}
