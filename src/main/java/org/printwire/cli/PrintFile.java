package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.printwire.estimate.Estimator;
import org.printwire.estimate.Machine;
import org.printwire.estimate.TimeTable;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FileProblem;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeReader;
import org.printwire.job.Job;

/** Looks through the file before the printer is touched: a print must not stop in the middle for what was known before. */
final class PrintFile {

    private static final int SHOWN = 5;

    private PrintFile() {}

    /** What a survey of the file found; {@code warnings} are for people. */
    record Checked(Job job, List<String> warnings) {}

    /** For Prusa's printers, as far as times go. */
    static Checked check(Path file, int maxLineBytes) throws CommandFailure {
        return check(file, maxLineBytes, "prusa-mk3s");
    }

    /** @param profile the printer's, for the time that moves take */
    static Checked check(Path file, int maxLineBytes, String profile) throws CommandFailure {
        FileFacts facts;
        TimeTable times;
        try {
            GcodeFile.requirePrintable(file);
            facts = FileFacts.survey(file, maxLineBytes);
            times = times(file, Machine.of(profile));
        } catch (GcodeFileException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": cannot be read: " + PlainText.reason(e));
        }
        if (!facts.problems().isEmpty()) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, problems(file, facts.problems()));
        }
        List<String> warnings = facts.nulBytes() == 0 ? List.of()
                : List.of(file + ": " + facts.nulBytes() + " NUL bytes are left out; the file may be damaged");
        return new Checked(Job.of(file, facts).with(times), warnings);
    }

    private static TimeTable times(Path file, Machine machine) throws IOException {
        Estimator estimator = new Estimator(machine);
        try (GcodeReader reader = GcodeReader.open(file)) {
            for (GcodeLine line = reader.next(); line != null; line = reader.next()) {
                estimator.take(line);
            }
        }
        return estimator.finish().table();
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
