package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.printwire.webhook.FormFields.Field;

/** What stands between the parts of a multipart body. */
final class Boundary {

    private static final int MOST_OF_ID = 50;

    private Boundary() {}

    /** The same for the same event and content; occurs neither in a field nor in the picture. */
    static String of(String eventId, FormFields fields, byte[] picture) {
        String id = eventId.replaceAll("[^0-9A-Za-z-]", "-");
        String boundary = "printwire-" + id.substring(0, Math.min(id.length(), MOST_OF_ID));
        for (int number = 1; ; number++) {
            String candidate = number == 1 ? boundary : boundary + "-" + number;
            if (!occurs(candidate, fields) && !occurs(candidate.getBytes(UTF_8), picture)) {
                return candidate;
            }
        }
    }

    private static boolean occurs(String boundary, FormFields fields) {
        for (Field field : fields.fields()) {
            if (field.value().contains(boundary) || field.name().contains(boundary)) {
                return true;
            }
        }
        return false;
    }

    private static boolean occurs(byte[] boundary, byte[] content) {
        for (int at = 0; at <= content.length - boundary.length; at++) {
            int same = 0;
            while (same < boundary.length && content[at + same] == boundary[same]) {
                same++;
            }
            if (same == boundary.length) {
                return true;
            }
        }
        return false;
    }
}
