package org.printwire.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.EventName;

/**
 * Decides what one webhook is told of the events.
 *
 * <p>An event that the webhook names in {@code events} is delivered under its own topic. Otherwise it may be delivered
 * under another one that the webhook names:
 * <ul>
 *   <li>PrintCancelled as Print Failed with {@code extra.reason} "cancelled" (OctoPrint fails a cancelled print);
 *   <li>PrinterError as Error;
 *   <li>ProgressChanged as Print Progress, at the webhook's own milestones;
 *   <li>ColorChangeWaiting and FilamentRunout as User Action Needed: the plugin sent that for every
 *       {@code echo:busy: paused for user}, which is what Prusa MK3 3.14 says in these cases too. Once an episode, not
 *       every two seconds;
 *   <li>LayerChanged as Layer, when the layer before is one that the webhook wants;
 *   <li>TemperaturesReported as Cooled Down, once after a print;
 *   <li>any event as Custom Event, by its name here or in OctoPrint; and MessageFired by the name in the G-code.
 * </ul>
 * A MessageFired that names a webhook goes to that one, and to no other. No event makes two messages for one webhook.
 *
 * <p>Must hear every event, in order; one thread, but for {@link #awaitsCooling}.
 */
final class Subscription {

    private final Webhook webhook;
    private final Set<String> ids;
    private final Milestones milestones;
    private final LayersDone layers;
    private final Cooling cooling;
    private final Episode episode = new Episode();

    /** @param ids of all webhooks */
    Subscription(Webhook webhook, Set<String> ids) {
        this.webhook = webhook;
        this.ids = ids;
        this.milestones = new Milestones(webhook.settings().progressInterval());
        this.layers = new LayersDone(webhook.settings().layerInterval());
        this.cooling = new Cooling(webhook.settings().cooledDown());
    }

    /** What the webhook is told of this event, if it is told. */
    Optional<Message> on(Envelope envelope, RunningJob job) {
        Event event = envelope.event();
        boolean userCalled = episode.begunBy(event);
        boolean milestone = milestone(event).isPresent();
        Optional<Map<String, Object>> layer = layers.doneBy(event);
        Optional<Map<String, Object>> cooled = webhook.hears(Topic.COOLED_DOWN.name())
                ? cooling.on(event) : Optional.empty();
        String name = EventName.simple(event.getClass());
        if (event instanceof Event.MessageFired fired && ids.contains(fired.name())) {
            return fired.name().equals(webhook.id())
                    ? Optional.of(message(Topic.MESSAGE_FIRED, envelope, job)) : Optional.empty();
        }
        if (webhook.hears(name)) {
            boolean repeated = Episode.callsUser(event) && name.equals(Topic.USER_ACTION_NEEDED.name()) && !userCalled;
            return repeated ? Optional.empty() : Topic.named(name).map(topic -> message(topic, envelope, job));
        }
        if (layer.isPresent() && webhook.hears(Topic.LAYER.name())) {
            return Optional.of(message(Topic.LAYER, layer.get()));
        }
        if (cooled.isPresent()) {
            return Optional.of(message(Topic.COOLED_DOWN, cooled.get()));
        }
        Optional<Topic> standIn = standIn(event).filter(topic -> webhook.hears(topic.name()));
        if (standIn.isPresent()) {
            boolean news = standIn.get() == Topic.PRINT_PROGRESS ? milestone
                    : standIn.get() != Topic.USER_ACTION_NEEDED || userCalled;
            return news ? Optional.of(message(standIn.get(), envelope, job)) : Optional.empty();
        }
        return customName(event, name).map(custom -> {
            Message message = message(Topic.CUSTOM_EVENT, envelope, job);
            message.own().put(Webhook.CUSTOM_EVENT, custom);
            return message;
        });
    }

    /** A Cooled Down is to come that whoever prints is to wait for. Any thread. */
    boolean awaitsCooling() {
        return webhook.hears(Topic.COOLED_DOWN.name()) && cooling.isAwaited();
    }

    private OptionalInt milestone(Event event) {
        if (event instanceof Event.PrintStarted) {
            milestones.reset();
        }
        return event instanceof Event.ProgressChanged progress
                ? milestones.reached(progress.percent()) : OptionalInt.empty();
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

    private Optional<String> customName(Event event, String name) {
        String called = event instanceof Event.MessageFired fired ? fired.name() : name;
        return webhook.custom(called)
                .or(() -> OctoPrintName.of(event).flatMap(webhook::custom))
                .map(custom -> custom.name());
    }

    private Message message(Topic topic, Envelope envelope, RunningJob job) {
        return message(topic, Extra.of(topic, envelope, job));
    }

    private Message message(Topic topic, Map<String, Object> extra) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("topic", topic.title());
        own.put("extra", extra);
        own.put("percentCompleteMilestone", milestones.last());
        return new Message(topic, own);
    }

    /** @param own parameters that are this webhook's own, by name */
    record Message(Topic topic, Map<String, Object> own) {

        /** What settings call it: the topic's name; of a custom event its own. */
        String name() {
            Object custom = own.get(Webhook.CUSTOM_EVENT);
            return custom == null ? topic.name() : custom.toString();
        }
    }
}
