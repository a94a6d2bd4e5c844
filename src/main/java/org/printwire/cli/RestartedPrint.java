package org.printwire.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.printwire.config.ConfigException;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.gcode.PrintState;
import org.printwire.gcode.RestartPlan;
import org.printwire.gcode.RestartPoint;
import org.printwire.job.Job;
import org.printwire.printer.JobRunner;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A print that begins in the middle of its file, over what is on the bed: planned, shown, and agreed to. */
final class RestartedPrint {

    @ArgGroup(exclusive = true)
    private Where where;

    @Option(names = "--head-z", paramLabel = "MM",
            description = "Where the head stands now, as the file counts; else where that line prints.")
    private Double headZ;

    @Option(names = "--plan", description = "Show what a restart would send, and send nothing.")
    private boolean planOnly;

    @Option(names = {"-y", "--yes"}, description = "Do not ask before a restart.")
    private boolean yes;

    /** Where to begin. */
    static final class Where {
        @Option(names = "--from-line", paramLabel = "N", description = "The printer was reset: begin again with this line of"
                + " the file, over the print on the bed.")
        private Long line;

        @Option(names = "--from-z", paramLabel = "MM", description = "The same, with the first line that prints at this height.")
        private Double z;
    }

    boolean wanted() {
        return where != null;
    }

    /**
     * Plans, shows and asks.
     *
     * @param profile named, or the job's; null: not known, and taken for a Marlin
     * @return empty: nothing is to be sent
     */
    Optional<JobRunner.Start> start(Job job, PrinterProfile profile, Output output) throws CommandFailure {
        RestartPoint point = point(job, new PrintState(profile == null || !profile.pausesItself()));
        List<String> plan = RestartPlan.commands(point.state(), headZ == null ? point.state().z() : headZ);
        output.line("line " + point.line().fileLine() + " of " + job.name() + ", Z " + point.state().z()
                + " mm. These go first:");
        plan.forEach(command -> output.line("  " + PlainText.harmless(command)));
        output.line("then " + PlainText.harmless(point.line().text()) + " and what follows in the file.");
        output.line("The head must still stand at Z " + (headZ == null ? point.state().z() : headZ)
                + " mm, where it was when the print stopped: Z is not homed. If it was moved, give its height by --head-z.");
        if (planOnly || !yes && !agreed(output)) {
            return Optional.empty();
        }
        return Optional.of(new JobRunner.Start(point.line().fileLine(), plan, List.of()));
    }

    private RestartPoint point(Job job, PrintState state) throws CommandFailure {
        Path file = job.path();
        try {
            Optional<RestartPoint> point = where.line != null ? RestartPoint.atLine(file, where.line, state)
                    : RestartPoint.atHeight(file, where.z, job.firstLayer(), state);
            return point.orElseThrow(() -> new CommandFailure(ExitCode.BAD_USAGE, where.line != null
                    ? file + " has no command at line " + where.line + " or behind it"
                    : file + " prints nothing at Z " + where.z + " mm or above"));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FILE_UNUSABLE, file + ": cannot be read: " + PlainText.reason(e));
        }
    }

    private static boolean agreed(Output output) throws CommandFailure {
        output.line("Send this? [y/N]");
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "nobody answers: add --yes, or --plan to see the plan alone");
        }
    }

    /** The profile of a job that was left, or the one that is configured; null: neither. */
    static PrinterProfile profile(Optional<Survival.Left> left, String configured) throws ConfigException {
        String name = left.map(each -> each.job().begun().profile()).orElse(configured);
        return name == null ? null : new ProfileLoader().load(name);
    }
}
