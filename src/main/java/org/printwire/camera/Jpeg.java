package org.printwire.camera;

import java.util.Optional;

/** A picture as JPEG bytes. The array is handed over, not copied: nobody writes to it. */
public record Jpeg(byte[] bytes) {

    /** In pixels. */
    public record Size(int width, int height) {}

    /** As its header says, without decoding; empty: this is no JPEG. */
    public Optional<Size> size() {
        return JpegHeader.of(bytes).map(header -> new Size(header.width(), header.height()));
    }
}
