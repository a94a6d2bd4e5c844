package org.printwire.stream;

import java.time.Duration;
import java.util.List;

/**
 * The head is to go aside between two layers, for a picture.
 *
 * @param commands   lead there, in absolute moves and relative extrusion (G90, M83); none: it does not
 * @param dwell      how long it stays
 * @param every      so many layers
 * @param firstLayer commands of the file before this one print no layer
 */
public record Park(List<String> commands, Duration dwell, int every, long firstLayer) {

    public static final Park NONE = new Park(List.of(), Duration.ZERO, 1, 0);

    public Park {
        commands = List.copyOf(commands);
    }
}
