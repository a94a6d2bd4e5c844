package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.printwire.testing.Hook.map;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.http.HttpRequestSpec;
import org.printwire.testing.Hook;

/** Requests of a hook filled with the values of one delivery. */
final class Filled {

    static final String EVENT_ID = "run-7";
    static final Jpeg JPEG = new Jpeg(new byte[] {(byte) 0xff, (byte) 0xd8, 'J', '\r', '\n', 0, (byte) 0xff, (byte) 0xd9});

    private Filled() {}

    static Map<String, Object> values() {
        return map("topic", "Print Done", "extra", map("name", "cube.gcode", "time", 50.5, "é", null),
                "state", map("text", "Operational", "flags", map("ready", true)),
                "job", map("file", map("name", "cube.gcode"), "filament", null),
                "progress", map("completion", 14.496484, "filepos", 1234), "currentZ", null, "offsets", map(),
                "currentTime", 1_795_458_605L, "percentCompleteMilestone", 50);
    }

    static Delivery delivery(Topic topic, Map<String, Object> values) {
        return new Delivery(1, EVENT_ID, "a", Instant.EPOCH, "PrintDone", "cube.gcode", topic, values, null);
    }

    static RequestTemplate template(Hook hook) {
        return RequestTemplate.of(Webhook.of(hook.section(), "1.2.3"), ZoneOffset.UTC, "1.2.3");
    }

    static HttpRequestSpec request(Hook hook, Optional<Jpeg> picture) {
        return request(hook, values(), picture);
    }

    static HttpRequestSpec request(Hook hook, Map<String, Object> values, Optional<Jpeg> picture) {
        RequestTemplate template = template(hook);
        Map<String, Object> all = template.values(delivery(Topic.PRINT_DONE, values), 1, Map.of());
        return template.request(all, picture, EVENT_ID);
    }

    /** The body of a request without a picture. */
    static String body(Hook hook) {
        return new String(request(hook, Optional.empty()).body().bytes(), UTF_8);
    }

    /** The parts between the boundaries, without their last line break. */
    static List<String> parts(String body, String boundary) {
        return List.of(body.split("(\r\n)?--" + boundary + "(--)?\r\n", -1));
    }
}
