package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
        FileFacts facts = survey(GcodeFile.open(file), maxLineBytes);
        return new FileFacts(facts.bytes, facts.lines, facts.commands, facts.hostCommands, facts.layers,
                facts.firstLayerIndex, facts.firstM73, facts.nulBytes, facts.pauses, facts.problems,
                facts.analysis.modified(Files.getLastModifiedTime(file).toMillis() / 1000), facts.figures);
    }

    /** As {@link #survey(Path, int)}; reads the stream to its end and closes it. */
    public static FileFacts survey(InputStream in, int maxLineBytes) throws IOException {
        return new FileSurvey(maxLineBytes).readHashed(in);
    }

    /** As {@link #survey(InputStream, int)}, without the hash, which takes longer than all the rest. */
    public static FileFacts surveyUnhashed(InputStream in, int maxLineBytes) throws IOException {
        return new FileSurvey(maxLineBytes).read(in);
    }
}
