package org.printwire.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.printwire.checkpoint.Entry;
import org.printwire.checkpoint.JobRecord;
import org.printwire.config.PrinterProfile;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.gcode.PrintState;
import org.printwire.job.Job;
import org.printwire.printer.JobRunner;
import org.printwire.printer.PrinterException;
import org.printwire.printer.PrinterSession;
import org.printwire.stream.KnownPrinter;
import org.printwire.stream.Retrace;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.Whereabouts;

/**
 * How the printer at the open port was found: awake and idle, or in the middle of a job.
 *
 * @param begun the job that it has; empty: none
 */
record Approach(int baud, PrinterProfile profile, StreamSettings settings, boolean temperaturesInOk, KnownPrinter known,
        Optional<JobRunner.Begun> begun) {

    /** As the begin of a year-long print, or a clock that was set meanwhile. */
    private static final Duration LONGEST = Duration.ofDays(60);

    /** Finds it; on the printer thread. */
    static Approach of(PrinterSession session, PrintRequest request, Instant now, Packing packing)
            throws PrinterException {
        Optional<JobRecord> record = request.endurance().resumed();
        return record.isPresent() ? again(session, request, record.get(), now) : first(session, request, packing);
    }

    private static Approach first(PrinterSession session, PrintRequest request, Packing packing) throws PrinterException {
        Connection.Found found = Connection.find(session, request.port(), request.rates(),
                Profiles.bootLimit(request.profile()));
        PrinterProfile profile = Profiles.choose(request.profile(), found.ready().firmware());
        request.inspection().inspect(found.ready().firmware(), profile);
        StreamSettings settings = Settings.of(profile, found.ready().capabilities(), request.window())
                .with(packing.begin(found.ready()));
        return new Approach(found.baud(), profile, request.endurance().journal().isPresent() ? settings.keeping() : settings,
                found.ready().temperaturesInOk(),
                KnownPrinter.of(found.ready().firmware(), profile.name(), found.ready().capabilities()), Optional.empty());
    }

    private static Approach again(PrinterSession session, PrintRequest request, JobRecord job, Instant now)
            throws PrinterException {
        Entry.Begun begun = job.begun();
        PrinterProfile profile = request.profile().orElseThrow();
        StreamSettings settings = Settings.of(profile, begun.capabilities(), request.window()).keeping();
        long last;
        try {
            last = session.locate(new Whereabouts());
        } catch (PrinterException e) {
            throw e.reason() == FailReason.PRINTER_RESET ? lost(request, job, e.getMessage()) : e;
        }
        if (!job.fits(last)) {
            throw lost(request, job, "the printer's last line is " + last + ", which cannot be of this job: it was reset,"
                    + " or has been sent something else since");
        }
        KnownPrinter known = new KnownPrinter(new Event.FirmwareIdentified(begun.firmware(), begun.machine(),
                profile.name(), begun.capabilities()), begun.uuid());
        Retrace retrace = new Retrace(job.insertions(), last, settings.maxLineBytes(), new PrintState(!profile.pausesItself()));
        return new Approach(begun.baud(), profile, settings, begun.temperaturesInOk(), known,
                Optional.of(new JobRunner.Begun(retrace, job.paused(), known, begun.firstLine(), seconds(job, now),
                        request.endurance().unpause())));
    }

    /** Nobody can go on with the job: that is written down too. */
    private static PrinterException lost(PrintRequest request, JobRecord job, String why) {
        try {
            request.endurance().journal().orElseThrow().close(why);
        } catch (IOException e) {
            request.endurance().warnings().accept("the journal of the print cannot be closed: " + e.getMessage());
        }
        if (job.mark() == null) {
            return new PrinterException(FailReason.PRINTER_RESET, "nothing is known to have been printed yet: print "
                    + job.begun().name() + " from its beginning");
        }
        return new PrinterException(FailReason.PRINTER_RESET, why + ". The print had come at least to " + job.place()
                + ": printwire resume --from-line " + job.mark().fileLine()
                + " plans a restart from there");
    }

    /** How long the job has run, by the clock on the wall if that makes sense. */
    private static double seconds(JobRecord job, Instant now) {
        double marked = job.mark() == null ? 0 : job.mark().seconds();
        double passed = Duration.between(job.begun().at(), now).toSeconds();
        return passed < LONGEST.toSeconds() ? Math.max(marked, passed) : marked;
    }

    /** What the journal of the job begins with; null: it has begun already. */
    Entry.Begun entry(Job job, Endurance endurance, Instant now) {
        Event.FirmwareIdentified printer = known.identified();
        return begun.isPresent() ? null : new Entry.Begun(now, job.path().toString(), job.name(), job.bytes(),
                job.commands(), job.analysis().sha1().orElse(""), endurance.port(), baud,
                endurance.profile().isEmpty() ? profile.name() : endurance.profile(), settings.maxLineBytes(), printer.firmware(),
                printer.machine(), known.uuid(), printer.capabilities(), temperaturesInOk,
                endurance.start().fileLine());
    }
}
