package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a webhook that has none of its own: the OctoPrint-Webhooks plugin's, in its order. */
final class DefaultData {

    private static final List<String> KEYS = List.of("deviceIdentifier", "apiSecret", "topic", "message", "extra",
            "state", "job", "progress", "currentZ", "offsets", "meta", "currentTime");

    private DefaultData() {}

    static Map<String, Object> of(boolean snapshot) {
        Map<String, Object> data = new LinkedHashMap<>();
        KEYS.forEach(key -> data.put(key, "@" + key));
        if (snapshot) {
            data.put("snapshot", "@snapshot");
        }
        return data;
    }
}
