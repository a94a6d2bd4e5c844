package org.printwire.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.printwire.json.Json;

/**
 * The parameters of a delivery as it is stored beside those of its event: only what differs, or all if the names or
 * their order differ. Pure.
 *
 * @param own   JSON; null: exactly the event's
 * @param isAll {@code own} is all; else it is laid over the event's
 */
record Parameters(String own, boolean isAll) {

    /** @param shared what the event's row has */
    static Parameters of(Map<String, Object> values, Map<String, Object> shared) {
        if (!List.copyOf(values.keySet()).equals(new ArrayList<>(shared.keySet()))) {
            return new Parameters(Json.object(values), true);
        }
        Map<String, Object> own = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!same(value, shared.get(name))) {
                own.put(name, value);
            }
        });
        return new Parameters(own.isEmpty() ? null : Json.object(own), false);
    }

    /** @throws IllegalArgumentException the texts are not JSON any more */
    Map<String, Object> over(String shared) {
        if (isAll) {
            return Json.parseObject(own);
        }
        Map<String, Object> values = Json.parseObject(shared);
        if (own != null) {
            values.putAll(Json.parseObject(own));
        }
        return values;
    }

    /** By their texts: to a map, another order of its names makes no difference, to the receiver it may. */
    private static boolean same(Object value, Object shared) {
        return value == shared || text(value).equals(text(shared));
    }

    private static String text(Object value) {
        Map<String, Object> single = new LinkedHashMap<>();
        single.put("", value);
        return Json.object(single);
    }
}
