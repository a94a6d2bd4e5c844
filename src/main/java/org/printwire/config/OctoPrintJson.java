package org.printwire.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The JSON texts that the plugin keeps. Of a key that is there twice the last one counts, as in Python. */
final class OctoPrintJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private OctoPrintJson() {}

    /** Maps in their order, lists, Strings, numbers and flags; empty: not JSON, or null. */
    static Optional<Object> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Object.class)).filter(OctoPrintJson::isFinite);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** 1e400 is JSON, but no number that can be sent. */
    private static boolean isFinite(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(OctoPrintJson::isFinite);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().allMatch(OctoPrintJson::isFinite);
        }
        return !(value instanceof Double number) || Double.isFinite(number);
    }
}
