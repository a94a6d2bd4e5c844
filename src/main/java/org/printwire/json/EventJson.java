package org.printwire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.EventName;

/** An event's JSON object. Its shape is a promise to scripts: keys may be added, never changed. */
final class EventJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Map<String, Class<? extends Event>> TYPES =
            Event.types().stream().collect(Collectors.toUnmodifiableMap(EventName::wire, Function.identity()));

    private EventJson() {}

    static ObjectNode write(Envelope envelope, ObjectMapper mapper) {
        ObjectNode line = mapper.createObjectNode();
        line.put("time", TIME.format(envelope.time()));
        line.put("seq", envelope.sequence());
        line.put("event", EventName.wire(envelope.event().getClass()));
        if (envelope.job() != null) {
            line.put("job", envelope.job());
        }
        line.setAll(fields(envelope.event(), mapper));
        addClockTimes(line, envelope);
        return line;
    }

    /** What lies ahead is told in seconds; {@code eta} is the same as a time, by the time of the event. */
    private static void addClockTimes(ObjectNode line, Envelope envelope) {
        if (envelope.event() instanceof Event.ProgressChanged progress) {
            progress.left().ifPresent(seconds -> line.put("eta", eta(envelope, seconds)));
        } else if (envelope.event() instanceof Event.StopsPlanned) {
            for (JsonNode stop : line.get("stops")) {
                if (stop.has("seconds")) {
                    ((ObjectNode) stop).put("eta", eta(envelope, stop.get("seconds").asLong()));
                }
            }
        }
    }

    private static String eta(Envelope envelope, long seconds) {
        return envelope.time().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The event's own components, without those that are null. */
    static ObjectNode fields(Event event, ObjectMapper mapper) {
        ObjectNode own = mapper.valueToTree(event);
        removeNulls(own);
        return own;
    }

    static Envelope read(JsonNode line, ObjectMapper mapper) throws JsonProcessingException {
        Class<? extends Event> type = TYPES.get(required(line, "event").asText());
        if (type == null) {
            throw new IllegalArgumentException("no event is named " + line.get("event"));
        }
        try {
            Instant time = Instant.parse(required(line, "time").asText());
            String job = line.hasNonNull("job") ? line.get("job").asText() : null;
            return new Envelope(time, required(line, "seq").asLong(), job, mapper.treeToValue(line, type));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: " + line.get("time"), e);
        }
    }

    private static JsonNode required(JsonNode line, String key) {
        if (line == null || !line.hasNonNull(key)) {
            throw new IllegalArgumentException("not an event in JSON: no " + key);
        }
        return line.get(key);
    }

    private static void removeNulls(JsonNode node) {
        for (Iterator<JsonNode> values = node.elements(); values.hasNext(); ) {
            JsonNode value = values.next();
            if (value.isNull()) {
                values.remove();
            } else {
                removeNulls(value);
            }
        }
    }
}
