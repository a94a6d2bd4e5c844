package org.printwire.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body (RFC 7578), as far as the demo's receiver has to read one. */
record MultipartForm(List<Part> parts) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    /** One field. {@code fileName} is empty where the field is no file. */
    record Part(String name, String fileName, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The text of the field with this name. */
    Optional<String> text(String name) {
        return parts.stream().filter(p -> p.name().equals(name) && p.fileName().isEmpty()).map(Part::text).findFirst();
    }

    /** The first field that is a file. */
    Optional<Part> file() {
        return parts.stream().filter(p -> !p.fileName().isEmpty()).findFirst();
    }

    /**
     * Reads a body. Bytes are taken as Latin-1 for the search, so a picture passes unharmed.
     *
     * @throws IllegalArgumentException the header names no boundary, or a part has no end of its headers
     */
    static MultipartForm parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IllegalArgumentException("multipart without a boundary: " + contentType);
        }
        String delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int start = text.indexOf(delimiter);
        while (start >= 0 && !text.startsWith("--", start + delimiter.length())) {
            int end = text.indexOf(delimiter, start + delimiter.length());
            if (end < 0) {
                throw new IllegalArgumentException("multipart body is cut off in part " + (parts.size() + 1));
            }
            parts.add(part(text.substring(start + delimiter.length(), end)));
            start = end;
        }
        return new MultipartForm(List.copyOf(parts));
    }

    private static Part part(String text) {
        int blank = text.indexOf("\r\n\r\n");
        if (blank < 0) {
            throw new IllegalArgumentException("multipart part without an end of its headers");
        }
        String headers = text.substring(0, blank);
        return new Part(first(NAME, headers), first(FILE_NAME, headers),
                text.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String first(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find()
                ? new String(matcher.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : "";
    }
}
