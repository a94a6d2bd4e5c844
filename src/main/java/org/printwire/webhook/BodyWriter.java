package org.printwire.webhook;

import java.util.Map;

/** Writes a map as a JSON object, keys in the map's order. The seam to the json room. */
@FunctionalInterface
public interface BodyWriter {
    String json(Map<String, ?> object);
}
