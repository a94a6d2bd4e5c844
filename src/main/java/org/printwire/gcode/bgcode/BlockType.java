package org.printwire.gcode.bgcode;

/** The types of block, by their number in the file. */
enum BlockType {
    FILE_METADATA("file metadata", 0),
    GCODE("G-code", 5),
    SLICER_METADATA("slicer metadata", 4),
    PRINTER_METADATA("printer metadata", 1),
    PRINT_METADATA("print metadata", 3),
    THUMBNAIL("thumbnail", 2);

    private static final BlockType[] BY_NUMBER = values();

    private final String title;
    private final int place;

    BlockType(String title, int place) {
        this.title = title;
        this.place = place;
    }

    /** Null for a number that version 1 does not have. */
    static BlockType of(int number) {
        return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** What stands between the header and the data. */
    int parameterBytes() {
        return this == THUMBNAIL ? 6 : 2;
    }

    /** Only pictures and G-code come more than once, and nothing comes after what belongs behind it. */
    boolean mayFollow(BlockType before) {
        return before == null || place > before.place || place == before.place && (this == THUMBNAIL || this == GCODE);
    }
}
