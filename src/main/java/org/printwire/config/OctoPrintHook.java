package org.printwire.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One webhook of the OctoPrint-Webhooks plugin, of any version of its settings: keys may be missing, numbers may be
 * texts and texts numbers.
 */
final class OctoPrintHook {

    private final Map<?, ?> keys;
    private final Consumer<String> notes;

    /** @param notes told in one sentence what cannot be carried over */
    OctoPrintHook(Map<?, ?> keys, Consumer<String> notes) {
        this.keys = keys;
        this.notes = notes;
    }

    void note(String sentence) {
        notes.accept(sentence);
    }

    Iterable<?> names() {
        return keys.keySet();
    }

    /** The text under this key, without blanks around it where it is no message. */
    String text(String key, String absent) {
        Object value = keys.get(key);
        if (value == null) {
            return absent;
        }
        if (value instanceof Map || value instanceof List) {
            note(key + " is no text and is left out");
            return absent;
        }
        return value.toString();
    }

    boolean flag(String key, boolean absent) {
        Object value = keys.get(key);
        if (value == null) {
            return absent;
        }
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        if (text.matches("true|yes|on|[+-]?0*[1-9][0-9]*")) {
            return true;
        }
        if (!text.matches("false|no|off|none|[+-]?0+|")) {
            note(key + " is neither true nor false; it is taken as " + absent);
            return absent;
        }
        return false;
    }

    /** A whole number as Python's int() reads it; empty: it is none. */
    Optional<Integer> number(String key, int absent) {
        Object value = keys.get(key);
        String text = value == null ? String.valueOf(absent) : value.toString().strip();
        return text.matches("[+-]?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    List<?> list(String key) {
        Object value = keys.get(key);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            note(key + " is no list and is left out");
        }
        return List.of();
    }

    /**
     * What the JSON text under this key holds.
     *
     * @return empty after a note: it is not valid JSON
     */
    Optional<Object> json(String key, Object absent) {
        Object value = keys.get(key);
        if (value == null) {
            return Optional.of(absent);
        }
        if (value instanceof Map || value instanceof List) {
            return Optional.of(value);
        }
        Optional<Object> parsed = OctoPrintJson.parse(value.toString());
        if (parsed.isEmpty()) {
            note(key + " is not valid JSON and is left out; OctoPrint could not send this webhook either");
        }
        return parsed;
    }
}
