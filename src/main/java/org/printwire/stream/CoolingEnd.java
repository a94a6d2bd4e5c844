package org.printwire.stream;

/**
 * Why nobody waits any longer for a printer to cool down.
 *
 * @param text a sentence for people
 */
public record CoolingEnd(Kind kind, String text) {

    /**
     * {@code COOLED}: it is cool enough. {@code GIVEN_UP}: the user wanted no more. {@code TOO_LONG}: the limit has
     * passed. {@code SILENT}: nothing is heard of the printer. {@code STOPPED}: it has stopped itself by a fault.
     * {@code LOST}: the port is gone.
     */
    public enum Kind { COOLED, GIVEN_UP, TOO_LONG, SILENT, STOPPED, LOST }
}
