package org.printwire.timelapse;

import java.nio.file.Path;

/**
 * A film of a print.
 *
 * @param movie   its file
 * @param poster  a JPEG of its last picture
 * @param frames  that are in it
 * @param seconds that it plays
 * @param encoder that made it, for people
 */
public record Film(Path movie, Path poster, int frames, double seconds, String encoder) {}
