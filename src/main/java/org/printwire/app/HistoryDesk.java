package org.printwire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.gcode.LineCount;
import org.printwire.job.Job;
import org.printwire.job.PastPrints;
import org.printwire.job.PrintRecord;
import org.printwire.job.PrintRecord.Result;
import org.printwire.job.PrintRecorder;
import org.printwire.store.PrintHistory;
import org.printwire.store.StoredPrint;
import org.printwire.webhook.OutboxException;

/**
 * Keeps the row of one print in the history: begun with the print, finished with it; a job of a host that has died goes
 * on in its row. The file is opened when the print has begun, and closed when it has ended. A disk that refuses costs the
 * row and one warning. On the {@code history} thread, except {@link #printer}.
 */
final class HistoryDesk implements Consumer<Envelope> {

    private final Path data;
    private final Job job;
    private final Consumer<String> warnings;
    private final PrintRecorder recorder;
    private volatile String uuid;
    private volatile OptionalDouble average = OptionalDouble.empty();
    private PrintHistory history;
    private Long row;
    private boolean told;

    /** @param data the folder of the history; made when there is something to keep */
    HistoryDesk(Path data, Job job, Consumer<String> warnings) {
        this.data = data;
        this.job = job;
        this.warnings = warnings;
        this.recorder = new PrintRecorder(job);
    }

    /** What was known of this content before: none where the disk does not say. */
    static PastPrints past(Path data, Job job) {
        if (job == null || job.analysis().sha1().isEmpty()) {
            return PastPrints.NONE;
        }
        try (PrintHistory history = PrintHistory.existing(data).orElse(null)) {
            return history == null ? PastPrints.NONE : past(history, job);
        } catch (OutboxException e) {
            return PastPrints.NONE; // The desk says so when it begins the row.
        }
    }

    private static PastPrints past(PrintHistory history, Job job) throws OutboxException {
        return job.analysis().sha1().isEmpty() ? PastPrints.NONE : history.of(job.analysis().sha1().get());
    }

    /** What the printer calls itself by. Any thread. */
    void printer(String id) {
        uuid = id;
    }

    /** Seconds that earlier prints of this content took on this kind of printer; empty until it is known. Any thread, at once. */
    OptionalDouble average() {
        return average;
    }

    @Override
    public void accept(Envelope envelope) {
        boolean worth = recorder.on(envelope);
        if (worth) {
            recorder.printer(uuid);
            try {
                write();
            } catch (OutboxException e) {
                warn(e.getMessage());
            }
        }
        if (envelope.event() instanceof Event.Disconnected || worth && over()) {
            close();
        }
    }

    private void write() throws OutboxException {
        if (history == null) {
            history = PrintHistory.open(data, warnings);
            average = past(history, job).average(recorder.record().printer().profile());
        }
        if (row == null && recorder.begunByAnother()) {
            Optional<StoredPrint> left = history.left(job.analysis().sha1().orElse(null), job.path().toString());
            left.ifPresent(found -> recorder.goOn(found.print()));
            row = left.map(StoredPrint::id).orElse(null);
        }
        PrintRecord record = recorder.record();
        record = record.result() == Result.FAILED || record.result() == Result.CANCELLED ? record.atLine(line(record)) : record;
        if (row == null) {
            row = history.begin(record);
        } else {
            history.update(row, record);
        }
    }

    /** Null: not known. */
    private static Long line(PrintRecord record) {
        try {
            return record.position() == null ? null : Long.valueOf(LineCount.upTo(Path.of(record.path()), record.position()));
        } catch (IOException e) {
            return null; // The file is what may be broken.
        }
    }

    private boolean over() {
        return recorder.record().ended() != null;
    }

    private void warn(String text) {
        if (!told) {
            told = true;
            warnings.accept(text + "; this print is missing or incomplete in printwire history");
        }
    }

    private void close() {
        if (history != null) {
            history.close();
            history = null;
        }
    }
}
