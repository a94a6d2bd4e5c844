package org.printwire.gcode.bgcode;

/**
 * A block whose checksum, where it has one, was right.
 *
 * @param number     its place in the file, from 1
 * @param offset     of its header, in bytes from the file's start
 * @param parameters as they stand in the file
 * @param data       decompressed
 */
record Block(BlockType type, long number, long offset, byte[] parameters, byte[] data) {

    /** A parameter of two bytes. */
    int parameter(int index) {
        return parameters[2 * index] & 0xFF | (parameters[2 * index + 1] & 0xFF) << 8;
    }

    BgcodeException broken(String what) {
        return broken(number, type, offset, what);
    }

    /** @param type null when it is not known */
    static BgcodeException broken(long number, BlockType type, long offset, String what) {
        return new BgcodeException("block " + number + (type == null ? "" : " (" + type.title() + ")") + " at byte " + offset
                + " of the binary G-code is broken: " + what + "; copy the file again, or export it again from the slicer");
    }
}
