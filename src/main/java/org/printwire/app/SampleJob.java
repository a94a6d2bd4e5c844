package org.printwire.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.printwire.gcode.FileAnalysis;
import org.printwire.gcode.Filament;
import org.printwire.gcode.PrintArea;
import org.printwire.job.Job;
import org.printwire.webhook.SampleStory;

/** The job of a {@link SampleStory}, with the figures that a real file would have. */
final class SampleJob {

    private static final FileAnalysis ANALYSIS = new FileAnalysis(
            Optional.of("2d2f2c6a410f8786b62604422799c9f3c0721367"), OptionalLong.of(1_795_500_000L),
            OptionalDouble.of(15_720), List.of(new Filament(0, OptionalDouble.of(3921.4), OptionalDouble.of(9.43))),
            Optional.of(new PrintArea(95.2, 88.1, 0.2, 155.2, 119.1, 48.0)));

    private SampleJob() {}

    static Job job() {
        return new Job(SampleStory.FILE, Path.of("/home/pi", SampleStory.FILE), SampleStory.BYTES, SampleStory.COMMANDS,
                SampleStory.LAYERS, 0, true, List.of(), ANALYSIS, List::of);
    }
}
