package org.printwire.webhook;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A record as a map for JSON: components in order, without those that are null; enum constants in lower case. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(Object event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = read(event, component);
            if (value != null) {
                fields.put(component.getName(), plain(value));
            }
        }
        return fields;
    }

    private static Object read(Object event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + event, e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Record) {
            return of(value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
            return plain;
        }
        return value instanceof Collection<?> values ? values.stream().map(Fields::plain).toList() : value;
    }
}
