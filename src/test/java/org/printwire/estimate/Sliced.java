package org.printwire.estimate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeReader;

/** The commands of the sliced files under src/test/resources/gcode, and what they take. */
public final class Sliced {
    private Sliced() {
    }

    public static List<GcodeLine> lines(String file) throws IOException {
        List<GcodeLine> lines = new ArrayList<>();
        try (GcodeReader reader = new GcodeReader(Sliced.class.getResourceAsStream("/gcode/" + file))) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    static List<String> texts(String file) throws IOException {
        return lines(file).stream().map(GcodeLine::text).toList();
    }

    public static Estimate estimate(List<GcodeLine> lines, Machine machine) {
        Estimator estimator = new Estimator(machine);
        lines.forEach(estimator::take);
        return estimator.finish();
    }
}
