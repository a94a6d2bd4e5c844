package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.event.Event;

/**
 * The layers at whose end a webhook speaks: every so many, or the first alone. A layer is done when the next one
 * begins; the last one ends with the print, which has a message of its own.
 *
 * <p>Pure state, one thread.
 */
final class LayersDone {

    private final int interval;
    private Event.LayerChanged current;

    /** @param interval 0: the first layer alone */
    LayersDone(int interval) {
        this.interval = interval;
    }

    /** What to tell of the layer that is done with this event: {@code layer, layers, z}. */
    Optional<Map<String, Object>> doneBy(Event event) {
        if (event instanceof Event.PrintStarted) {
            current = null;
        }
        if (!(event instanceof Event.LayerChanged next)) {
            return Optional.empty();
        }
        Event.LayerChanged done = current;
        current = next;
        return done != null && wanted(done.layer()) ? Optional.of(extra(done)) : Optional.empty();
    }

    private boolean wanted(int layer) {
        return interval == 0 ? layer == 1 : layer % interval == 0;
    }

    private static Map<String, Object> extra(Event.LayerChanged done) {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("layer", done.layer());
        if (done.layers() != null) {
            extra.put("layers", done.layers());
        }
        extra.put("z", done.z());
        return extra;
    }
}
