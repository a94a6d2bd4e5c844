package org.printwire.endtoend;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeReader;
import org.printwire.sim.ExecutedHash;

/** Files to print, and what a printer must have executed of them. */
final class Prints {

    private Prints() {}

    /** Cut from a PrusaSlicer file for the MK3S: 261 commands, M600 M601 M600 M601 M600. */
    static Path stops() {
        try {
            return Path.of(Prints.class.getResource("/endtoend/stops.gcode").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Short moves, of {@code lines} lines. */
    static Path moves(Path folder, int lines) throws IOException {
        List<String> text = new ArrayList<>(List.of("G90", "M83"));
        for (int i = 2; i < lines; i++) {
            text.add("G1 X" + (50 + i % 7) + " Y" + (50 + i % 11) + " E0.01");
        }
        return Files.write(folder.resolve("moves.gcode"), text);
    }

    static List<String> commands(Path file) throws IOException {
        List<String> commands = new ArrayList<>();
        try (GcodeReader reader = GcodeReader.open(file)) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                commands.add(line.text());
            }
        }
        return commands;
    }

    /** What the simulator's report must say. */
    static String hash(Path file) throws IOException {
        return ExecutedHash.of(commands(file)).hex();
    }
}
