package org.printwire.estimate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeReader;
import org.printwire.gcode.MadeFor;
import org.printwire.gcode.SurveyPlan;

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

    public static Estimate estimate(List<GcodeLine> lines, Machine machine) {
        return estimateTexts(lines.stream().map(GcodeLine::text).toList(), machine);
    }

    static Machine machine(Limits limits, Waits waits, boolean distanceModeCoversE) {
        return new Machine("a test's", Machine.Source.PROFILE, limits, waits, distanceModeCoversE);
    }

    static MadeFor madeFor(String file) throws IOException {
        return MadeFor.of(Path.of(URI.create(Sliced.class.getResource("/gcode/" + file).toString())));
    }

    static Estimate estimateTexts(List<String> texts, Machine machine) {
        return estimate(texts, new Estimator(machine), machine.distanceModeCoversE());
    }

    static Estimate estimate(List<String> texts, Estimator estimator, boolean distanceModeCoversE) {
        byte[] file = (String.join("\n", texts) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            FileFacts.survey(new ByteArrayInputStream(file), new SurveyPlan(FileFacts.PRUSA_LINE_BYTES, distanceModeCoversE,
                    estimator));
        } catch (IOException e) {
            throw new UncheckedIOException("an array has no errors", e);
        }
        return estimator.finish();
    }
}
