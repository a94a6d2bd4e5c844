package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.printwire.camera.Jpeg;

/**
 * An outbox whose disk may fail: what the disk refuses is kept in memory and sent from there, after what is on the
 * disk. A message that is out but could not be marked so is remembered, so that it is not sent again and again; the
 * mark is made as soon as the disk takes it. Trouble is told once, and again after the disk has worked in between.
 */
public final class FailoverOutbox implements Outbox {

    /** Places of what is in memory begin here: behind all on the disk. */
    private static final long IN_MEMORY = 1L << 62;

    private final Outbox disk;
    private final MemoryOutbox memory = new MemoryOutbox();
    private final Consumer<String> trouble;
    private final Map<String, List<Mark>> unmarked = new HashMap<>();
    private final Map<String, Long> lastOut = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** What became of a delivery, to be written. */
    @FunctionalInterface
    private interface Mark {
        void write() throws OutboxException;
    }

    /** @param trouble hears, in words, what the disk refuses */
    public FailoverOutbox(Outbox disk, Consumer<String> trouble) {
        this.disk = disk;
        this.trouble = trouble;
    }

    @Override
    public List<Delivery> put(List<Delivery> deliveries) {
        try {
            List<Delivery> stored = disk.put(deliveries);
            works("put");
            return stored;
        } catch (OutboxException e) {
            refused("put", e.getMessage() + "; messages are kept in memory until the program ends");
            List<Delivery> kept = new ArrayList<>();
            memory.put(deliveries).forEach(each -> kept.add(each.at(IN_MEMORY + each.place())));
            return kept;
        }
    }

    @Override
    public Optional<Waiting> oldest(String webhook, long after) throws OutboxException {
        long marked = mark(webhook, after);
        Optional<Waiting> stored = Optional.empty();
        try {
            stored = disk.oldest(webhook, marked);
        } catch (OutboxException e) {
            refused("read", e.getMessage());
        }
        return stored.isPresent() ? stored : memory.oldest(webhook, 0)
                .map(each -> new Waiting(each.delivery().at(IN_MEMORY + each.delivery().place()), each.attempts()));
    }

    /** Writes the marks that could not be written; while they still cannot, what they are about is passed over. */
    private synchronized long mark(String webhook, long after) {
        List<Mark> marks = unmarked.getOrDefault(webhook, List.of());
        while (!marks.isEmpty()) {
            try {
                marks.get(0).write();
                marks.remove(0);
            } catch (OutboxException e) {
                return Math.max(after, lastOut.getOrDefault(webhook, 0L));
            }
        }
        unmarked.remove(webhook);
        return after;
    }

    private synchronized void end(Delivery delivery, Mark mark) {
        try {
            mark.write();
            works("mark");
        } catch (OutboxException e) {
            refused("mark", e.getMessage() + "; a message that was sent may be sent again after a restart");
            unmarked.computeIfAbsent(delivery.webhook(), webhook -> new ArrayList<>()).add(mark);
            lastOut.merge(delivery.webhook(), delivery.place(), Math::max);
        }
    }

    @Override
    public void taken(Delivery delivery, int attempts, int status, Duration took, Instant now) throws OutboxException {
        if (inMemory(delivery)) {
            memory.taken(own(delivery), attempts, status, took, now);
        } else {
            end(delivery, () -> disk.taken(delivery, attempts, status, took, now));
        }
    }

    @Override
    public void postponed(Delivery delivery, int attempts, String reason, Instant due) throws OutboxException {
        if (inMemory(delivery)) {
            memory.postponed(own(delivery), attempts, reason, due);
        } else {
            try {
                disk.postponed(delivery, attempts, reason, due);
            } catch (OutboxException e) {
                refused("mark", e.getMessage());
            }
        }
    }

    @Override
    public void buried(Delivery delivery, int attempts, String reason, Instant now) throws OutboxException {
        if (inMemory(delivery)) {
            memory.buried(own(delivery), attempts, reason, now);
        } else {
            end(delivery, () -> disk.buried(delivery, attempts, reason, now));
        }
    }

    @Override
    public void attach(String eventId, String camera, Jpeg picture) throws OutboxException {
        try {
            disk.attach(eventId, camera, picture);
        } catch (OutboxException e) {
            memory.attach(eventId, camera, picture);
        }
    }

    @Override
    public Optional<Jpeg> picture(String eventId, String camera) throws OutboxException {
        try {
            Optional<Jpeg> stored = disk.picture(eventId, camera);
            return stored.isPresent() ? stored : memory.picture(eventId, camera);
        } catch (OutboxException e) {
            return memory.picture(eventId, camera);
        }
    }

    @Override
    public boolean claim(String webhook) {
        return disk.claim(webhook);
    }

    @Override
    public void release(String webhook) {
        disk.release(webhook);
    }

    @Override
    public void disable(String webhook, String address, String reason, Instant now) {
        memory.disable(webhook, address, reason, now);
        try {
            disk.disable(webhook, address, reason, now);
        } catch (OutboxException e) {
            refused("mark", e.getMessage());
        }
    }

    @Override
    public Optional<String> disabled(String webhook, String address) {
        try {
            return disk.disabled(webhook, address);
        } catch (OutboxException e) {
            refused("read", e.getMessage());
            return memory.disabled(webhook, address);
        }
    }

    @Override
    public void enable(String webhook) throws OutboxException {
        memory.enable(webhook);
        disk.enable(webhook);
    }

    /** On the disk and in memory. */
    @Override
    public int waiting(String webhook) throws OutboxException {
        return disk.waiting(webhook) + memory.waiting(webhook);
    }

    @Override
    public void close() {
        disk.close();
    }

    private synchronized void refused(String what, String text) {
        if (told.add(what)) {
            trouble.accept(text);
        }
    }

    private synchronized void works(String what) {
        told.remove(what);
    }

    private static boolean inMemory(Delivery delivery) {
        return delivery.place() >= IN_MEMORY;
    }

    private static Delivery own(Delivery delivery) {
        return delivery.at(delivery.place() - IN_MEMORY);
    }
}
