package org.printwire.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.printwire.camera.Caption;
import org.printwire.event.Envelope;
import org.printwire.event.Event;

/**
 * The delivery that an event of a {@link SampleStory} would make, whether or not the webhook hears of such events.
 *
 * @param delivery not stored
 * @param caption  what its picture would be about
 */
public record Rehearsal(Delivery delivery, Caption caption) {

    /**
     * @param name      an event's name, or that of one of the webhook's custom events
     * @param situation hears the story
     * @param now       when it ends
     * @throws IllegalArgumentException there is no event of that name
     */
    public static Rehearsal of(Webhook webhook, String name, Situation situation, Instant now) {
        boolean custom = Topic.named(name).isEmpty() && webhook.custom(name).isPresent();
        String told = custom ? OctoPrintName.ours(name).orElse("MessageFired") : name;
        Webhook hears = webhook.hearing(custom ? List.of() : List.of(name));
        Subscription subscription = new Subscription(hears, Set.of());
        RunningJob job = new RunningJob();
        Optional<Subscription.Message> message = Optional.empty();
        Envelope last = null;
        int interval = webhook.settings().progressInterval();
        for (Envelope each : SampleStory.upTo(told, interval, now)) {
            last = custom && each.event() instanceof Event.MessageFired fired
                    ? new Envelope(each.time(), each.sequence(), each.job(), new Event.MessageFired(name, fired.text()))
                    : each;
            situation.on(last);
            job.on(last.event());
            message = subscription.on(last, job);
        }
        if (message.isEmpty()) {
            throw new IllegalStateException("the story of " + name + " made no message for " + webhook);
        }
        Composer composer = new Composer(situation);
        Map<String, Object> shared = composer.shared(last, "test-" + now.getEpochSecond());
        return new Rehearsal(composer.delivery(webhook, message.get(), 0, last, shared), job.caption(last));
    }
}
