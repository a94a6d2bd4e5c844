package org.printwire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.printwire.camera.Jpeg;

/**
 * An outbox that lives as long as the program, for when no file can be had. It holds a bounded number for each webhook:
 * when that is reached, the oldest report of a changing value is dropped, and only if there is none the oldest of the
 * others. Pictures are big, so only the newest few are kept. A claim holds within this outbox alone.
 */
public final class MemoryOutbox implements Outbox {

    private static final int BOUND = 500;
    private static final int MOST_PICTURES = 20;

    private final int bound;
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Wanted, Jpeg> pictures = new LinkedHashMap<>();
    private final Map<String, Gone> gone = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private long lastPlace;

    public MemoryOutbox() {
        this(BOUND);
    }

    /** @param bound how many may wait for one webhook */
    public MemoryOutbox(int bound) {
        this.bound = bound;
    }

    @Override
    public synchronized List<Delivery> put(List<Delivery> deliveries) {
        List<Delivery> stored = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Delivery placed = delivery.at(++lastPlace);
            stored.add(placed);
            Line line = line(delivery.webhook());
            line.waiting.put(placed.place(), new Waiting(placed, 0));
            if (placed.topic().newestOnly()) {
                line.replaceBefore(placed.topic(), placed.place());
            }
            line.keepTo(bound);
        }
        dropPictures();
        return stored;
    }

    /** Nothing is kept for an event that was not {@link #put} yet. */
    @Override
    public synchronized void attach(String eventId, String camera, Jpeg picture) {
        pictures.put(new Wanted(eventId, camera), picture);
        dropPictures();
        if (pictures.size() > MOST_PICTURES) {
            pictures.remove(pictures.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<Jpeg> picture(String eventId, String camera) {
        return Optional.ofNullable(pictures.get(new Wanted(eventId, camera)));
    }

    @Override
    public synchronized boolean claim(String webhook) {
        return claims.add(webhook);
    }

    @Override
    public synchronized void release(String webhook) {
        claims.remove(webhook);
    }

    @Override
    public Optional<Waiting> oldest(String webhook) {
        return oldest(webhook, 0);
    }

    @Override
    public synchronized Optional<Waiting> oldest(String webhook, long after) {
        Line line = line(webhook);
        Long place = line.waiting.higherKey(after);
        if (place == null) {
            return Optional.empty();
        }
        line.inHand = place;
        return Optional.of(line.waiting.get(place));
    }

    @Override
    public synchronized void taken(Delivery delivery, int attempts, int status, Duration took, Instant now) {
        end(delivery);
    }

    @Override
    public synchronized void postponed(Delivery delivery, int attempts, String reason, Instant due) {
        Line line = line(delivery.webhook());
        line.inHand = 0;
        line.waiting.computeIfPresent(delivery.place(), (place, before) -> new Waiting(before.delivery(), attempts));
        line.waiting.values().stream().map(each -> each.delivery())
                .filter(each -> each.topic().newestOnly() && each.topic().equals(delivery.topic()))
                .reduce((first, second) -> second)
                .ifPresent(newest -> line.replaceBefore(newest.topic(), newest.place()));
        dropPictures();
    }

    @Override
    public synchronized void buried(Delivery delivery, int attempts, String reason, Instant now) {
        end(delivery);
    }

    @Override
    public synchronized void disable(String webhook, String address, String reason, Instant now) {
        gone.put(webhook, new Gone(address, reason));
    }

    @Override
    public synchronized Optional<String> disabled(String webhook, String address) {
        return Optional.ofNullable(gone.get(webhook)).filter(each -> each.address.equals(address)).map(Gone::reason);
    }

    @Override
    public synchronized void enable(String webhook) {
        gone.remove(webhook);
    }

    @Override
    public synchronized int waiting(String webhook) {
        return line(webhook).waiting.size();
    }

    @Override
    public void close() {}

    private Line line(String webhook) {
        return lines.computeIfAbsent(webhook, id -> new Line());
    }

    private void end(Delivery delivery) {
        Line line = line(delivery.webhook());
        line.inHand = 0;
        line.waiting.remove(delivery.place());
        dropPictures();
    }

    /** Those that nobody waits for. */
    private void dropPictures() {
        if (pictures.isEmpty()) {
            return;
        }
        Set<Wanted> wanted = new HashSet<>();
        for (Line line : lines.values()) {
            line.waiting.values().forEach(each -> wanted.add(new Wanted(each.delivery().eventId(), each.delivery().picture())));
        }
        pictures.keySet().retainAll(wanted);
    }

    private record Wanted(String eventId, String camera) {}

    private record Gone(String address, String reason) {}

    /** What waits for one webhook, by place. */
    private static final class Line {
        final TreeMap<Long, Waiting> waiting = new TreeMap<>();
        long inHand;

        void replaceBefore(Topic topic, long place) {
            waiting.headMap(place).values().removeIf(
                    each -> each.delivery().topic().equals(topic) && each.delivery().place() != inHand);
        }

        void keepTo(int bound) {
            while (waiting.size() > bound) {
                waiting.remove(waiting.values().stream().map(Waiting::delivery)
                        .filter(each -> each.place() != inHand && each.topic().newestOnly()).findFirst()
                        .or(() -> waiting.values().stream().map(Waiting::delivery)
                                .filter(each -> each.place() != inHand).findFirst())
                        .orElseThrow().place());
            }
        }
    }
}
