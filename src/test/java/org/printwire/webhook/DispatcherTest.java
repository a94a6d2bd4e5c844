package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.STARTED;
import static org.printwire.webhook.Examples.picturing;
import static org.printwire.webhook.Examples.webhook;
import static org.printwire.webhook.ScriptedPoster.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.camera.Jpeg;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.http.HttpAnswer;
import org.printwire.testing.Hook;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class DispatcherTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Event PAUSED = new Event.PrintPaused(Event.Actor.FILE, "M601");
    private static final HttpAnswer DOWN = new HttpAnswer.Failed("a refuses the connection", false);

    private static final HttpAnswer BUSY =
            new HttpAnswer.Answered(429, Optional.empty(), Optional.of("120"), new byte[0], false);

    private final VirtualTime time = new VirtualTime();
    private final ScriptedPoster poster = new ScriptedPoster();
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private final Examples.RuntimeExceptions failures = new Examples.RuntimeExceptions();
    private final EventBus bus = new EventBus(time::wall, failures.all::add);
    private Outbox outbox = new MemoryOutbox();

    @AfterEach
    void no_listener_failed() {
        assertThat(failures.all).isEmpty();
    }

    @Test
    void delivers_in_order_and_close_waits_for_it() throws Exception {
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintPaused", "PrintDone"));

        publish(STARTED, PAUSED, DONE);

        assertThat(dispatcher.close(MINUTE)).containsExactly(Map.entry("a", 0));
        assertThat(poster.posted).containsExactly("a Print Started", "a Print Paused", "a Print Done");
        assertThat(poster.mostAtOnce).hasValue(1);
    }

    @Test
    void the_report_of_success_reads_as_a_line() throws Exception {
        Dispatcher dispatcher = start(webhook("slack", "http://a", "PrintStarted"));

        publish(STARTED);
        dispatcher.close(MINUTE);

        assertThat(sentences()).containsExactly("webhook slack: Print Started taken (200) in 0 ms");
    }

    @Test
    void an_event_is_in_the_outbox_before_it_is_sent() throws Exception {
        List<Integer> waiting = new CopyOnWriteArrayList<>();
        Dispatcher dispatcher = new Dispatcher(List.of(webhook("a", "http://a", "PrintStarted")),
                parts((webhook, delivery, attempt, picture) -> {
            waiting.add(((MemoryOutbox) outbox).waiting("a"));
            return status(200);
        }, Pictures.NONE), Examples.THREADS);
        run(dispatcher);

        publish(STARTED);
        dispatcher.close(MINUTE);

        assertThat(waiting).containsExactly(1);
    }

    @Test
    void what_an_earlier_run_left_goes_out_first() throws Exception {
        poster.answer("a", DOWN, DOWN, DOWN, DOWN);
        Dispatcher first = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(STARTED);
        assertThat(first.close(Duration.ZERO)).containsExactly(Map.entry("a", 1));
        poster.posted.clear();
        poster.answer("a");

        Dispatcher second = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(DONE);

        assertThat(second.close(MINUTE)).containsExactly(Map.entry("a", 0));
        assertThat(poster.posted).containsExactly("a Print Started", "a Print Done");
    }

    @Test
    void a_receiver_that_hangs_delays_neither_another_nor_the_publisher() throws Exception {
        CountDownLatch held = poster.hold("slow");
        Dispatcher dispatcher = start(webhook("slow", "http://a", "PrintStarted", "PrintDone"),
                webhook("fast", "http://b", "PrintStarted", "PrintDone"));

        publish(STARTED, DONE);   // returns although "slow" hangs

        await().until(() -> poster.posted.contains("fast Print Done"));
        await().until(() -> poster.posted.contains("slow Print Started"));
        assertThat(poster.posted).doesNotContain("slow Print Done");
        held.countDown();
        assertThat(dispatcher.close(MINUTE)).containsEntry("slow", 0);
        assertThat(poster.posted).contains("slow Print Done");
    }

    @Test
    void a_failed_delivery_is_repeated_and_what_follows_waits() throws Exception {
        poster.answer("a", status(500));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));

        publish(STARTED, DONE);
        passTimeUntil(() -> poster.posted.size() == 3);
        dispatcher.close(MINUTE);

        assertThat(poster.posted).containsExactly("a Print Started", "a Print Started", "a Print Done");
        assertThat(sentences().get(0)).matches("webhook a: Print Started not taken: answered 500; next attempt in .*");
        assertThat(sentences().get(1)).endsWith("ms, attempt 2");
    }

    @Test
    void newer_progress_takes_the_place_of_what_still_waits_and_state_never() throws Exception {
        CountDownLatch held = poster.hold("a");
        Hook hook = Hook.to("a", "http://a", "PrintStarted", "PrintProgress", "PrintPaused");
        hook.progressInterval = 10;
        Dispatcher dispatcher = start(Webhook.of(hook.section(), Examples.VERSION));
        publish(STARTED);
        await().until(() -> poster.posted.size() == 1);

        publish(progress(10), PAUSED, progress(20), PAUSED, progress(30), PAUSED);
        await().until(() -> outbox.waiting("a") == 5);
        held.countDown();
        dispatcher.close(MINUTE);

        assertThat(poster.posted).containsExactly("a Print Started", "a Print Paused", "a Print Paused",
                "a Print Progress", "a Print Paused");
    }

    @Test
    void a_refused_delivery_is_buried_and_the_next_one_goes() throws Exception {
        poster.answer("a", status(404));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));

        publish(STARTED, DONE);
        dispatcher.close(MINUTE);

        assertThat(sentences()).containsExactly("webhook a: Print Started not delivered: answered 404",
                "webhook a: Print Done taken (200) in 0 ms");
    }

    @Test
    void a_receiver_that_is_gone_gets_nothing_more_until_its_address_changes() throws Exception {
        poster.answer("a", status(410));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(STARTED, DONE);
        dispatcher.close(MINUTE);

        assertThat(poster.posted).containsExactly("a Print Started");
        assertThat(sentences()).contains("webhook a: Print Done not delivered: the receiver answered 410 (gone) before")
                .anySatisfy(line -> assertThat(line).contains("printwire webhook enable a"));

        Dispatcher moved = start(webhook("a", "http://b", "PrintStarted", "PrintDone"));
        publish(STARTED);
        moved.close(MINUTE);
        assertThat(poster.posted).hasSize(2);
    }

    @Test
    void after_three_days_it_is_given_up() throws Exception {
        poster.answer("a", java.util.stream.Stream.generate(() -> DOWN).limit(2000).toArray(HttpAnswer[]::new));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        Instant begin = time.wall();

        publish(STARTED);
        passTimeUntil(Duration.ofMinutes(10), () -> reports.stream().anyMatch(DeliveryReport.Buried.class::isInstance));

        assertThat(Duration.between(begin, time.wall())).isGreaterThanOrEqualTo(Duration.ofDays(3));
        assertThat(sentences()).last().isEqualTo(
                "webhook a: Print Started not delivered: a refuses the connection, given up after 3 days");
        assertThat(dispatcher.close(MINUTE)).containsEntry("a", 0);
    }

    @Test
    void a_receiver_that_fails_again_and_again_rests_and_its_return_is_told() throws Exception {
        poster.answer("a", DOWN, DOWN, DOWN, DOWN, DOWN);
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));

        publish(STARTED);
        passTimeUntil(() -> reports.stream().anyMatch(DeliveryReport.Taken.class::isInstance));
        dispatcher.close(MINUTE);

        assertThat(reports.stream().filter(DeliveryReport::matters).map(report -> report.getClass().getSimpleName()))
                .containsExactly("Delayed", "Resting", "Recovered", "Taken");
    }

    @Test
    void closing_tries_at_once_what_waits_for_a_retry() throws Exception {
        poster.answer("a", DOWN, DOWN);
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        publish(STARTED);
        passTimeUntil(() -> poster.posted.size() == 2);
        await().until(() -> reports.size() == 2);

        assertThat(dispatcher.close(MINUTE)).containsEntry("a", 0);

        assertThat(poster.posted).hasSize(3);
    }

    @Test
    void closing_does_not_wait_for_a_retry_that_comes_too_late() throws Exception {
        poster.answer("a", BUSY, BUSY);
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(STARTED, DONE);
        await().until(() -> reports.size() == 1);

        assertThat(dispatcher.close(MINUTE)).containsEntry("a", 2);
    }

    @Test
    void closing_ends_at_its_limit_though_a_receiver_hangs() throws Exception {
        CountDownLatch held = poster.hold("a");
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        publish(STARTED);
        await().until(() -> poster.posted.size() == 1);

        CompletableFuture<Map<String, Integer>> closed = closing(dispatcher, MINUTE);
        passTimeUntil(closed::isDone);

        assertThat(closed.join()).containsEntry("a", 1);
        held.countDown();
    }

    @Test
    void one_that_never_started_closes_at_once() throws Exception {
        assertThat(dispatcher(Pictures.NONE, webhook("a", "http://a", "PrintStarted")).close(MINUTE))
                .containsEntry("a", 0);
    }

    @Test
    void webhooks_share_the_picture_of_an_event() throws Exception {
        AtomicInteger captures = new AtomicInteger();
        Jpeg jpeg = new Jpeg(new byte[3]);
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> {
            captures.incrementAndGet();
            assertThat(caption.percent()).isEqualTo(100);
            assertThat(caption.job()).isEqualTo("cube.gcode");
            return CompletableFuture.completedFuture(Optional.of(jpeg));
        }, picturing("a", "http://a", "PrintDone"), picturing("b", "http://b", "PrintDone"),
                webhook("c", "http://c", "PrintDone"));
        run(dispatcher);
        bus.job("cube.gcode");

        publish(DONE);
        dispatcher.close(MINUTE);

        assertThat(captures).hasValue(1);
        assertThat(poster.pictures).containsExactlyInAnyOrder(Optional.of(jpeg), Optional.of(jpeg), Optional.empty());
    }

    @Test
    void the_picture_of_a_layer_is_asked_for_when_it_has_been_made_and_that_of_an_error_at_once() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> {
            asked.add(caption.layerText());
            return CompletableFuture.completedFuture(Optional.empty());
        }, picturing("a", "http://a", "Layer", "PrinterError"));
        run(dispatcher);
        bus.job("cube.gcode");

        publish(STARTED, layer(1), layer(2), new Event.PrinterError("cold", false, null));
        await().until(() -> asked.size() == 1);   // the error's
        publish(new Event.LayerDone(1, 100, 0.2));
        await().until(() -> asked.size() == 2);

        assertThat(asked).containsExactly("LAYER 2/100", "LAYER 1/100");
        dispatcher.close(MINUTE);
    }

    @Test
    void the_picture_of_a_layer_that_takes_too_long_to_be_made_is_taken_all_the_same() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.empty());
        }, picturing("a", "http://a", "Layer"));
        run(dispatcher);

        publish(STARTED, layer(1), layer(2));
        passTimeUntil(() -> asked.get() == 1);
        dispatcher.close(MINUTE);

        assertThat(poster.posted).containsExactly("a Layer");
    }

    private static Event layer(int number) {
        return new Event.LayerChanged(number, 100, number / 5.0);
    }

    @Test
    void a_picture_still_being_taken_delays_its_own_delivery_and_no_other() throws Exception {
        CompletableFuture<Optional<Jpeg>> picture = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> picture,
                picturing("a", "http://a", "PrintDone"), webhook("b", "http://b", "PrintDone"));
        run(dispatcher);

        publish(DONE);

        await().until(() -> poster.posted.contains("b Print Done"));
        assertThat(poster.posted).hasSize(1);
        picture.complete(Optional.empty());
        dispatcher.close(MINUTE);
        assertThat(poster.posted).hasSize(2);
    }

    @Test
    void a_picture_that_takes_longer_than_the_limit_is_left_out() throws Exception {
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> new CompletableFuture<>(),
                picturing("a", "http://a", "PrintDone"));
        run(dispatcher);

        publish(DONE);
        passTimeUntil(() -> poster.posted.size() == 1);

        assertThat(poster.pictures).containsExactly(Optional.empty());
        passTimeUntil(closing(dispatcher, MINUTE)::isDone);
    }

    @Test
    void the_picture_of_then_goes_with_a_late_delivery() throws Exception {
        Jpeg jpeg = new Jpeg(new byte[] {1, 2, 3});
        poster.answer("a", DOWN);
        Dispatcher first = dispatcher((camera, caption, limit) -> CompletableFuture.completedFuture(Optional.of(jpeg)),
                picturing("a", "http://a", "PrintDone"));
        run(first);
        publish(DONE);
        await().until(() -> poster.pictures.size() == 1);
        first.close(Duration.ZERO);

        Dispatcher second = start(picturing("a", "http://a", "PrintDone"));
        second.close(MINUTE);

        assertThat(poster.pictures).containsExactly(Optional.of(jpeg), Optional.of(jpeg));
    }

    @Test
    void reports_of_a_changing_value_share_a_picture_for_a_second_and_a_state_event_has_its_own() throws Exception {
        AtomicInteger captures = new AtomicInteger();
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> {
            captures.incrementAndGet();
            return CompletableFuture.completedFuture(Optional.of(new Jpeg(new byte[3])));
        }, picturing("a", "http://a", "ZChanged", "PrintPaused"));
        run(dispatcher);

        publish(new Event.ZChanged(0.2, null), new Event.ZChanged(0.4, 0.2), PAUSED);
        await().until(() -> captures.get() == 2);
        time.advance(Duration.ofSeconds(1));
        publish(new Event.ZChanged(0.6, 0.4));

        passTimeUntil(closing(dispatcher, MINUTE)::isDone);
        assertThat(captures).hasValue(3);
    }

    @Test
    void closing_waits_for_the_pictures_of_what_is_kept_for_later() throws Exception {
        CompletableFuture<Optional<Jpeg>> picture = new CompletableFuture<>();
        poster.answer("a", BUSY, BUSY);
        Dispatcher dispatcher = dispatcher((camera, caption, limit) -> picture,
                picturing("a", "http://a", "PrintStarted", "PrintDone"));
        run(dispatcher);
        publish(STARTED, DONE);
        await().until(() -> outbox.waiting("a") == 2);

        CompletableFuture<Map<String, Integer>> closed = closing(dispatcher, MINUTE);
        passTimeUntil(() -> poster.posted.size() >= 1);   // without its picture, which comes after the limit
        picture.complete(Optional.of(new Jpeg(new byte[3])));
        closed.get(20, TimeUnit.SECONDS);

        Outbox.Waiting started = outbox.oldest("a").orElseThrow();
        Outbox.Waiting done = outbox.oldest("a", started.delivery().place()).orElseThrow();
        assertThat(outbox.picture(done.delivery().eventId(), Pictures.DEFAULT)).isPresent();
    }

    @Test
    void a_bug_in_sending_buries_the_delivery_without_its_text_and_the_thread_lives_on() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Dispatcher dispatcher = new Dispatcher(List.of(webhook("a", "http://a", "PrintStarted", "PrintDone")),
                parts((webhook, delivery, attempt, picture) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException(Examples.SECRET);
            }
            return status(200);
        }, Pictures.NONE), Examples.THREADS);
        run(dispatcher);

        publish(STARTED, DONE);
        dispatcher.close(MINUTE);

        assertThat(sentences()).hasSize(2);
        assertThat(sentences().get(0)).contains("IllegalStateException").doesNotContain(Examples.SECRET);
        assertThat(sentences().get(1)).contains("taken");
    }

    @Test
    void what_is_held_back_is_told_by_the_next_one() throws Exception {
        Hook hook = Hook.to("a", "http://a", "PrintPaused");
        hook.cooldown = Map.of("*", MINUTE);
        List<Object> suppressed = new CopyOnWriteArrayList<>();
        Dispatcher dispatcher = new Dispatcher(List.of(Webhook.of(hook.section(), Examples.VERSION)),
                parts((webhook, delivery, attempt, picture) -> {
            suppressed.add(delivery.values().get("suppressed"));
            return status(200);
        }, Pictures.NONE), Examples.THREADS);
        run(dispatcher);

        publish(PAUSED, PAUSED, PAUSED);
        await().until(() -> suppressed.size() == 1);
        passTimeUntil(() -> {
            publish(PAUSED);
            return suppressed.size() == 2;
        });

        assertThat((Integer) suppressed.get(1)).isGreaterThanOrEqualTo(2);
        dispatcher.close(MINUTE);
    }

    @Test
    void each_webhook_has_a_thread_of_its_name() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        Dispatcher dispatcher = new Dispatcher(List.of(webhook("a", "http://a", "Error"), webhook("b", "http://b", "Error")),
                parts(poster, Pictures.NONE), (name, task) -> {
            names.add(name);
            return Examples.THREADS.apply(name, task);
        });

        run(dispatcher);
        dispatcher.close(MINUTE);

        assertThat(names).containsExactly("store", "webhook", "webhook-a", "webhook-b");
    }

    private static CompletableFuture<Map<String, Integer>> closing(Dispatcher dispatcher, Duration limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return dispatcher.close(limit);
            } catch (OutboxException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Dispatcher start(Webhook... webhooks) {
        return run(dispatcher(Pictures.NONE, webhooks));
    }

    private Dispatcher run(Dispatcher dispatcher) {
        dispatcher.start();
        dispatcher.listen(bus);
        return dispatcher;
    }

    private Dispatcher dispatcher(Pictures pictures, Webhook... webhooks) {
        return new Dispatcher(List.of(webhooks), parts(poster, pictures), Examples.THREADS);
    }

    private Dispatcher.Parts parts(Poster sends, Pictures pictures) {
        return new Dispatcher.Parts(outbox, Situation.NONE, sends, pictures, RetryPlan.USUAL, time, reports::add);
    }

    private void publish(Event... events) {
        for (Event event : events) {
            bus.publish(event);
        }
    }

    private static Event progress(int percent) {
        return new Event.ProgressChanged(percent, null, Event.ProgressSource.BYTES, 0);
    }

    private void passTimeUntil(Callable<Boolean> happened) {
        passTimeUntil(Duration.ofSeconds(1), happened);
    }

    private void passTimeUntil(Duration step, Callable<Boolean> happened) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            time.advance(step);
            return happened.call();
        });
    }

    private List<String> sentences() {
        return reports.stream().map(DeliveryReport::sentence).toList();
    }
}
