package org.printwire.webhook;

import java.time.Duration;

/** What became of one attempt to deliver. */
public sealed interface Attempt {

    /** The receiver has it: it answered with a status from 200 to 399. */
    record Taken(int status) implements Attempt {}

    /** Not yet: the next attempt comes after {@code delay}. */
    record Later(Duration delay, String reason) implements Attempt {}

    /** Given up. {@code reason} says for people why, without a secret. */
    record Buried(String reason) implements Attempt {}
}
