package org.printwire.gcode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of a file for people: a {@link GcodeLine} holds each byte as a character, and most files are UTF-8. */
public final class ReadableText {
    private ReadableText() {
    }

    /** The text as UTF-8; unchanged where it is none. */
    public static String of(String bytes) {
        if (bytes.chars().allMatch(letter -> letter < 0x80)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
