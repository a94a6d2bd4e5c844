package org.printwire.job;

import java.util.Objects;
import java.util.Optional;
import org.printwire.event.Event.ProgressChanged;
import org.printwire.event.Event.ProgressSource;
import org.printwire.gcode.GcodeLine;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.Reply;

/**
 * How far the job is. M73 in the file (the slicer's own time model) counts where there is one, in the printer's echo
 * where the firmware gives it (Prusa); else our own estimate; else bytes of the file.
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
    private long position;
    private long index;

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
        if (slicerTimes) {
            return echoed || !isM73(line.text()) ? Optional.empty() : ofM73(line.text());
        }
        if (left.estimated()) {
            return changed(progress(left.percent(index), (int) Math.round(left.seconds(index) / 60), ProgressSource.ESTIMATE));
        }
        double done = bytes == 0 ? 1 : (double) line.endOffset() / bytes;
        Integer minutes = done < FIRST_ESTIMATE ? null : (int) Math.round(seconds * (1 - done) / done / 60);
        return changed(new ProgressChanged((int) (done * 100), minutes, ProgressSource.BYTES, position));
    }

    /** The printer says how far it is. NORMAL counts, unless the file has times for silent mode alone. */
    Optional<ProgressChanged> heard(Reply.ModeProgress echo) {
        boolean normal = echo.mode() == Reply.ModeProgress.Mode.NORMAL;
        if (echo.percent() < 0 || echo.percent() > 100 || !normal && last != null
                && last.source() == ProgressSource.M73_NORMAL) {
            return Optional.empty();
        }
        echoed = true;
        return changed(slicer(echo.percent(), echo.minutesLeft() < 0 ? null : echo.minutesLeft(),
                normal ? ProgressSource.M73_NORMAL : ProgressSource.M73_SILENT));
    }

    /** In percent, 0 to 100. */
    int percent() {
        return last == null ? 0 : last.percent();
    }

    private Optional<ProgressChanged> ofM73(String text) {
        if (GcodeWord.value(text, 'P').isEmpty()) {
            return Optional.empty();
        }
        int percent = (int) GcodeWord.value(text, 'P').getAsDouble();
        Integer minutes = GcodeWord.value(text, 'R').isPresent()
                ? Integer.valueOf((int) GcodeWord.value(text, 'R').getAsDouble()) : null;
        return changed(slicer(Math.max(0, Math.min(100, percent)), minutes, ProgressSource.M73_NORMAL));
    }

    private ProgressChanged slicer(int percent, Integer minutes, ProgressSource source) {
        if (minutes == null) {
            return new ProgressChanged(percent, null, source, position);
        }
        left.slicer(minutes, index);
        return progress(percent, left.estimated() ? (int) Math.round(left.seconds(index) / 60) : minutes, source);
    }

    private ProgressChanged progress(int percent, int minutes, ProgressSource source) {
        double seconds = left.seconds(index);
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
