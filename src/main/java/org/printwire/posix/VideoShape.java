package org.printwire.posix;

/**
 * What the frames of a stream look like, as the driver has granted it.
 *
 * @param code   V4L2's number of the layout
 * @param width  pixels
 * @param height pixels
 * @param stride bytes from one row to the next; 0 for compressed frames
 */
public record VideoShape(int code, int width, int height, int stride) {}
