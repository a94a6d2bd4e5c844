package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.STARTED;
import static org.printwire.webhook.Examples.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.Actor;

class SubscriptionTest {

    private static final String[] DEFAULTS = Topic.DEFAULT_EVENTS.toArray(String[]::new);

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
        Webhook tens = webhook("a", "http://a", false, 10, Map.of(), "PrintProgress");
        Webhook quarters = webhook("b", "http://b", false, 25, Map.of(), "PrintProgress");

        assertThat(messages(tens, STARTED, progress(9), progress(10), progress(35), progress(100), DONE))
                .containsExactly("Your print is 10 % complete.", "Your print is 30 % complete.",
                        "Your print is 90 % complete.");
        assertThat(messages(quarters, STARTED, progress(24), progress(25), progress(26), STARTED, progress(30)))
                .containsExactly("Your print is 25 % complete.", "Your print is 25 % complete.");
        assertThat(extra(tens, progress(10))).isEmpty();
    }

    @Test
    void the_users_own_message_replaces_the_default() {
        Webhook webhook = webhook("a", "http://a", false, 50, Map.of("PrintProgress", "@percentCompleteMilestone!",
                "PrintFailed", "Oh no."), "PrintProgress", "PrintFailed");

        assertThat(messages(webhook, progress(50), CANCELLED)).containsExactly("50!", "Oh no.");
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

    private static Event progress(int percent) {
        return new Event.ProgressChanged(percent, null, Event.ProgressSource.BYTES);
    }

    private static List<String> titles(Webhook webhook, Event... events) {
        return deliveries(webhook, events).stream().map(delivery -> delivery.topic().title()).toList();
    }

    private static List<String> messages(Webhook webhook, Event... events) {
        return deliveries(webhook, events).stream().map(Delivery::message).toList();
    }

    private static Map<String, Object> extra(Webhook webhook, Event... events) {
        List<Delivery> deliveries = deliveries(webhook, events);
        return deliveries.get(deliveries.size() - 1).extra();
    }

    private static List<Delivery> deliveries(Webhook webhook, Event... events) {
        Subscription subscription = new Subscription(webhook);
        RunningJob job = new RunningJob();
        List<Delivery> deliveries = new ArrayList<>();
        long sequence = 0;
        for (Event event : events) {
            job.on(event);
            Envelope envelope = new Envelope(Instant.EPOCH, ++sequence, "cube.gcode", event);
            subscription.on(envelope, job, "run").ifPresent(deliveries::add);
        }
        return deliveries;
    }
}
