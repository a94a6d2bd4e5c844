package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FileProblem;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.bgcode.BgcodeException;
import org.printwire.job.Job;

/** Looks through the file before the printer is touched: a print must not stop in the middle for what was known before. */
final class PrintFile {

    private static final int SHOWN = 5;

    private PrintFile() {}

    /** What a survey of the file found; {@code warnings} are for people. */
    record Checked(Job job, List<String> warnings) {}

    static Checked check(Path file, int maxLineBytes) throws CommandFailure {
        FileFacts facts;
        try {
            GcodeFile.requirePrintable(file);
            facts = FileFacts.survey(file, maxLineBytes);
        } catch (GcodeFileException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, e.getMessage());
        } catch (BgcodeException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": cannot be read: " + PlainText.reason(e));
        }
        if (!facts.problems().isEmpty()) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, problems(file, facts.problems()));
        }
        List<String> warnings = facts.nulBytes() == 0 ? List.of()
                : List.of(file + ": " + facts.nulBytes() + " NUL bytes are left out; the file may be damaged");
        return new Checked(Job.of(file, facts), warnings);
    }

    private static String problems(Path file, List<FileProblem> problems) {
        StringBuilder text = new StringBuilder();
        problems.stream().limit(SHOWN).forEach(problem -> text.append(text.isEmpty() ? "" : "\n")
                .append(file).append(':').append(problem.fileLine()).append(": ").append(problem.message()));
        if (problems.size() > SHOWN) {
            text.append("\nand ").append(problems.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
