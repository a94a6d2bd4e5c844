package org.printwire.webhook;

import java.util.List;
import java.util.Map;
import org.printwire.event.Envelope;

/** How things stand with the printer and its job: what the parameters of a message are taken from. One thread. */
public interface Situation {

    /** There is no printer. */
    Situation NONE = new Situation() {
        @Override
        public void on(Envelope envelope) {
            // nothing changes
        }

        @Override
        public Map<String, Object> values() {
            return Map.of();
        }

        @Override
        public List<Map<String, Object>> thumbnails() {
            return List.of();
        }
    };

    /** Takes note of any event, in order. */
    void on(Envelope envelope);

    /** By parameter name, JSON-like, in order; nothing in it changes any more. */
    Map<String, Object> values();

    /** The pictures in the job's file, as {@code format, width, height, data}; asked for only by who wants them. */
    List<Map<String, Object>> thumbnails();
}
