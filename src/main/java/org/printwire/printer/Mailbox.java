package org.printwire.printer;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.printwire.stream.Input;

/** Wishes for the printer thread, from any thread. */
class Mailbox {

    private final BlockingQueue<Input> wishes = new LinkedBlockingQueue<>();

    void put(Input wish) {
        wishes.add(wish);
    }

    /** The next, or null. */
    Input poll() {
        return wishes.poll();
    }

    /** The next, or null if none comes in that time. */
    Input poll(Duration limit) {
        try {
            return wishes.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
