package org.printwire.printer;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.printwire.recording.RecordedLine;
import org.printwire.recording.Wire;
import org.printwire.stream.Action;
import org.printwire.stream.Input;

/**
 * The last lines both ways, in memory. The printer thread puts references here and nothing else: it formats nothing,
 * allocates nothing, wakes nobody and never waits. Whoever wants the lines makes them from the references, on another
 * thread, and loses only what was overwritten meanwhile.
 *
 * <p>One thread writes, any may read.
 */
public final class LineRing implements Traffic {

    /** Enough for the last 500 lines each way. */
    public static final int FLIGHT = 1024;
    /** At a thousand lines a second both ways a disk may stand still for 16 s. */
    public static final int WHOLE = 16_384;

    private final Object[] entries;
    private final long[] times;
    private final long begin;
    private final int mask;
    /** The place that is written next. */
    private final AtomicLong next = new AtomicLong();

    /**
     * What was there.
     *
     * @param lost  so many places before it were overwritten
     * @param next  where to go on
     */
    public record Excerpt(List<RecordedLine> lines, long lost, long next) { }

    private record Entry(Object what, long nanos) { }

    /**
     * @param size  how many lines it holds; a power of two
     * @param begin the time that counts as 0
     */
    public LineRing(int size, long begin) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " is no power of two");
        }
        this.entries = new Object[size];
        this.times = new long[size];
        this.mask = size - 1;
        this.begin = begin;
    }

    @Override
    public void sent(Action.Send line, long nanos) {
        add(line, nanos);
    }

    @Override
    public void received(String line, long nanos) {
        add(line, nanos);
    }

    @Override
    public void told(Input input, long nanos) {
        add(input, nanos);
    }

    @Override
    public void note(String words, long nanos) {
        add(new Note(words), nanos);
    }

    private record Note(String words) { }

    private void add(Object entry, long nanos) {
        long place = next.getPlain();
        // The place that is overwritten is announced before it is: a reader that finds it torn leaves it out.
        VarHandle.storeStoreFence();
        entries[(int) place & mask] = entry;
        times[(int) place & mask] = nanos;
        next.setRelease(place + 1);
    }

    /** All that is there. Any thread. */
    public List<RecordedLine> lines() {
        return since(0).lines();
    }

    /** What was put here from that place on, as far as it still is. Any thread. */
    public Excerpt since(long from) {
        long end = next.getAcquire();
        long first = Math.max(from, end - entries.length);
        List<Entry> copied = new ArrayList<>((int) (end - first));
        for (long place = first; place < end; place++) {
            copied.add(new Entry(entries[(int) place & mask], times[(int) place & mask]));
        }
        VarHandle.acquireFence();
        // One more than that is being written at this moment.
        long whole = Math.max(first, next.getAcquire() - entries.length + 1);
        List<RecordedLine> lines = new ArrayList<>();
        for (long place = whole; place < end; place++) {
            add(copied.get((int) (place - first)), lines);
        }
        return new Excerpt(lines, Math.max(0, Math.min(whole, end) - from), end);
    }

    private void add(Entry entry, List<RecordedLine> lines) {
        long nanos = Math.max(0, entry.nanos() - begin);
        if (entry.what() instanceof Action.Send send) {
            lines.add(RecordedLine.toPrinter(nanos, Wire.written(send)));
        } else if (entry.what() instanceof String line) {
            lines.add(RecordedLine.fromPrinter(nanos, line));
        } else if (entry.what() instanceof Note note) {
            lines.add(RecordedLine.done(nanos, note.words()));
        } else {
            lines.addAll(Wire.told((Input) entry.what(), nanos));
        }
    }
}
