package org.printwire.gcode;

import java.util.Base64;

/**
 * A picture of the print that the slicer has put into the file.
 *
 * @param format {@code png}, {@code jpg} or {@code qoi}
 * @param width  pixels, as the slicer says
 * @param height pixels, as the slicer says
 * @param base64 the picture; good Base64
 */
public record Thumbnail(String format, int width, int height, String base64) {

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** The picture as an address that a browser shows by itself: {@code data:image/png;base64,...}. */
    public String dataUri() {
        return "data:image/" + (format.equals("jpg") ? "jpeg" : format) + ";base64," + base64;
    }
}
