package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The pictures in the comments at the head of a file, before its first command, as PrusaSlicer and its kin write them:
 * {@code ; thumbnail begin 160x120 4321}, Base64 by the line, {@code ; thumbnail end}; {@code thumbnail_JPG} and
 * {@code thumbnail_QOI} likewise. One that is broken, or larger than {@value #MOST_CHARS} characters, is left out.
 * Those of binary G-code come the same way ({@link GcodeFile#open}).
 */
public final class Thumbnails {
    static final int MOST_CHARS = 700_000;
    private static final int MOST_PICTURES = 16;
    private static final int HEAD_BYTES = 4_000_000;

    private final List<Thumbnail> found = new ArrayList<>();
    private final StringBuilder base64 = new StringBuilder();
    /** What the begin line promises; null outside of a picture. */
    private Thumbnail open;

    private Thumbnails() {
    }

    /** Reads the head of the file; none when it cannot be read any more. */
    public static List<Thumbnail> of(Path file) {
        try (InputStream in = GcodeFile.open(file)) {
            return read(in);
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<Thumbnail> read(InputStream in) throws IOException {
        Thumbnails head = new Thumbnails();
        LineScanner scanner = new LineScanner(in);
        while (head.found.size() < MOST_PICTURES && scanner.endOffset() < HEAD_BYTES && scanner.next()) {
            if (scanner.length() > 0 && scanner.bytes()[0] != ';') {
                break;
            }
            int from = Math.min(1, scanner.length());
            head.line(new String(scanner.bytes(), from, scanner.length() - from, StandardCharsets.ISO_8859_1).strip());
        }
        return List.copyOf(head.found);
    }

    private void line(String text) {
        if (text.startsWith("thumbnail")) {
            if (text.endsWith(" end")) {
                close();
            } else {
                open = begin(text.split(" +")).orElse(null);
            }
            base64.setLength(0);
        } else if (open != null && base64.length() <= MOST_CHARS) {
            base64.append(text);
        }
    }

    private void close() {
        if (open == null || base64.isEmpty() || base64.length() > MOST_CHARS) {
            return;
        }
        try {
            String picture = base64.toString();
            Base64.getDecoder().decode(picture);
            found.add(new Thumbnail(open.format(), open.width(), open.height(), picture));
        } catch (IllegalArgumentException e) {
            // The file is damaged here: a picture less is no fault of the print.
        }
        open = null;
    }

    /** {@code thumbnail_QOI begin 220x124 7360}; nothing for formats that are not known. */
    private static Optional<Thumbnail> begin(String[] words) {
        String format = switch (words[0]) {
            case "thumbnail", "thumbnail_PNG" -> "png";
            case "thumbnail_JPG" -> "jpg";
            case "thumbnail_QOI" -> "qoi";
            default -> null;
        };
        if (format == null || words.length < 3 || !words[1].equals("begin") || !words[2].matches("\\d{1,5}x\\d{1,5}")) {
            return Optional.empty();
        }
        int by = words[2].indexOf('x');
        return Optional.of(new Thumbnail(format, Integer.parseInt(words[2].substring(0, by)),
                Integer.parseInt(words[2].substring(by + 1)), ""));
    }
}
