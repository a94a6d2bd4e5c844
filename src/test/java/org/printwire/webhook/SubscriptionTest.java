package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.STARTED;
import static org.printwire.webhook.Examples.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.printwire.config.EventChoice;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;
import org.printwire.config.WebhookSection.CustomEvent;
import org.printwire.testing.Hook;
import org.printwire.webhook.Subscription.Message;

class SubscriptionTest {

    private static final String[] DEFAULTS = EventChoice.DEFAULTS.toArray(String[]::new);

    private static final Event CANCELLED = new Event.PrintCancelled("cube.gcode", Actor.USER, 12.5, 31);
    private static final Event FAILED = new Event.PrintFailed(
            "cube.gcode", Event.FailReason.CONNECTION_LOST, "The cable is out.", 12.5, 31);
    private static final Event RUNOUT = new Event.FilamentRunout();
    private static final Event COLOR = new Event.ColorChangeWaiting(1, "#FF0000");
    private static final Event COLOR_DONE = new Event.ColorChangeDone(1, 60);
    private static final Event USER = new Event.UserActionNeeded("M0");
    private static final Event ERROR = new Event.PrinterError("MINTEMP", true, "heater 0");

    @Test
    void a_started_print_has_octoprints_payload() {
        assertThat(titles(webhook("a", "http://a", DEFAULTS), STARTED)).containsExactly("Print Started");
        assertThat(extra(webhook("a", "http://a", DEFAULTS), STARTED).toString())
                .isEqualTo("{name=cube.gcode, path=/home/pi/cube.gcode, origin=local, size=648802}");
    }

    @Test
    void a_done_print_has_its_time_too() {
        assertThat(extra(webhook("a", "http://a", DEFAULTS), STARTED, DONE).toString())
                .isEqualTo("{name=cube.gcode, path=/home/pi/cube.gcode, origin=local, size=648802, time=50.5}");
    }

    @Test
    void a_failed_print_has_reason_error() {
        assertThat(extra(webhook("a", "http://a", DEFAULTS), STARTED, FAILED)).containsEntry("reason", "error")
                .containsEntry("time", 12.5).containsEntry("detail", "The cable is out.").containsKey("path");
    }

    @Test
    void a_cancelled_print_is_a_failed_one_with_reason_cancelled() {
        Webhook webhook = webhook("a", "http://a", DEFAULTS);

        assertThat(titles(webhook, STARTED, CANCELLED)).containsExactly("Print Started", "Print Failed");
        assertThat(extra(webhook, STARTED, CANCELLED)).containsEntry("reason", "cancelled").containsEntry("time", 12.5);
    }

    @Test
    void who_names_print_cancelled_gets_that_and_no_failure() {
        assertThat(titles(webhook("a", "http://a", "PrintFailed", "PrintCancelled"), CANCELLED))
                .containsExactly("Print Cancelled");
        assertThat(extra(webhook("a", "http://a", "PrintCancelled"), CANCELLED))
                .containsEntry("by", "user").doesNotContainKey("reason");
    }

    @Test
    void a_printer_error_is_an_error_with_the_firmwares_words() {
        Webhook webhook = webhook("a", "http://a", DEFAULTS);

        assertThat(titles(webhook, ERROR)).containsExactly("Error");
        assertThat(extra(webhook, ERROR).toString()).isEqualTo("{error=MINTEMP: heater 0, reason=firmware}");
    }

    @Test
    void colour_change_and_runout_call_the_user() {
        Webhook webhook = webhook("a", "http://a", DEFAULTS);

        assertThat(titles(webhook, COLOR)).containsExactly("User Action Needed");
        assertThat(titles(webhook, RUNOUT)).containsExactly("User Action Needed");
        assertThat(titles(webhook, USER)).containsExactly("User Action Needed");
        assertThat(extra(webhook, COLOR)).isEmpty();
    }

    @Test
    void three_colour_changes_call_the_user_three_times() {
        assertThat(titles(webhook("a", "http://a", DEFAULTS), COLOR, COLOR_DONE, COLOR, COLOR_DONE, COLOR, COLOR_DONE))
                .hasSize(3).containsOnly("User Action Needed");
    }

    @Test
    void a_runout_and_the_change_that_it_starts_are_one_episode() {
        assertThat(titles(webhook("a", "http://a", DEFAULTS), RUNOUT, COLOR, USER, COLOR_DONE, COLOR)).hasSize(2);
    }

