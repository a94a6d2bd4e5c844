package org.printwire.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.printwire.config.TimelapseSection.Format;
import org.printwire.config.TimelapseSection.Mode;

/** Reads {@code timelapse:}. */
final class TimelapseReader {

    private static final TimelapseSection DEFAULTS = TimelapseSection.DEFAULTS;
    private static final int MOST_MILLIS = 60_000;
    private static final long LEAST_BYTES = 1_000_000;
    private static final long MOST_BYTES = 1_000_000_000_000L;

    private final List<String> cameras;

    /** @param cameras that are configured, by name */
    TimelapseReader(List<String> cameras) {
        this.cameras = cameras;
    }

    TimelapseSection read(Section section) {
        Mode mode = mode(section);
        double every = section.decimal("every", mode == Mode.MILLIMETRES ? 0.01 : 1, 100_000).orElse(DEFAULTS.every());
        if (mode != Mode.MILLIMETRES && every != Math.rint(every)) {
            section.problem("every", "must be a whole number of layers or seconds, not " + every, "");
        }
        Optional<String> camera = section.text("camera");
        if (camera.isPresent() && !cameras.contains(camera.get())) {
            section.problem("camera", "there is no camera '" + Section.shortened(camera.get()) + "'",
                    cameras.isEmpty() ? "add one under cameras:" : "write one of " + String.join(", ", cameras));
        }
        if (mode != Mode.OFF && cameras.isEmpty()) {
            section.problem("mode", "needs a camera", "add one under cameras:");
        }
        int fps = section.integer("fps", 1, 60).orElse(DEFAULTS.fps());
        List<String> park = park(section);
        Duration dwell = section.integer("dwell", 0, MOST_MILLIS).map(Duration::ofMillis).orElse(DEFAULTS.dwell());
        long maxBytes = SizeText.read(section, "maxBytes", LEAST_BYTES, MOST_BYTES).orElse(DEFAULTS.maxBytes());
        int maxFrames = section.integer("maxFrames", 10, 1_000_000).orElse(DEFAULTS.maxFrames());
        Duration age = DurationText.read(section, "age", Duration.ofHours(1), Duration.ofDays(3650)).orElse(DEFAULTS.age());
        boolean keepFrames = section.flag("keepFrames").orElse(DEFAULTS.keepFrames());
        Format format = section.choice("format", Format.class, "auto", "mp4", "gif").orElse(DEFAULTS.format());
        boolean render = section.flag("render").orElse(DEFAULTS.render());
        section.finish();
        return new TimelapseSection(mode, every, camera.orElse(null), fps, park, dwell, maxBytes, maxFrames, age, keepFrames,
                format, render);
    }

    /** YAML takes a bare {@code off} for false. */
    private static Mode mode(Section section) {
        if (section.isFlag("mode") && section.flag("mode").equals(Optional.of(false))) {
            return Mode.OFF;
        }
        return section.choice("mode", Mode.class, "layer", "seconds", "millimetres", "off").orElse(DEFAULTS.mode());
    }

    /** Afterwards the head must be found again: so nothing that changes what its place is called, or waits for somebody. */
    private static List<String> park(Section section) {
        List<String> park = section.texts("park").orElse(DEFAULTS.park());
        for (int i = 0; i < park.size(); i++) {
            if (!park.get(i).matches("(?i)(G0?[0-3]|G4|G90|G91|M82|M83|M106|M107|M204)( .*)?")) {
                section.problem("park[" + i + "]", "cannot be '" + Section.shortened(park.get(i)) + "'",
                        "write moves (G0 to G3, G90, G91, M82, M83), G4, M106, M107 or M204");
            }
        }
        return park;
    }
}
