package org.printwire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * JSON texts: the lines of {@code print --json}, the bodies of webhooks, reports for people.
 *
 * <p>The order of keys is that of the map or record. Numbers, booleans, texts, maps, lists, null and records are
 * written, fractions without an exponent; texts keep all of Unicode (encode the result as UTF-8). Safe for several threads. The first use loads
 * Jackson, which takes a noticeable time on a small machine.
 */
public final class Json {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /**
     * One line for {@code print --json}, without a line end: {@code time}, {@code seq}, {@code event}, {@code job} if
     * there is one, then the event's own components; those that are null are left out.
     */
    public static String event(Envelope envelope) {
        return text(EventJson.write(envelope, Mapper.JSON), false);
    }

    /**
     * The reverse of {@link #event}; times have milliseconds. Keys that the event does not know are ignored, so that
     * later versions may add some.
     *
     * @throws IllegalArgumentException it is not such a line
     */
    public static Envelope parseEvent(String line) {
        try {
            return EventJson.read(Mapper.JSON.readTree(line), Mapper.JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event in JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The event's own components as in {@link #event}, without those that are null: maps, lists and plain values. */
    public static Map<String, Object> fields(Event event) {
        return Mapper.JSON.convertValue(EventJson.fields(event, Mapper.JSON), OBJECT);
    }

    /** One line, keys in the order of the map; a key whose value is null is written as null. */
    public static String object(Map<String, ?> object) {
        return text(object, false);
    }

    /** Any value on one line: null, a text, a number, a flag, a list, a map. NaN and infinity are written as null. */
    public static String value(Object value) {
        return text(value, false);
    }

    /** The same over several lines, indented by two blanks, without a line end at its end. */
    public static String pretty(Object value) {
        return text(value, true);
    }

    /**
     * Whole numbers come as Integer, Long or BigInteger, others as Double; objects as maps in their order, arrays as
     * lists.
     *
     * @throws IllegalArgumentException it is not one JSON object; the message does not quote the text
     */
    public static Map<String, Object> parseObject(String text) {
        try {
            Map<String, Object> object = Mapper.JSON.readValue(text, OBJECT);
            if (object == null) {
                throw new IllegalArgumentException("not a JSON object: null");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object, line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr());
        }
    }

    private static String text(Object value, boolean pretty) {
        try {
            return pretty ? Mapper.PRETTY.writeValueAsString(value) : Mapper.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for a " + value.getClass().getName() + ": "
                    + e.getOriginalMessage(), e);
        }
    }
}