    @Test
    void who_names_the_colour_change_gets_it_by_its_own_topic_only() {
        Webhook webhook = webhook("a", "http://a", "UserActionNeeded", "ColorChangeWaiting");

        assertThat(titles(webhook, COLOR, COLOR_DONE, RUNOUT))
                .containsExactly("Color Change Waiting", "User Action Needed");
        assertThat(extra(webhook, COLOR).toString()).isEqualTo("{number=1, color=#FF0000}");
    }

    @Test
    void progress_is_told_at_each_webhooks_own_milestones() {
        Webhook tens = progressing(10);
        Webhook quarters = progressing(25);

        assertThat(milestones(tens, STARTED, progress(9), progress(10), progress(35), progress(100), DONE))
                .containsExactly(10, 30, 90);
        assertThat(milestones(quarters, STARTED, progress(24), progress(25), progress(26), STARTED, progress(30)))
                .containsExactly(25, 25);
        assertThat(extra(tens, progress(10))).isEmpty();
    }

    @Test
    void what_is_not_named_is_not_told() {
        assertThat(titles(webhook("a", "http://a", "PrintDone"), STARTED, progress(50), COLOR, ERROR, CANCELLED, DONE))
                .containsExactly("Print Done");
    }

    @Test
    void other_events_carry_their_own_fields() {
        Event temperatures = new Event.TemperaturesReported(Map.of("bed", new Event.Temperature(59.5, null)));

        assertThat(extra(webhook("a", "http://a", "TemperaturesReported"), temperatures).toString())
                .isEqualTo("{sensors={bed={actual=59.5}}}");
    }

    @Test
    void a_pause_says_of_which_file_and_who_paused() {
        assertThat(extra(webhook("a", "http://a", DEFAULTS), STARTED, new Event.PrintPaused(Actor.FILE, "M601")))
                .containsEntry("name", "cube.gcode").containsEntry("by", "file").containsEntry("command", "M601");
    }

    @Test
    void a_layer_is_told_when_it_is_done_each_so_many_layers() {
        Hook hook = Hook.to("a", "http://a", "Layer");
        hook.layerInterval = 2;

        assertThat(messages(Webhook.of(hook.section(), Examples.VERSION), STARTED, layer(1), layer(2), layer(3), layer(4), layer(5), DONE))
                .extracting(message -> message.own().get("extra").toString())
                .containsExactly("{layer=2, layers=100, z=0.4}", "{layer=4, layers=100, z=0.8}");
    }

    @Test
    void the_first_layer_alone_can_be_asked_for() {
        Hook hook = Hook.to("a", "http://a", "Layer");
        hook.layerInterval = 0;

        assertThat(titles(Webhook.of(hook.section(), Examples.VERSION), STARTED, layer(1), layer(2), layer(3), STARTED, layer(1), layer(2)))
                .containsExactly("Layer", "Layer");
    }

    @Test
    void cooled_down_is_told_once_after_a_print_when_bed_and_nozzle_are_below_their_limits() {
        Webhook webhook = webhook("a", "http://a", "CooledDown");

        assertThat(titles(webhook, STARTED, heat(20, 20), DONE, heat(39, 51), heat(41, 49))).isEmpty();
        assertThat(titles(webhook, STARTED, DONE, heat(60, 200), heat(39, 49), heat(38, 48))).containsExactly("Cooled Down");
        assertThat(extra(webhook, STARTED, CANCELLED, heat(39, 49)).toString()).isEqualTo("{tool0=49.0, bed=39.0}");
    }

    @Test
    void the_print_is_to_wait_for_cooling_only_where_a_webhook_asks_for_it() {
        assertThat(after(webhook("a", "http://a", "CooledDown"), STARTED, DONE).awaitsCooling()).isTrue();
        assertThat(after(webhook("a", "http://a", "CooledDown"), STARTED, DONE, heat(1, 1)).awaitsCooling()).isFalse();
        assertThat(after(webhook("a", "http://a", "PrintDone"), STARTED, DONE).awaitsCooling()).isFalse();
    }

