package org.printwire.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A structure of the kernel's: ints and texts at given places. All zero at first. */
final class VideoStruct {
    private final ByteBuffer bytes;

    VideoStruct(int length) {
        this(new byte[length]);
    }

    VideoStruct(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    byte[] bytes() {
        return bytes.array();
    }

    int at(int place) {
        return bytes.getInt(place);
    }

    VideoStruct put(int place, int value) {
        bytes.putInt(place, value);
        return this;
    }

    /** Up to its zero byte, {@code most} bytes otherwise. */
    String text(int place, int most) {
        int end = place;
        while (end < place + most && bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), place, end - place, StandardCharsets.UTF_8).strip();
    }
}
