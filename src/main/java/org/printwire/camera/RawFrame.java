package org.printwire.camera;

/**
 * A frame as the camera gave it.
 *
 * @param width  pixels
 * @param height pixels
 * @param stride bytes from one row to the next in the first plane; 0 for JPEG
 * @param bytes  handed over, not copied: nobody writes to it. May be shorter than the format demands (a broken frame)
 */
public record RawFrame(PixelFormat format, int width, int height, int stride, byte[] bytes) {}
