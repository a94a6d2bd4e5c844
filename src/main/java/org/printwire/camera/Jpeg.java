package org.printwire.camera;

/** A picture as JPEG bytes. The array is handed over, not copied: nobody writes to it. */
public record Jpeg(byte[] bytes) {}
