package org.printwire.event;

import java.time.Instant;

/**
 * An event with its circumstances.
 *
 * @param time     wall time at which it was published
 * @param sequence 1 for the first event of this run of the program, then counting without gaps
 * @param job      the file name of the job it belongs to, null outside of a job
 * @param event    what happened
 */
public record Envelope(Instant time, long sequence, String job, Event event) {}
