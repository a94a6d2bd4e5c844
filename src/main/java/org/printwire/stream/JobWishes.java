package org.printwire.stream;

import java.util.function.BooleanSupplier;
import org.printwire.event.Event.Actor;

/** What the printer asks of the host. */
final class JobWishes implements Dialogue.Wishes {

    private final JobCourse course;
    private final JobPause jobPause;
    private final BooleanSupplier halted;

    /** @param halted the firmware has stopped */
    JobWishes(JobCourse course, JobPause jobPause, BooleanSupplier halted) {
        this.course = course;
        this.jobPause = jobPause;
        this.halted = halted;
    }

    @Override
    public void pause(Actor by) {
        if (course.printing()) {
            jobPause.begin(by, null);
        }
    }

    @Override
    public void resume(Actor by, long nanos) {
        if (course.resumable()) {
            jobPause.resume(by, nanos);
        }
    }

    @Override
    public void cancel(Actor by) {
        // After a heater fault the firmware says cancel first and halted after: then it is no wish (MK3 3.14).
        if (!halted.getAsBoolean()) {
            course.stop(new Outcome.Cancelled(by));
        }
    }
}
