package org.printwire.gcode;

/**
 * One command of a G-code file, cleaned: comment, blanks at the ends, line number and checksum are gone.
 *
 * @param index      0-based position among the commands that go to the printer. A host command (see
 *                   {@link #hostCommand()}) carries the index of the command that follows it.
 * @param fileLine   1-based line in the file, for messages to people
 * @param endOffset  bytes of the file up to and including this line's end: what "done so far" means in bytes
 * @param text       what is sent, Latin-1 characters only, never empty
 */
public record GcodeLine(long index, long fileLine, long endOffset, String text) {

    /** The same place of the file with another text. */
    public GcodeLine with(String other) {
        return new GcodeLine(index, fileLine, endOffset, other);
    }

    /** True for {@code @pause} and its kind: an instruction to the host, never sent to the printer. */
    public boolean hostCommand() {
        return text.charAt(0) == '@';
    }
}
