package org.printwire.camera;

import java.time.Instant;

/**
 * What a picture is about.
 *
 * @param time    when it is asked for
 * @param job     the file that is printed; null: none
 * @param percent how far it is
 * @param layer   the one being printed, from 1; null: not known
 * @param layers  how many there are; null: not known
 * @param z       height of the layer in mm; null: not known
 */
public record Caption(Instant time, String job, int percent, Integer layer, Integer layers, Double z) {

    /** One that knows nothing of layers. */
    public Caption(Instant time, String job, int percent) {
        this(time, job, percent, null, null, null);
    }

    /** {@code LAYER 12/100}; empty: not known. */
    public String layerText() {
        return layer == null ? "" : "LAYER " + layer + (layers == null ? "" : "/" + layers);
    }
}
