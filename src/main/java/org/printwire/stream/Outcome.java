package org.printwire.stream;

import org.printwire.event.Event.Actor;
import org.printwire.event.Event.FailReason;

/** How a job ended. */
public sealed interface Outcome {

    /** Every line was executed and the machine stands still. */
    record Done() implements Outcome {}

    /** Stopped on purpose. */
    record Cancelled(Actor by) implements Outcome {}

    /** Stopped by a fault; {@code detail} is for people. */
    record Failed(FailReason reason, String detail) implements Outcome {}
}
