package org.printwire.marlin;

/** What a firmware makes of a line that it has received. */
public sealed interface DecodedLine {

    /** The line is sound. */
    record Accepted(Frame frame) implements DecodedLine {}

    /** The line is refused; {@code frame} is how it read, for a firmware that is more lenient. */
    record Rejected(FrameFault fault, Frame frame) implements DecodedLine {}
}
