package org.printwire.config;

import java.util.List;

/**
 * {@code picture:} of a camera: what becomes of its images, after flips and turn.
 *
 * @param crop      null: nothing is cut off
 * @param maxWidth  pixels; a larger picture is shrunk
 * @param maxHeight pixels
 * @param quality   1 to 100, of a picture that has to be written anew
 * @param caption   what is written into it, in this order
 */
public record PictureSection(CropSection crop, int maxWidth, int maxHeight, int quality, List<CaptionPart> caption) {

    public static final PictureSection DEFAULTS = new PictureSection(null, 1640, 1232, 75, List.of());
}
