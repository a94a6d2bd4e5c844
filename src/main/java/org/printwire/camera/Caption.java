package org.printwire.camera;

import java.time.Instant;

/**
 * What a picture is about.
 *
 * @param time    when
 * @param job     of which job; null: none
 * @param percent how far that was
 * @param layer   which of its layers, from 1; null: not known
 * @param layers  how many there are; null: not known
 */
public record Caption(Instant time, String job, int percent, Integer layer, Integer layers) {
    public Caption(Instant time, String job, int percent) {
        this(time, job, percent, null, null);
    }

    /** {@code LAYER 12/100}; empty: not known. */
    public String layerText() {
        return layer == null ? "" : "LAYER " + layer + (layers == null ? "" : "/" + layers);
    }
}
