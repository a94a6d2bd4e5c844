package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Caption;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

class RunningJobTest {

    private final RunningJob job = new RunningJob();

    @Test
    void a_picture_is_told_the_layer_that_was_reached() {
        start();
        job.on(new Event.LayerChanged(12, 50, 2.4));

        assertThat(caption("cube.gcode")).isEqualTo(new Caption(Instant.EPOCH, "cube.gcode", 0, 12, 50, 2.4));
    }

    @Test
    void the_next_job_begins_without_a_layer() {
        start();
        job.on(new Event.LayerChanged(12, 50, 2.4));
        start();

        assertThat(caption("cube.gcode")).isEqualTo(new Caption(Instant.EPOCH, "cube.gcode", 0));
    }

    @Test
    void a_picture_of_no_job_has_no_layer() {
        job.on(new Event.LayerChanged(12, 50, 2.4));

        assertThat(caption(null)).isEqualTo(new Caption(Instant.EPOCH, null, 0));
    }

    private void start() {
        job.on(new Event.PrintStarted("cube.gcode", "/cube.gcode", 1, 1, 50, 0));
    }

    private Caption caption(String file) {
        return job.caption(new Envelope(Instant.EPOCH, 1, file, new Event.PrintDone("cube.gcode", 1, 1, 0)));
    }
}
