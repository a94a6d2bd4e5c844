package org.printwire.webhook.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as a server sees it. */
public record Received(String method, String target, Map<String, String> headers, byte[] body) {

    private static final Pattern DISPOSITION =
            Pattern.compile("(?i)Content-Disposition: form-data; name=\"([^\"]+)\"(?:; filename=\"([^\"]+)\")?");

    public Received {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    /** Without the query, percent-encoding undone. */
    String path() {
        return URLDecoder.decode(target.replaceFirst("\\?.*", "").replace("+", "%2B"), UTF_8);
    }

    String contentType() {
        return headers.getOrDefault("Content-Type", "");
    }

    /** Empty: it is not UTF-8. */
    public Optional<String> text() {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** @param type null for a field */
    record Part(String name, String file, String type, byte[] content) {
        String text() {
            return new String(content, UTF_8);
        }
    }

    /** The parts of a multipart/form-data body by name, in order. Adds to {@code wrong} what RFC 7578 does not allow. */
    Map<String, Part> parts(List<String> wrong) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Matcher boundary = Pattern.compile("multipart/form-data; boundary=([0-9A-Za-z'()+_,./:=?-]{1,70})")
                .matcher(contentType());
        String all = new String(body, ISO_8859_1);
        if (!boundary.matches() || !("\r\n" + all).endsWith("\r\n--" + boundary.group(1) + "--\r\n")) {
            wrong.add("the body is not multipart/form-data to its end: " + contentType());
            return parts;
        }
        String[] pieces = ("\r\n" + all).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        for (int i = 1; i < pieces.length - 1; i++) {
            int end = pieces[i].indexOf("\r\n\r\n");
            String[] lines = end < 0 ? new String[0] : pieces[i].substring(2, end).split("\r\n");
            Matcher named = DISPOSITION.matcher(lines.length == 0 ? "" : lines[0]);
            if (!named.matches()) {
                wrong.add("part " + i + " has no name");
                continue;
            }
            String type = lines.length > 1 ? lines[1].replaceFirst("(?i)Content-Type: ", "") : null;
            byte[] content = pieces[i].substring(end + 4).getBytes(ISO_8859_1);
            if (parts.put(named.group(1), new Part(named.group(1), named.group(2), type, content)) != null) {
                wrong.add("part " + named.group(1) + " is there twice");
            }
        }
        return parts;
    }
}
