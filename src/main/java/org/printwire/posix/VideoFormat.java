package org.printwire.posix;

import java.util.List;

/**
 * A layout of frames that a camera has.
 *
 * @param code        V4L2's number for it: four letters, the first in the lowest byte
 * @param description the driver's words
 * @param sizes       empty where the driver does not tell
 */
public record VideoFormat(int code, String description, List<VideoSize> sizes) {

    /** The code as its letters: {@code MJPG}, {@code YUYV}. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int shift = 0; shift < 32; shift += 8) {
            int letter = code >> shift & 0x7F;
            letters.append(letter < ' ' || letter == 0x7F ? '?' : (char) letter);
        }
        return letters.toString().strip();
    }
}
