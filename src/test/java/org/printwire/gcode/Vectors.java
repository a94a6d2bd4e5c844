package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The lines of one kind of vectors/octoprint-behaviour.tsv, as (input, expected). */
final class Vectors {
    private Vectors() {
    }

    static Stream<Arguments> of(String kind) {
        return lines("/vectors/octoprint-behaviour.tsv").map(line -> line.split("\t", -1))
                .filter(columns -> columns[0].equals(kind))
                .map(columns -> Arguments.of(unescape(columns[1]), unescape(columns[2])));
    }

    static Stream<String> lines(String resource) {
        try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescape(String column) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c == '\\' && i + 1 < column.length()) {
                char escape = column.charAt(++i);
                text.append(escape == 't' ? '\t' : escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
