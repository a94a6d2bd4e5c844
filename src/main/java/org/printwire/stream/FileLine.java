package org.printwire.stream;

import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;
import org.printwire.gcode.LineLength;

/** Makes a line of the file fit to be sent. */
final class FileLine {

    /** The longest frame around a text: N, a number, a blank, an asterisk, three digits. */
    private static final int FRAME_BYTES = 28;

    private FileLine() {}

    /**
     * The line as it goes out under this number: as it is, but for three things. The text of M117 and M118 is cut to what
     * the firmware takes, and gets an x for an asterisk, which firmware takes for the checksum's. A letter that is not
     * ASCII becomes a question mark: Prusa MK3 3.14 leaves such bytes out and then finds the checksum wrong. An M110 of the
     * file becomes M105: the line numbers are the host's, and firmware takes M110 without checking them.
     */
    static Line prepare(GcodeLine line, long number, int maxLineBytes) {
        String text = ascii(line.text());
        if (GcodeWord.is(text, 'M', 110)) {
            return Line.file(line, "M105");
        }
        if (GcodeWord.is(text, 'M', 117) || GcodeWord.is(text, 'M', 118)) {
            text = text.replace('*', 'x');
        }
        if (text.length() + FRAME_BYTES <= maxLineBytes) {
            return Line.file(line, text);
        }
        String whole = text;
        return Line.file(line, LineLength.fit(text, number, maxLineBytes)
                .orElseThrow(() -> new IllegalStateException("line " + line.fileLine()
                        + " is too long and should have been refused before the print: " + whole)));
    }

    /** One question mark for each letter of UTF-8, whose bytes the text holds as one character each. */
    private static String ascii(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 0x80 && plain == null) {
                continue;
            }
            if (plain == null) {
                plain = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (letter < 0x80) {
                plain.append(letter);
            } else if (letter >= 0xC0 || i == 0 || text.charAt(i - 1) < 0x80) {
                plain.append('?');
            }
        }
        return plain == null ? text : plain.toString();
    }
}
