package org.printwire.stream;

import java.util.List;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;

/** The port is gone in the middle of a job, and comes back or not. */
final class Absence {

    private final LineProtocol protocol;
    private final Pauses pauses;
    private final PowerPanic panic;
    private final List<Action> actions;
    private boolean away;
    private boolean returning;

    /** @param actions what is to be done is added here */
    Absence(LineProtocol protocol, Pauses pauses, PowerPanic panic, List<Action> actions) {
        this.protocol = protocol;
        this.pauses = pauses;
        this.panic = panic;
        this.actions = actions;
    }

    /** Takes note of what concerns the port, and of a wish that cannot be passed on. */
    void hear(Input input, JobCourse course, long nanos) {
        if (input instanceof Input.PortLost) {
            away = true;
            returning = false;
        } else if (input instanceof Input.PortBack) {
            back(nanos);
        } else if (input instanceof Input.Cancel && (away || panic.out())) {
            endNow(course);
        }
    }

    /** Nothing can be sent, and no silence is a fault. */
    boolean away() {
        return away;
    }

    /** The printer is asked first how far it got. */
    private void back(long nanos) {
        away = false;
        if (panic.out()) {
            panic.alive(nanos);
            return;
        }
        returning = true;
        pauses.busy(nanos);
        protocol.askWhereItStands(nanos);
    }

    /** Whoever wants the job to end now does not want to wait for a cable. */
    private void endNow(JobCourse course) {
        actions.add(new Action.Publish(new Event.Notice(Event.NoticeSource.WARNING,
                "the printer could not be told: its heaters may still be on. Look after the printer")));
        course.end(new Outcome.Cancelled(Actor.USER));
    }

    /** Tells once that the job goes on. */
    void tellIfOver(JobCourse course) {
        if (returning && !protocol.lostPlace()) {
            returning = false;
            if (course.printing() && pauses.running()) {
                actions.add(new Action.Publish(new Event.PrintResumed(Actor.HOST)));
            }
        }
    }
}
