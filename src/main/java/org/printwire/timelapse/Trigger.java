package org.printwire.timelapse;

import java.time.Instant;
import java.util.Optional;
import org.printwire.camera.Caption;
import org.printwire.config.TimelapseSection;
import org.printwire.config.TimelapseSection.Mode;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * Says at which events a picture is due, and what is to be written into it. A layer that was told before (by a host that
 * has died since) makes no second picture. By seconds nothing is due here: whoever has a clock asks {@link #caption}.
 *
 * <p>Pure state, one thread.
 */
final class Trigger {

    private final TimelapseSection section;
    private int lastLayer;
    private double height;
    private int percent;
    private String job;
    private Event.LayerChanged present;

    /**
     * @param lastLayer the last of which there is a picture; 0: none
     * @param height    of it, mm
     */
    Trigger(TimelapseSection section, int lastLayer, double height) {
        this.section = section;
        this.lastLayer = lastLayer;
        this.height = height;
    }

    /** What to take a picture of now, if one is due. */
    Optional<Caption> on(Envelope envelope) {
        Event event = envelope.event();
        job = envelope.job() == null ? job : envelope.job();
        if (event instanceof Event.ProgressChanged progress) {
            percent = progress.percent();
        } else if (event instanceof Event.LayerChanged begun) {
            present = begun;
        } else if (event instanceof Event.LayerDone done && done.layer() > lastLayer) {
            return due(done) ? Optional.of(taken(done, envelope.time())) : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean due(Event.LayerDone done) {
        boolean last = done.layers() != null && done.layer() == done.layers();
        return switch (section.mode()) {
            case LAYER -> last || done.layer() % (long) section.every() == 0;
            // A hundredth of a layer's usual height: 0.6 is three times 0.2, though not to a computer.
            case MILLIMETRES -> last || Math.floor((done.z() + 0.002) / section.every())
                    > Math.floor((height + 0.002) / section.every());
            case SECONDS, OFF -> false;
        };
    }

    private Caption taken(Event.LayerDone done, Instant time) {
        lastLayer = done.layer();
        height = done.z();
        return new Caption(time, job, percent, done.layer(), done.layers(), done.z());
    }

    /** What is to be written into a picture of now. */
    Caption caption(Instant time) {
        return present == null ? new Caption(time, job, percent)
                : new Caption(time, job, percent, present.layer(), present.layers(), present.z());
    }

    boolean bySeconds() {
        return section.mode() == Mode.SECONDS;
    }
}
