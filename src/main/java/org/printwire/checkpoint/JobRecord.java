package org.printwire.checkpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.printwire.stream.Insertion;
import org.printwire.stream.Retrace;

/**
 * What a journal says of a job: a fold over its entries. Immutable.
 *
 * @param begun      what was printed, and where
 * @param insertions the host's own commands, oldest first
 * @param mark       how far the printer was at least, when it was last written down; null: it never was
 * @param paused     the job stood still, or was being paused
 * @param ended      how the job ended; null: the host died before it did
 */
public record JobRecord(Entry.Begun begun, List<Insertion> insertions, Entry.Mark mark, boolean paused,
        Entry.Ended ended) {

    /** Questions of the host behind the last line of the file. */
    static final int MOST_BEYOND = 100;

    public JobRecord {
        insertions = List.copyOf(insertions);
    }

    /** @param entries the first is {@link Entry.Begun} */
    public static JobRecord of(List<Entry> entries) {
        JobRecord job = new JobRecord((Entry.Begun) entries.get(0), List.of(), null, false, null);
        List<Insertion> insertions = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Inserted inserted) {
                insertions.add(inserted.insertion());
            }
            job = job.with(entry);
        }
        return new JobRecord(job.begun, insertions, job.mark, job.paused, job.ended);
    }

    private JobRecord with(Entry entry) {
        if (entry instanceof Entry.Inserted inserted) {
            boolean stands = switch (inserted.insertion().purpose()) {
                case PAUSE -> true;
                case RESUME -> false;
                case OTHER -> paused;
            };
            return new JobRecord(begun, insertions, mark, stands, ended);
        }
        if (entry instanceof Entry.Mark now) {
            return new JobRecord(begun, insertions, now, paused, null);
        }
        if (entry instanceof Entry.Standing standing) {
            return new JobRecord(begun, insertions, mark, standing.paused(), null);
        }
        return entry instanceof Entry.Ended end ? new JobRecord(begun, insertions, mark, paused, end) : this;
    }

    /** The host has died, or has given up a printer that may still have the job. */
    public boolean resumable() {
        return ended == null || ended.resumable();
    }

    /** The host has died in the middle of it. */
    public boolean orphaned() {
        return ended == null;
    }

    /**
     * True if a printer that names this line as its last may have the job still: none that has begun anew says so. Without
     * a mark it is false: the number may be one from before the job, whose own count began at 0.
     */
    public boolean fits(long lastLine) {
        return mark != null && lastLine >= 1 && lastLine >= mark.number() - Retrace.MOST_REWOUND
                && lastLine <= begun.commands() + insertions.size() + MOST_BEYOND;
    }

    /** The last moment at which the printer is known to have been at the job, by the clock on the wall. */
    public Instant lastSeen() {
        return mark == null ? begun.at() : begun.at().plusMillis((long) (mark.seconds() * 1000));
    }

    /** Where it was at least, for people. */
    public String place() {
        return mark == null ? "its beginning" : "line " + mark.fileLine() + " of the file"
                + (mark.z() == null ? "" : ", Z " + mark.z() + " mm");
    }
}
