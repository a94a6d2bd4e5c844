package org.printwire.stream;

import org.printwire.gcode.GcodeLine;

/**
 * A command on its way to the printer.
 *
 * @param text   what is sent, without number and checksum
 * @param kind   what it means for the flow
 * @param source the line of the file; null: the host's own command
 */
record Line(String text, CommandKind kind, GcodeLine source) {

    static Line own(String text) {
        return new Line(text, CommandKind.of(text), null);
    }

    static Line file(GcodeLine line, String text) {
        return new Line(text, CommandKind.of(text), line);
    }

    boolean fromFile() {
        return source != null;
    }
}
