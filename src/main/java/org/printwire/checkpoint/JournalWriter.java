package org.printwire.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Writes entries to a journal on a thread of its own ({@link #run}): whoever hands one in does not wait for the disk.
 *
 * <p>A disk that takes nothing ends it: the journal is removed, since one with a gap would make a later host skip a line,
 * and all that comes after counts as written.
 */
public final class JournalWriter {

    /** Ends {@link #run} once all before it is written. */
    private static final Object END = new Object();

    private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
    private final Journal journal;
    private final LongConsumer kept;
    private final Consumer<String> warnings;
    private boolean broken;

    /**
     * @param kept     is told the highest number of an {@link Entry.Inserted} that is on the disk, or will never be
     * @param warnings hears for people when nothing can be written
     */
    public JournalWriter(Journal journal, LongConsumer kept, Consumer<String> warnings) {
        this.journal = journal;
        this.kept = kept;
        this.warnings = warnings;
    }

    /** Hands in an entry. Any thread; never waits. */
    public void write(Entry entry) {
        waiting.add(entry);
    }

    /** All is said. */
    public void end() {
        waiting.add(END);
    }

    /** Writes until {@link #end}: the body of the {@code checkpoint} thread. */
    public void run() {
        List<Object> batch = new ArrayList<>();
        try {
            while (!batch.contains(END)) {
                batch.clear();
                batch.add(waiting.take());
                waiting.drainTo(batch);
                write(batch.stream().filter(Entry.class::isInstance).map(Entry.class::cast).toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Entry> entries) {
        try {
            if (broken || entries.isEmpty()) {
                // Nothing more is written.
            } else if (entries.get(0) instanceof Entry.Begun begun) {
                journal.begin(begun);
                journal.add(entries.subList(1, entries.size()));
            } else {
                journal.add(entries);
            }
        } catch (IOException e) {
            giveUp(e);
        }
        entries.stream().filter(Entry.Inserted.class::isInstance)
                .mapToLong(entry -> ((Entry.Inserted) entry).insertion().number()).max().ifPresent(kept);
    }

    private void giveUp(IOException e) {
        broken = true;
        String also = "";
        try {
            journal.delete();
        } catch (IOException stays) {
            also = ". And " + journal + " cannot be removed: remove it, it is not complete";
        }
        warnings.accept("how far the print is cannot be written to " + journal + " (" + e.getMessage()
                + "): should printwire die, the print cannot be resumed" + also);
    }
}
