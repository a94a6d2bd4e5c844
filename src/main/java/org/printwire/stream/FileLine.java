package org.printwire.stream;

import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.LineLength;

/** Makes a line of the file fit to be sent. */
final class FileLine {

    private FileLine() {}

    /**
     * The line as it goes out under this number. The text of M117 and M118 is cut to what the firmware takes. An M110 of
     * the file becomes M105: the line numbers are the host's, and a firmware takes M110 without checking them.
     */
    static Line prepare(GcodeLine line, long number, int maxLineBytes) {
        Line whole = Line.file(line, line.text());
        if (whole.kind() == CommandKind.NUMBERING) {
            return Line.file(line, "M105");
        }
        if (line.text().length() + 28 <= maxLineBytes) {
            return whole;
        }
        String fitting = LineLength.fit(line.text(), number, maxLineBytes)
                .orElseThrow(() -> new IllegalStateException("line " + line.fileLine()
                        + " is too long and should have been refused before the print: " + line.text()));
        return Line.file(line, fitting);
    }
}
