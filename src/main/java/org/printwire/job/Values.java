package org.printwire.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON-like maps in the order in which they are written, with null for what is not known. */
final class Values {

    private Values() {}

    /** Keys and values in turn. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
