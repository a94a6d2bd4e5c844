package org.printwire.job;

import java.util.Objects;
import java.util.Optional;
import org.printwire.event.Event.ProgressChanged;
import org.printwire.event.Event.ProgressSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.Reply;

/**
 * How far the job is, and how long it still takes. The percentage is the slicer's (M73 in the file; in the printer's echo
 * where the firmware gives it, Prusa), so that it is the one on the printer's display; without M73 that of our own estimate,
 * else bytes of the file. The time left is by earlier prints of the same file, else our own estimate, else M73, else bytes
 * (TimeLeftTest has the figures: estimate and M73 are equally good at the pace of the print, and both far better than bytes).
 *
 * <p>Pure; used by one thread.
 */
final class Progress {

    private static final double FIRST_ESTIMATE = 0.02;

    private final long bytes;
    private final boolean slicerTimes;
    private final TimeLeft left;
    private ProgressChanged last;
    private boolean echoed;
    private boolean normal;
    private int slicerPercent;
    private long position;
    private long index = -1;

    /**
     * @param bytes       size of the file
     * @param slicerTimes the file has M73 lines
     * @param left        follows the same lines
     */
    Progress(long bytes, boolean slicerTimes, TimeLeft left) {
        this.left = left;
        this.bytes = bytes;
        this.slicerTimes = slicerTimes;
    }

    /** A line was taken; {@code seconds}: how long the job runs, without pauses. */
    Optional<ProgressChanged> taken(GcodeLine line, double seconds) {
        position = line.endOffset();
        index = line.index();
        if (slicerTimes && !echoed && isM73(line.text()) && GcodeWord.value(line.text(), 'P').isPresent()) {
            return ofM73(line.text());
        }
        if (left.trusted()) {
            return changed(own());
        }
        if (slicerTimes) {
            return Optional.empty();
        }
        double done = bytes == 0 ? 1 : (double) line.endOffset() / bytes;
        Integer minutes = done < FIRST_ESTIMATE ? null : (int) Math.round(seconds * (1 - done) / done / 60);
        return changed(new ProgressChanged((int) (done * 100), minutes, ProgressSource.BYTES, position));
    }

    /** The printer says how far it is. NORMAL counts, unless the file has times for silent mode alone. */
    Optional<ProgressChanged> heard(Reply.ModeProgress echo) {
        boolean inNormal = echo.mode() == Reply.ModeProgress.Mode.NORMAL;
        if (echo.percent() < 0 || echo.percent() > 100 || !inNormal && normal) {
            return Optional.empty();
        }
        echoed = true;
        normal |= inNormal;
        return changed(slicer(echo.percent(), echo.minutesLeft() < 0 ? null : echo.minutesLeft(),
                inNormal ? ProgressSource.M73_NORMAL : ProgressSource.M73_SILENT));
    }

    /** In percent, 0 to 100. */
    int percent() {
        return last == null ? 0 : last.percent();
    }

    private Optional<ProgressChanged> ofM73(String text) {
        normal = true;
        int percent = (int) GcodeWord.value(text, 'P').getAsDouble();
        Integer minutes = GcodeWord.value(text, 'R').isPresent()
                ? Integer.valueOf((int) GcodeWord.value(text, 'R').getAsDouble()) : null;
        return changed(slicer(Math.max(0, Math.min(100, percent)), minutes, ProgressSource.M73_NORMAL));
    }

    private ProgressChanged slicer(int percent, Integer minutes, ProgressSource source) {
        slicerPercent = percent;
        if (minutes != null) {
            left.slicer(minutes, index);
        }
        if (left.trusted()) {
            return own();
        }
        if (minutes == null) {
            return new ProgressChanged(percent, null, source, position);
        }
        double seconds = left.bySlicer(index);
        return progress(percent, left.estimated() ? minutes(seconds) : minutes, source, seconds);
    }

    private ProgressChanged own() {
        double seconds = left.byEstimate(index);
        return progress(slicerTimes ? slicerPercent : left.percent(index), minutes(seconds),
                left.knowsEarlier() ? ProgressSource.AVERAGE : ProgressSource.ESTIMATE, seconds);
    }

    private static int minutes(double seconds) {
        return (int) Math.round(seconds / 60);
    }

    private ProgressChanged progress(int percent, int minutes, ProgressSource source, double seconds) {
        return new ProgressChanged(percent, minutes, source, position, (int) Math.round(seconds),
                (int) Math.ceil(left.uncertainty(seconds)));
    }

    private Optional<ProgressChanged> changed(ProgressChanged now) {
        if (last != null && now.percent() == last.percent() && now.source() == last.source()
                && Objects.equals(now.minutesLeft(), last.minutesLeft())) {
            return Optional.empty();
        }
        last = now;
        return Optional.of(now);
    }

    static boolean isM73(String text) {
        return GcodeWord.is(text, 'M', 73);
    }
}
