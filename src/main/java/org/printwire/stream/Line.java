package org.printwire.stream;

import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;

/**
 * A command on its way to the printer.
 *
 * @param text   what is sent, without number and checksum
 * @param kind   what it means for the flow
 * @param source the line of the file; null: the host's own command
 * @param numbered false: it goes out without a number, and is forgotten if it gets lost
 */
record Line(String text, CommandKind kind, GcodeLine source, boolean numbered) {

    /** Goes out under a number whose own command is not known, or has taken effect and must not do so again. */
    static final Line HARMLESS = own("M105");

    private static final int G0 = GcodeWord.code('G', 0);
    private static final int G3 = GcodeWord.code('G', 3);

    static Line own(String text) {
        return new Line(text, CommandKind.of(text), null, true);
    }

    static Line bare(String text) {
        return new Line(text, CommandKind.of(text), null, false);
    }

    static Line file(GcodeLine line, String text) {
        return new Line(text, CommandKind.of(text), line, true);
    }

    boolean fromFile() {
        return source != null;
    }

    /** G0 to G3: answered when the planner has room for one more. */
    boolean move() {
        int code = GcodeWord.code(text);
        return code >= G0 && code <= G3;
    }
}
