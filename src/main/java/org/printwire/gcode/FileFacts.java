package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.printwire.gcode.bgcode.BgcodeException;

/**
 * What one reading of a whole file tells before it is printed.
 *
 * @param bytes           size as read
 * @param lines           lines, with blank ones and comments
 * @param commands        commands that go to the printer; 0 means that there is nothing to print
 * @param hostCommands    {@code @} commands, for the host
 * @param layers          layers by the slicer's own marks, where it has any, else by {@link LayerTracker}; empty when
 *                        nothing prints
 * @param firstLayerIndex index of the first command behind the slicer's first layer mark, 0 without marks; for
 *                        {@link LayerTracker#LayerTracker(long)}
 * @param firstM73        index of the first M73: from there on the slicer's own time left is known; empty when there is none
 * @param nulBytes        NUL bytes, which are not sent; a warning is due
 * @param pauses          where the print will wait, in order; the first {@value FileSurvey#MOST_PAUSES} at most
 * @param problems        lines that must not be sent, in order; the first {@value FileSurvey#MOST_PROBLEMS} at most
 */
public record FileFacts(long bytes, long lines, long commands, long hostCommands, OptionalInt layers,
                        long firstLayerIndex, OptionalLong firstM73, long nulBytes,
                        List<FilePause> pauses, List<FileProblem> problems, FileAnalysis analysis, PrintFigures figures) {

    /** The line length that Prusa-Firmware 3.14 takes, in bytes with number and checksum. */
    public static final int PRUSA_LINE_BYTES = 95;

    public FileFacts {
        pauses = List.copyOf(pauses);
        problems = List.copyOf(problems);
    }

    /** Surveys a file for a Prusa's line length. */
    public static FileFacts survey(Path file) throws IOException {
        return survey(file, PRUSA_LINE_BYTES);
    }

    /**
     * Surveys a file: reads it once, in constant memory. Of binary G-code all is told of the text in it, sizes too.
     *
     * @throws BgcodeException when a block of it is broken
     */
    public static FileFacts survey(Path file, int maxLineBytes) throws IOException {
        return survey(GcodeFile.open(file), maxLineBytes).modified(file);
    }

    /** As {@link #survey(Path, int)}; reads the stream to its end and closes it. */
    public static FileFacts survey(InputStream in, int maxLineBytes) throws IOException {
        MessageDigest sha1 = sha1();
        return survey(new DigestInputStream(in, sha1), new SurveyPlan(maxLineBytes, false, SurveyListener.NONE))
                .hashed(HexFormat.of().formatHex(sha1.digest()));
    }

    /** The same without the hash, which takes about as long as all the rest; it can be added by {@link #hashed}. */
    public static FileFacts survey(InputStream in, SurveyPlan plan) throws IOException {
        return new FileSurvey(plan).read(in);
    }

    /** The same with the SHA-1 of the content, 40 hexadecimal digits. */
    public FileFacts hashed(String sha1) {
        return with(analysis.hashed(sha1));
    }

    /** The same with the time at which the file was changed last. */
    public FileFacts modified(Path file) throws IOException {
        return with(analysis.modified(Files.getLastModifiedTime(file).toMillis() / 1000));
    }

    private FileFacts with(FileAnalysis other) {
        return new FileFacts(bytes, lines, commands, hostCommands, layers, firstLayerIndex, firstM73, nulBytes, pauses,
                problems, other, figures);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }
}
