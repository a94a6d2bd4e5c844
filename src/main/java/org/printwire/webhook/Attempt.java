package org.printwire.webhook;

import java.time.Duration;

/** What became of one attempt to deliver. Reasons are for people and hold no secret. */
public sealed interface Attempt {

    /** The receiver has it: it answered with a status from 200 to 399. */
    record Taken(int status) implements Attempt {}

    /** Not yet: the next attempt comes after {@code delay}. */
    record Later(Duration delay, String reason) implements Attempt {}

    /** Given up. */
    record Buried(String reason) implements Attempt {}

    /** The receiver says that it is gone for good (410): nothing is to be sent there any more. */
    record Gone(String reason) implements Attempt {}
}
