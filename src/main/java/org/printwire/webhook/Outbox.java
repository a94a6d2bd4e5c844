package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.printwire.camera.Jpeg;

/**
 * What waits to be sent, in order for each webhook. Every method may wait for a disk: never call one on the publisher's
 * thread. Safe for several threads, and several programs may have the same outbox open.
 *
 * <p>What {@link #put} has returned for survives the death of the program and, if the disk keeps its word, of the
 * machine. What became of a delivery is written more lightly: a machine that dies may forget it, and the message is
 * then sent once more, with the same event id.
 */
public interface Outbox extends AutoCloseable {

    /**
     * Stores all of them or, with the exception, none, each behind all that waits for the same webhook. A report of a
     * changing value ({@link Topic#newestOnly}) takes the place of an older one of its topic that still waits.
     *
     * @return the same deliveries with their places
     * @throws OutboxException the disk refuses; the message says why, for people
     */
    List<Delivery> put(List<Delivery> deliveries) throws OutboxException;

    /** Keeps the picture of an event at least as long as a delivery that wants it waits. */
    void attach(String eventId, String camera, Jpeg picture) throws OutboxException;

    /** The picture that was attached. */
    Optional<Jpeg> picture(String eventId, String camera) throws OutboxException;

    /**
     * Asks for the right to send for this webhook: one holder at a time on the whole machine, until {@link #release}
     * or the end of the program, however it comes.
     */
    boolean claim(String webhook);

    void release(String webhook);

    /**
     * The next one for this webhook; those that {@link #postponed} put off are next too: order comes first.
     *
     * @param after only places beyond this one count; 0: all
     */
    Optional<Waiting> oldest(String webhook, long after) throws OutboxException;

    /** The next one of all. */
    default Optional<Waiting> oldest(String webhook) throws OutboxException {
        return oldest(webhook, 0);
    }

    /** The receiver has it. */
    void taken(Delivery delivery, int attempts, int status, Duration took, Instant now) throws OutboxException;

    /** An attempt failed; {@code due}: when the next one is planned, for people. */
    void postponed(Delivery delivery, int attempts, String reason, Instant due) throws OutboxException;

    /** Given up, with the reason for people, without a secret. */
    void buried(Delivery delivery, int attempts, String reason, Instant now) throws OutboxException;

    /**
     * Remembers that the receiver at this address is gone (410), until {@link #enable}.
     *
     * @param address a fingerprint of the webhook's url, so that another url begins anew
     */
    void disable(String webhook, String address, String reason, Instant now) throws OutboxException;

    /** Why nothing is sent to this address, if it is so. */
    Optional<String> disabled(String webhook, String address) throws OutboxException;

    void enable(String webhook) throws OutboxException;

    /** How many wait for this webhook. */
    int waiting(String webhook) throws OutboxException;

    @Override
    void close();

    /** @param attempts how many were made, by this run of the program or an earlier one */
    record Waiting(Delivery delivery, int attempts) {}
}
