package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a G-code file command by command, in constant memory whatever the length of the file or of a line.
 *
 * <p>Left out: comments ({@code ;} to the line's end, unless a backslash escapes it), blank lines, blanks at both ends,
 * a UTF-8 byte order mark, NUL bytes, and the line number and checksum that a file made for streaming brings. All else
 * is handed on unchanged, byte for byte: lower case, {@code %}, text in parentheses, {@code M110}, and bytes above 127,
 * each as the Latin-1 character of the same value. LF, CR LF and a lone CR end a line, as they do for the firmware.
 *
 * <p>A command of more than 65,536 bytes comes back cut to that length: no firmware takes it, and
 * {@link FileFacts#problems()} names it before the print. One thread at a time; closing closes the stream.
 */
public final class GcodeReader implements AutoCloseable {
    private static final Consumer<String> NOBODY = comment -> { };

    private final InputStream in;
    private final LineScanner scanner;
    private final Consumer<String> comments;
    private long index;

    public GcodeReader(InputStream in) {
        this(in, NOBODY);
    }

    /** @param comments is told each line that is nothing but a comment, from behind its semicolon on; not the kinds of
     *                 line and the widths, of which files are full and which say nothing of the whole */
    GcodeReader(InputStream in, Consumer<String> comments) {
        this.in = in;
        this.scanner = new LineScanner(in);
        this.comments = comments;
    }

    /**
     * Opens a file that the caller closes; binary G-code is read as its text ({@link GcodeFile#open}). No buffering stream
     * is needed in between.
     */
    public static GcodeReader open(Path file) throws IOException {
        return new GcodeReader(GcodeFile.open(file));
    }

    /** The next command or host command; null at the end of the file, and from then on. */
    public GcodeLine next() throws IOException {
        while (step()) {
            GcodeLine line = line();
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** Reads one line, whatever it is; false at the end of the file. */
    boolean step() throws IOException {
        return scanner.next();
    }

    /** What the line that {@link #step} has read asks for; null: nothing, and its comment has been told. Once a line. */
    GcodeLine line() {
        byte[] line = scanner.bytes();
        int comment = LineText.commentStart(line, scanner.length());
        String text = LineText.command(line, comment);
        if (!text.isEmpty()) {
            return line(text, comment == scanner.length() && scanner.cut());
        }
        if (comment < scanner.length() && comments != NOBODY && !SlicerComment.dull(line, comment + 1, scanner.length())) {
            comments.accept(new String(line, comment + 1, scanner.length() - comment - 1,
                    StandardCharsets.ISO_8859_1));
        }
        return null;
    }

    /**
     * Reads the next line if it is a plain move, without making a text of it.
     *
     * @param longest bytes of the command beyond which the caller wants the text
     * @return false when it is any other line: nothing is read, and {@link #step()} has it
     */
    boolean nextMove(CommandWords words, int longest) {
        boolean move = scanner.move(words, longest);
        index += move ? 1 : 0;
        return move;
    }

    /** NUL bytes dropped so far, on which the user should be warned: they are a sign of a damaged file or card. */
    public long nulBytes() {
        return scanner.nulBytes();
    }

    /** Lines read so far, with blank ones and comments. */
    public long lines() {
        return scanner.number();
    }

    /** Bytes read so far, up to the end of the line that was read last. */
    public long bytes() {
        return scanner.endOffset();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private GcodeLine line(String text, boolean cut) {
        // A cut command may end in blanks: padded to the full length it stays too long to be sent by mistake.
        String kept = cut ? text + " ".repeat(Math.max(0, LineScanner.KEPT_BYTES - text.length())) : text;
        GcodeLine line = new GcodeLine(index, scanner.number(), scanner.endOffset(), kept);
        if (!line.hostCommand()) {
            index++;
        }
        return line;
    }
}
