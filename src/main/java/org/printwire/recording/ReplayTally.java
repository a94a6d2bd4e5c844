package org.printwire.recording;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.printwire.marlin.Reply;

/** The figures of a recording. */
public final class ReplayTally {

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Deque<Long> unanswered = new ArrayDeque<>();
    private long[] micros = new long[1024];
    private int answers;
    private long sent;
    private long received;
    private long lastHeard = RecordedLine.NO_TIME;
    private long silence = RecordedLine.NO_TIME;
    private long silenceFrom;
    private long lastTime = RecordedLine.NO_TIME;

    void noted(RecordedLine line) {
        lastTime = Math.max(lastTime, line.nanos());
    }

    void sent(RecordedLine line) {
        sent++;
        lastTime = Math.max(lastTime, line.nanos());
        if (line.timed() && !line.text().isBlank()) {
            unanswered.add(line.nanos());
        }
    }

    void heard(RecordedLine line, Reply reply) {
        received++;
        lastTime = Math.max(lastTime, line.nanos());
        kinds.merge(kind(reply), 1L, Long::sum);
        if (line.timed()) {
            if (lastHeard != RecordedLine.NO_TIME && line.nanos() - lastHeard > silence) {
                silence = line.nanos() - lastHeard;
                silenceFrom = lastHeard;
            }
            lastHeard = line.nanos();
        }
        if (reply instanceof Reply.Resend || reply instanceof Reply.Start) {
            // Which answer belongs to which line is anybody's guess now.
            unanswered.clear();
        } else if (reply instanceof Reply.Ok && !unanswered.isEmpty()) {
            answered((line.nanos() - unanswered.poll()) / 1000);
        }
    }

    private void answered(long span) {
        if (answers == micros.length) {
            micros = Arrays.copyOf(micros, answers * 2);
        }
        micros[answers++] = span;
    }

    /** Lines to the printer. */
    public long sent() {
        return sent;
    }

    /** Lines from the printer. */
    public long received() {
        return received;
    }

    /** How many of each kind the printer said, by the names of {@link Reply}. */
    public Map<String, Long> kinds() {
        return Map.copyOf(kinds);
    }

    /** How often the printer asked for a line again. */
    public long resends() {
        return kinds.getOrDefault("Resend", 0L);
    }

    /** How often the printer reported an error. */
    public long errors() {
        return kinds.entrySet().stream().filter(kind -> kind.getKey().startsWith("Fault"))
                .mapToLong(Map.Entry::getValue).sum();
    }

    /** Nanoseconds from the begin to the last line; empty: the recording has no times. */
    public OptionalLong length() {
        return time(lastTime);
    }

    /** The longest time in which the printer said nothing, nanoseconds; empty: not known. It may be that at the end. */
    public OptionalLong longestSilence() {
        return time(silentAtTheEnd() ? lastTime - lastHeard : silence);
    }

    /** When that began. */
    public OptionalLong silenceFrom() {
        return longestSilence().isEmpty() ? OptionalLong.empty() : OptionalLong.of(silentAtTheEnd() ? lastHeard : silenceFrom);
    }

    private boolean silentAtTheEnd() {
        return lastHeard != RecordedLine.NO_TIME && lastTime > lastHeard && lastTime - lastHeard > silence;
    }

    /**
     * Microseconds from a line to its {@code ok}, where nothing had to be sent again.
     *
     * @param share 0.5 is the median
     */
    public OptionalLong latency(double share) {
        if (answers == 0) {
            return OptionalLong.empty();
        }
        long[] sorted = Arrays.copyOf(micros, answers);
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[(int) Math.min(answers - 1, (long) (share * answers))]);
    }

    private static OptionalLong time(long nanos) {
        return nanos == RecordedLine.NO_TIME ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** The name of its kind, as in {@link #kinds}. */
    public static String kind(Reply reply) {
        String name = reply.getClass().getSimpleName();
        if (reply instanceof Reply.Fault fault) {
            return name + " " + fault.kind();
        }
        if (reply instanceof Reply.Busy busy) {
            return name + " " + busy.kind();
        }
        return reply instanceof Reply.ReceiveLoss loss ? name + " " + loss.kind() : name;
    }
}
