package org.printwire.webhook;

import java.util.Optional;
import java.util.OptionalInt;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.EventName;

/**
 * Decides what one webhook is told of the events, and in which words.
 *
 * <p>An event that the webhook names in {@code events} is delivered under its own topic. Otherwise it may be delivered
 * under the topic of the OctoPrint plugin that its users know it by, if the webhook names that one:
 * <ul>
 *   <li>PrintCancelled as Print Failed with {@code extra.reason} "cancelled" (OctoPrint fails a cancelled print);
 *   <li>PrinterError as Error;
 *   <li>ProgressChanged as Print Progress, at the webhook's own milestones;
 *   <li>ColorChangeWaiting and FilamentRunout as User Action Needed: the plugin sent that for every
 *       {@code echo:busy: paused for user}, which is what Prusa MK3 3.14 says in these cases too. Once an episode, not
 *       every two seconds.
 * </ul>
 * So no event makes two messages for one webhook. Must hear every event, in order; one thread.
 */
final class Subscription {

    private final Webhook webhook;
    private final Milestones milestones;
    private final Episode episode = new Episode();

    Subscription(Webhook webhook) {
        this.webhook = webhook;
        this.milestones = new Milestones(webhook.progressInterval());
    }

    /** @param run makes event ids unique among runs of the program */
    Optional<Delivery> on(Envelope envelope, RunningJob job, String run) {
        Event event = envelope.event();
        boolean userCalled = episode.begunBy(event);
        OptionalInt milestone = OptionalInt.empty();
        if (event instanceof Event.PrintStarted) {
            milestones.reset();
        } else if (event instanceof Event.ProgressChanged progress) {
            milestone = milestones.reached(progress.percent());
        }
        Optional<Topic> topic = topic(event);
        boolean news = topic.isPresent()
                && (topic.get() != Topic.PRINT_PROGRESS || milestone.isPresent())
                && (topic.get() != Topic.USER_ACTION_NEEDED || userCalled);
        return news ? Optional.of(delivery(topic.get(), envelope, job, run)) : Optional.empty();
    }

    private Optional<Topic> topic(Event event) {
        String own = EventName.simple(event.getClass());
        if (webhook.hears(own)) {
            return Topic.named(own);
        }
        return standIn(event).filter(topic -> webhook.hears(topic.name()));
    }

    private static Optional<Topic> standIn(Event event) {
        if (event instanceof Event.PrintCancelled) {
            return Optional.of(Topic.PRINT_FAILED);
        }
        if (event instanceof Event.PrinterError) {
            return Optional.of(Topic.ERROR);
        }
        if (event instanceof Event.ProgressChanged) {
            return Optional.of(Topic.PRINT_PROGRESS);
        }
        return Episode.callsUser(event) ? Optional.of(Topic.USER_ACTION_NEEDED) : Optional.empty();
    }

    private Delivery delivery(Topic topic, Envelope envelope, RunningJob job, String run) {
        String text = webhook.messages().getOrDefault(topic.name(), topic.message());
        return new Delivery(run + "-" + envelope.sequence(), webhook.id(), envelope.time(), envelope.job(), topic,
                MessageText.of(text, milestones.last()), Extra.of(topic, envelope, job));
    }
}
