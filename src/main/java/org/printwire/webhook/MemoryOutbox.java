package org.printwire.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outbox that lives as long as the program. It holds a bounded number for each webhook: when that is reached, the
 * oldest report of a changing value goes first, and only if there is none the oldest of the others. Pictures are big,
 * so only the newest few that wait keep theirs.
 */
public final class MemoryOutbox implements Outbox {

    private static final int BOUND = 500;
    private static final int MOST_PICTURES = 20;

    private final int bound;
    private final Map<String, Line> lines = new HashMap<>();

    public MemoryOutbox() {
        this(BOUND);
    }

    MemoryOutbox(int bound) {
        this.bound = bound;
    }

    @Override
    public synchronized List<Delivery> add(Parcel parcel) {
        Line line = lines.computeIfAbsent(parcel.delivery().webhook(), id -> new Line());
        Topic topic = parcel.delivery().topic();
        if (topic.newestOnly()) {
            line.waiting.removeIf(each -> each.delivery().topic().equals(topic));
        }
        line.waiting.add(parcel);
        List<Delivery> dropped = new ArrayList<>();
        while (line.waiting.size() > bound) {
            dropped.add(line.dropOne());
        }
        line.dropOldPicture();
        return dropped;
    }

    @Override
    public synchronized Optional<Parcel> oldest(String webhook) {
        Line line = lines.get(webhook);
        if (line == null) {
            return Optional.empty();
        }
        if (line.inHand == null) {
            line.inHand = line.waiting.isEmpty() ? null : line.waiting.remove(0);
        }
        return Optional.ofNullable(line.inHand);
    }

    @Override
    public synchronized void remove(Delivery delivery) {
        Line line = lines.get(delivery.webhook());
        if (line != null && line.inHand != null && line.inHand.delivery().equals(delivery)) {
            line.inHand = null;
        }
    }

    @Override
    public synchronized List<Delivery> waiting(String webhook) {
        List<Delivery> all = new ArrayList<>();
        Line line = lines.getOrDefault(webhook, new Line());
        if (line.inHand != null) {
            all.add(line.inHand.delivery());
        }
        line.waiting.forEach(each -> all.add(each.delivery()));
        return all;
    }

    /** One webhook's parcels. */
    private static final class Line {
        Parcel inHand;
        final List<Parcel> waiting = new ArrayList<>();

        Delivery dropOne() {
            for (Iterator<Parcel> each = waiting.iterator(); each.hasNext();) {
                Delivery delivery = each.next().delivery();
                if (delivery.topic().newestOnly()) {
                    each.remove();
                    return delivery;
                }
            }
            return waiting.remove(0).delivery();
        }

        /** Called after each addition, so at most one picture is too many. */
        void dropOldPicture() {
            int old = waiting.size() - 1 - MOST_PICTURES;
            if (old >= 0) {
                waiting.set(old, Parcel.withoutPicture(waiting.get(old).delivery()));
            }
        }
    }
}
