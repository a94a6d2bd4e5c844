package org.printwire.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;

/** The parts of a multipart request that came, by name, in order. */
record FormParts(Map<String, byte[]> parts, byte[] file) {

    private static final Pattern NAME = Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"]*)\"(; filename=)?");

    static FormParts of(RecordedRequest request) {
        String type = request.getHeaders().get("Content-Type");
        String delimiter = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] file = null;
        for (String part : new String(request.getBody().toByteArray(), ISO_8859_1).split(Pattern.quote(delimiter))) {
            Matcher name = NAME.matcher(part);
            if (name.find()) {
                byte[] content = part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2).getBytes(ISO_8859_1);
                parts.put(name.group(1), content);
                file = name.group(2) == null ? file : content;
            }
        }
        return new FormParts(parts, file);
    }

    String text(String name) {
        return new String(parts.get(name), UTF_8);
    }
}
