package org.printwire.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.job.PrintRecord.Result;

/**
 * Makes the {@link PrintRecord} of a job from its events. A job that another host has begun goes on in the record of
 * that one, see {@link #goOn}. Pure; used by one thread.
 */
public final class PrintRecorder {

    /** So often what has come to pass is worth writing down should the host die: the file is on an SD card. */
    static final Duration EVERY = Duration.ofMinutes(5);

    private final Job job;
    private final PrintClock clock = new PrintClock();
    private final HeatingTime heating = new HeatingTime();
    private PrintRecord earlier;
    private Event.FirmwareIdentified firmware;
    private String port;
    private String uuid;
    private Instant started;
    private Instant ended;
    private Instant written;
    private int pauses;
    private Result result = Result.RUNNING;
    private String reason;
    private String detail;
    private int percent;
    private Long position;
    private Integer layer;
    private Long resends;
    private double whole;

    public PrintRecorder(Job job) {
        this.job = job;
    }

    /** What the printer calls itself by; null or empty: not known. */
    public void printer(String id) {
        uuid = id == null || id.isEmpty() ? null : id;
    }

    /** This job is the one of that record, which another host has begun; once, before {@link #record} is asked. */
    public void goOn(PrintRecord record) {
        earlier = record;
        percent = Math.max(percent, record.percent());
        position = position == null ? record.position() : position;
        layer = layer == null ? record.layer() : layer;
    }

    /** The first event that was heard of the job was not its start. */
    public boolean begunByAnother() {
        return started != null && !clock.sawStart();
    }

    /** Takes note of any event. @return true: the record is worth writing down now */
    public boolean on(Envelope envelope) {
        clock.on(envelope);
        heating.on(envelope);
        Event event = envelope.event();
        if (event instanceof Event.Connected now) {
            port = now.port();
        } else if (event instanceof Event.FirmwareIdentified now) {
            firmware = now;
        } else if (event instanceof Event.LayerChanged now) {
            layer = now.layer();
        } else if (event instanceof Event.ResendsHigh many) {
            resends = many.resends();
        }
        return result == Result.RUNNING && (step(event, envelope.time()) || end(event, envelope.time()));
    }

    private boolean step(Event event, Instant time) {
        if (event instanceof Event.PrintStarted || event instanceof Event.PrintResumed) {
            started = started == null ? time : started;
            return write(time);
        }
        if (event instanceof Event.PrintPaused || event instanceof Event.ColorChangeWaiting
                || event instanceof Event.FilamentRunout) {
            pauses++;
            started = started == null ? time : started;
            return write(time);
        }
        if (event instanceof Event.ProgressChanged progress) {
            percent = progress.percent();
            position = progress.filePosition();
            boolean due = written != null && Duration.between(written, time).compareTo(EVERY) >= 0;
            return due && write(time);
        }
        return false;
    }

    private boolean write(Instant time) {
        written = time;
        return true;
    }

    private boolean end(Event event, Instant time) {
        if (event instanceof Event.PrintDone done) {
            resends = done.resends();
            percent = 100;
            return end(Result.DONE, null, null, done.seconds(), time);
        }
        if (event instanceof Event.PrintFailed failed) {
            percent = Math.max(percent, failed.percent());
            return end(Result.FAILED, failed.reason().name().toLowerCase(Locale.ROOT), failed.detail(), failed.seconds(), time);
        }
        if (event instanceof Event.PrintCancelled cancelled) {
            percent = Math.max(percent, cancelled.percent());
            return end(Result.CANCELLED, cancelled.by().name().toLowerCase(Locale.ROOT), null, cancelled.seconds(), time);
        }
        return false;
    }

    private boolean end(Result how, String why, String words, double seconds, Instant time) {
        result = how;
        reason = why;
        detail = words;
        whole = seconds;
        ended = time;
        started = started == null ? time : started;
        return true;
    }

    /** How things stand; only after {@link #on} has said that it is worth it. */
    public PrintRecord record() {
        double paused = clock.paused() + (earlier == null ? 0 : earlier.pausedSeconds());
        double printed = clock.printed() + (earlier == null ? 0 : earlier.printedSeconds());
        if (ended != null) {
            printed = Math.max(0, whole - paused);
        }
        return new PrintRecord(job.name(), job.path().toString(), job.bytes(), job.analysis().sha1().orElse(null),
                new PrintRecord.Printer(firmware == null ? old(PrintRecord.Printer::profile) : firmware.profile(),
                        firmware == null ? old(PrintRecord.Printer::machine) : firmware.machine(),
                        uuid == null ? old(PrintRecord.Printer::uuid) : uuid, port),
                earlier == null ? started : earlier.started(), ended, printed, paused,
                pauses + (earlier == null ? 0 : earlier.pauses()), result, reason, detail, percent, position, null,
                layer, job.layers(), job.analysis().filament(), resends,
                earlier == null ? heating.seconds() : earlier.heatingSeconds());
    }

    private String old(java.util.function.Function<PrintRecord.Printer, String> part) {
        return earlier == null ? null : part.apply(earlier.printer());
    }
}
