package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.printwire.http.HttpBody;
import org.printwire.http.HttpRequestSpec;

/** A request as it is sent, for people: line by line, secrets covered, pictures only by their size. Pure. */
final class RequestText {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern PICTURE = Pattern.compile("(?i)content-type: *image/");
    private static final String PART_END = "\r\n\r\n";

    private RequestText() {}

    static List<String> lines(HttpRequestSpec spec, SecretMask mask) {
        List<String> lines = new ArrayList<>();
        lines.add(spec.method() + " " + mask.mask(spec.url().reveal()));
        spec.headers().forEach((name, value) -> lines.add(name + ": " + mask.mask(value)));
        if (spec.body() != null) {
            lines.add("Content-Type: " + spec.body().contentType());
            lines.add("");
            body(spec.body()).forEach(line -> lines.add(mask.mask(line)));
        }
        return lines;
    }

    private static List<String> body(HttpBody body) {
        if (body.contentType().startsWith("image/")) {
            return List.of(picture(body.bytes().length));
        }
        Matcher boundary = BOUNDARY.matcher(body.contentType());
        if (!body.contentType().startsWith("multipart/") || !boundary.find()) {
            return new String(body.bytes(), UTF_8).lines().toList();
        }
        List<String> lines = new ArrayList<>();
        String delimiter = "--" + boundary.group(1);
        // Latin-1 keeps each byte a character, so a picture does not disturb the search.
        for (String part : new String(body.bytes(), ISO_8859_1).split(Pattern.quote(delimiter))) {
            int end = part.indexOf(PART_END);
            if (end >= 0) {
                lines.add(delimiter);
                lines.addAll(part.substring(0, end).strip().lines().toList());
                lines.add("");
                String content = part.substring(end + PART_END.length(), part.length() - 2);
                lines.addAll(PICTURE.matcher(part.substring(0, end)).find()
                        ? List.of(picture(content.length()))
                        : new String(content.getBytes(ISO_8859_1), UTF_8).lines().toList());
            }
        }
        lines.add(delimiter + "--");
        return lines;
    }

    private static String picture(int bytes) {
        return "(a picture, " + bytes + " bytes)";
    }
}