    @Test
    void a_message_of_the_file_goes_to_the_webhook_that_it_names_and_to_no_other() {
        Event fired = new Event.MessageFired("a", "half of it is done");

        assertThat(titles(webhook("a", "http://a", "PrintDone"), fired)).containsExactly("Message Fired");
        assertThat(extra(webhook("a", "http://a", "PrintDone"), fired).toString())
                .isEqualTo("{name=a, text=half of it is done}");
        assertThat(titles(webhook("b", "http://b", "MessageFired"), fired)).isEmpty();
    }

    @Test
    void a_message_that_names_no_webhook_goes_to_those_who_hear_messages_or_know_its_name() {
        Event fired = new Event.MessageFired("glue", "now");

        assertThat(titles(webhook("a", "http://a", "MessageFired"), fired)).containsExactly("Message Fired");
        assertThat(titles(custom("Glue"), fired)).containsExactly("Custom Event");
        assertThat(titles(webhook("a", "http://a", "PrintDone"), fired)).isEmpty();
    }

    @Test
    void a_custom_event_is_any_event_by_its_name_here_or_in_octoprint_whatever_its_case() {
        assertThat(titles(custom("printresumed"), new Event.PrintResumed(Actor.USER))).containsExactly("Custom Event");
        assertThat(titles(custom("FilamentChange"), COLOR)).containsExactly("Custom Event");
        assertThat(messages(custom("FilamentChange"), COLOR).get(0).own())
                .containsEntry(Webhook.CUSTOM_EVENT, "FilamentChange");
    }

    @Test
    void a_custom_event_counts_only_where_the_plugins_own_does_not() {
        Hook hook = Hook.to("a", "http://a", "PrintDone");
        hook.customEvents = List.of(new CustomEvent("PrintDone", "custom"));

        assertThat(titles(Webhook.of(hook.section(), Examples.VERSION), DONE)).containsExactly("Print Done");
        hook.events = List.of("Error");
        assertThat(titles(Webhook.of(hook.section(), Examples.VERSION), DONE)).containsExactly("Custom Event");
    }

    private static Webhook custom(String name) {
        Hook hook = Hook.to("a", "http://a", "Error");
        hook.customEvents = List.of(new CustomEvent(name, "custom"));
        return Webhook.of(hook.section(), Examples.VERSION);
    }

    private static Webhook progressing(int interval) {
        Hook hook = Hook.to("a", "http://a", "PrintProgress");
        hook.progressInterval = interval;
        return Webhook.of(hook.section(), Examples.VERSION);
    }

    private static Event progress(int percent) {
        return new Event.ProgressChanged(percent, null, Event.ProgressSource.BYTES, 0);
    }

    private static Event layer(int layer) {
        return new Event.LayerChanged(layer, 100, layer * 2 / 10.0);
    }

    private static Event heat(double bed, double nozzle) {
        Map<String, Event.Temperature> sensors = new LinkedHashMap<>();
        sensors.put("tool0", new Event.Temperature(nozzle, 0.0));
        sensors.put("bed", new Event.Temperature(bed, 0.0));
        sensors.put("P", new Event.Temperature(99, null));
        return new Event.TemperaturesReported(sensors);
    }

    private static List<String> titles(Webhook webhook, Event... events) {
        return messages(webhook, events).stream().map(message -> message.topic().title()).toList();
    }

    private static List<Object> milestones(Webhook webhook, Event... events) {
        return messages(webhook, events).stream().map(each -> each.own().get("percentCompleteMilestone")).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> extra(Webhook webhook, Event... events) {
        List<Message> messages = messages(webhook, events);
        return (Map<String, Object>) messages.get(messages.size() - 1).own().get("extra");
    }

    private static List<Message> messages(Webhook webhook, Event... events) {
        List<Message> messages = new ArrayList<>();
        tell(subscription(webhook), messages, events);
        return messages;
    }

    private static Subscription after(Webhook webhook, Event... events) {
        Subscription subscription = subscription(webhook);
        tell(subscription, new ArrayList<>(), events);
        return subscription;
    }

    private static Subscription subscription(Webhook webhook) {
        return new Subscription(webhook, Set.of("a", "b"));
    }

    private static void tell(Subscription subscription, List<Message> messages, Event... events) {
        RunningJob job = new RunningJob();
        long sequence = 0;
        for (Event event : events) {
            job.on(event);
            Envelope envelope = new Envelope(Instant.EPOCH, ++sequence, "cube.gcode", event);
            subscription.on(envelope, job).ifPresent(messages::add);
        }
    }
}
