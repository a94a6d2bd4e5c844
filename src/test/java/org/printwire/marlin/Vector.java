package org.printwire.marlin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of octoprint-behaviour.tsv: an input and what OctoPrint makes of it. */
record Vector(String kind, String input, String expected) {

    static List<Vector> all() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Vector.class.getResourceAsStream("/vectors/octoprint-behaviour.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Vector::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Vector> of(String kind) {
        return all().stream().filter(vector -> vector.kind().equals(kind)).toList();
    }

    /** The input without its {@code [setting]} in front. */
    String line() {
        return input.startsWith("[") ? input.substring(input.indexOf(']') + 2) : input;
    }

    /** The current tool of {@code [tool=1] ..}. */
    int tool() {
        return input.startsWith("[tool=") ? Character.digit(input.charAt(6), 10) : 0;
    }

    private static Vector read(String row) {
        String[] columns = row.split("\t", -1);
        return new Vector(columns[0], unescape(columns[1]), unescape(columns[2]));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return kind + ": " + input;
    }
}
