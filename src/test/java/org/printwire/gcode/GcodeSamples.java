package org.printwire.gcode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sliced files under src/test/resources/gcode, and what facts.tsv says of each. */
final class GcodeSamples {
    /** One line of facts.tsv; {@code -} stands for nothing. */
    record Facts(String file, int commands, String hostCommands, int layers, String pauses, String firstM73, String hash) {
        @Override
        public String toString() {
            return file;
        }
    }

    private GcodeSamples() {
    }

    static Stream<Facts> facts() {
        return Vectors.lines("/gcode/facts.tsv").skip(1).map(line -> line.split("\t"))
                .map(c -> new Facts(c[0], Integer.parseInt(c[1]), c[2], Integer.parseInt(c[3]), c[4], c[5], c[6]));
    }

    static InputStream open(String file) {
        return GcodeSamples.class.getResourceAsStream("/gcode/" + file);
    }

    static List<GcodeLine> read(InputStream in) throws IOException {
        List<GcodeLine> lines = new ArrayList<>();
        try (GcodeReader reader = new GcodeReader(in)) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The texts in a file of these bytes, one Latin-1 character a byte. */
    static List<String> texts(String file) throws IOException {
        return read(stream(file)).stream().map(GcodeLine::text).toList();
    }

    static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1));
    }
}
