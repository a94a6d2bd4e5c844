package org.printwire.store;

import java.nio.file.Path;
import java.util.List;
import org.printwire.camera.Jpeg;
import org.printwire.config.StorageSection;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Outbox;

/** Puts numbered deliveries, prints each number when it is put, and takes some; until it is killed. */
final class OutboxVictim {

    private OutboxVictim() {}

    public static void main(String[] words) throws Exception {
        int from = Integer.parseInt(words[1]);
        try (Outbox outbox = SqliteOutbox.open(Path.of(words[0]), StorageSection.DEFAULTS, System.err::println)) {
            if (!outbox.claim("a")) {
                throw new IllegalStateException("the claim of one that was killed is still there");
            }
            for (int number = from; ; number++) {
                outbox.put(List.of(Samples.pictured("a", number), Samples.said("kept", number)));
                System.out.println(number);
                outbox.attach("event-" + number, "nozzle", new Jpeg(new byte[20_000]));
                Delivery oldest = outbox.oldest("a").orElseThrow().delivery();
                if (number % 3 == 0) {
                    outbox.postponed(oldest, 1, "answered 500", Samples.NOW);
                }
                Samples.take(outbox, oldest);
            }
        }
    }
}
