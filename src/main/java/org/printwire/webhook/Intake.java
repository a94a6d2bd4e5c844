package org.printwire.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.printwire.camera.Jpeg;

/**
 * The way into the outbox: a thread named {@code store} that writes whatever has come together as one, so that a burst
 * of events costs one sync of the disk. Only what is stored is announced to the webhooks' threads.
 */
final class Intake {

    private final Outbox outbox;
    private final Shots shots;
    private final Consumer<Delivery> announce;
    private final Consumer<String> trouble;
    private final Conveyor<Thing> conveyor;

    private sealed interface Thing {
        record Made(List<Delivery> deliveries) implements Thing {}

        record Taken(Delivery delivery, Optional<Jpeg> picture) implements Thing {}
    }

    /**
     * @param announce hears of each delivery that is stored
     * @param trouble  hears, in words, what the disk refuses
     */
    Intake(Outbox outbox, Shots shots, Consumer<Delivery> announce, Consumer<String> trouble) {
        this.outbox = outbox;
        this.shots = shots;
        this.announce = announce;
        this.trouble = trouble;
        this.conveyor = new Conveyor<>(this::store, bug -> trouble.accept("internal error: " + bug));
    }

    void start(BiFunction<String, Runnable, Thread> threads) {
        conveyor.begin();
        threads.apply("store", conveyor).start();
    }

    /** What one event made. Takes a microsecond. */
    void made(List<Delivery> deliveries) {
        conveyor.add(new Thing.Made(List.copyOf(deliveries)));
    }

    /** A picture was taken for this delivery, and for others of its event; empty: none could be had. */
    void taken(Delivery delivery, Optional<Jpeg> picture) {
        conveyor.add(new Thing.Taken(delivery, picture));
    }

    private void store(List<Thing> things) {
        List<Delivery> made = new ArrayList<>();
        for (Thing thing : things) {
            if (thing instanceof Thing.Made some) {
                made.addAll(some.deliveries());
            }
        }
        put(made);
        for (Thing thing : things) {
            if (thing instanceof Thing.Taken shot) {
                attach(shot);
            }
        }
    }

    private void put(List<Delivery> made) {
        if (!made.isEmpty()) {
            try {
                outbox.put(made).forEach(announce);
            } catch (OutboxException e) {
                trouble.accept(made.size() + " messages are lost: " + e.getMessage());
            }
        }
    }

    private void attach(Thing.Taken shot) {
        try {
            if (shot.picture().isPresent()) {
                outbox.attach(shot.delivery().eventId(), shot.delivery().picture(), shot.picture().get());
            }
        } catch (OutboxException e) {
            trouble.accept("a picture is not kept: " + e.getMessage());
        } finally {
            shots.arrived(shot.delivery(), shot.picture());
        }
    }

    /** Waits until all that has come so far is stored. */
    void awaitIdle() throws InterruptedException {
        conveyor.awaitIdle();
    }

    /** Nothing more comes. */
    void close() {
        conveyor.close();
    }

    void abandon() {
        conveyor.abandon();
    }
}
