package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.printwire.app.HashedStream;
import org.printwire.app.HostThreads;
import org.printwire.config.PrinterProfile;
import org.printwire.estimate.Estimator;
import org.printwire.estimate.Machine;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.FileProblem;
import org.printwire.gcode.FileWarning;
import org.printwire.gcode.GcodeFile;
import org.printwire.gcode.GcodeFileException;
import org.printwire.gcode.MadeFor;
import org.printwire.gcode.PrinterLimits;
import org.printwire.gcode.SurveyPlan;
import org.printwire.gcode.bgcode.BgcodeException;
import org.printwire.job.Job;

/** Looks through the file before the printer is touched: a print must not stop in the middle for what was known before. */
final class PrintFile {

    static final int SHOWN = 5;

    private PrintFile() {}

    /** What a survey of the file found; {@code warnings} are for people. */
    record Checked(Job job, FileFacts facts, List<String> warnings, List<FileWarning> dangers) {

        /** @throws CommandFailure a print could harm the printer */
        void requireHarmless(Path file) throws CommandFailure {
            if (!dangers.isEmpty()) {
                throw new CommandFailure(ExitCode.FILE_UNUSABLE, Preflight.refusal(file, dangers));
            }
        }
    }

    /** What is doubtful about a file, by the printer's limits where the printer is known. */
    static List<FileWarning> warnings(FileFacts facts, PrinterProfile profile) {
        return profile == null ? PrinterLimits.anyPrinter(facts)
                : new PrinterLimits(profile.name(), profile.bedX(), profile.bedY(), profile.bedZ()).warnings(facts);
    }

    /** @param profile the printer, if it is known */
    static Checked check(Path file, PrinterProfile profile, HostThreads threads) throws CommandFailure {
        return check(file, profile == null ? FileFacts.PRUSA_LINE_BYTES : profile.maxLineBytes(), profile, threads);
    }

    /** The same with lines cut to another length. */
    static Checked check(Path file, int maxLineBytes, PrinterProfile profile, HostThreads threads) throws CommandFailure {
        FileFacts facts;
        Estimator estimator;
        try {
            GcodeFile.requirePrintable(file);
            Machine machine = machine(file, profile);
            estimator = new Estimator(machine);
            HashedStream in = new HashedStream(GcodeFile.open(file), "SHA-1", threads);
            facts = FileFacts.survey(in, new SurveyPlan(maxLineBytes, machine.distanceModeCoversE(), estimator))
                    .hashed(in.hex()).modified(file);
        } catch (GcodeFileException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!facts.problems().isEmpty()) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, problems(file, facts.problems()));
        }
        List<String> warnings = facts.nulBytes() == 0 ? List.of()
                : List.of(file + ": " + facts.nulBytes() + " NUL bytes are left out; the file may be damaged");
        return new Checked(Job.of(file, facts).with(estimator.finish().table()), facts, warnings,
                warnings(facts, profile).stream().filter(FileWarning::harmful).toList());
    }

    /** What binary G-code is damaged, or why the disk does not give the file. */
    static CommandFailure unreadable(Path file, IOException e) {
        return new CommandFailure(ExitCode.FILE_UNUSABLE,
                file + ": " + (e instanceof BgcodeException ? e.getMessage() : "cannot be read: " + PlainText.reason(e)));
    }

    /** The machine whose limits the estimate takes. */
    static Machine machine(Path file, PrinterProfile profile) throws IOException {
        return Machine.of(Optional.ofNullable(profile).map(PrinterProfile::name), MadeFor.of(file));
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
