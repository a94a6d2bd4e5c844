package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.STARTED;
import static org.printwire.webhook.Examples.picturing;
import static org.printwire.webhook.Examples.webhook;
import static org.printwire.webhook.ScriptedPoster.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.camera.Jpeg;
import org.printwire.event.Event;
import org.printwire.event.EventBus;
import org.printwire.http.HttpAnswer;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class DispatcherTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Event PAUSED = new Event.PrintPaused(Event.Actor.FILE, "M601");

    private final VirtualTime time = new VirtualTime();
    private final ScriptedPoster poster = new ScriptedPoster();
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private final Examples.RuntimeExceptions failures = new Examples.RuntimeExceptions();
    private final EventBus bus = Examples.bus(failures);

    @AfterEach
    void no_listener_failed() {
        assertThat(failures.all).isEmpty();
    }

    @Test
    void delivers_in_order_and_close_waits_for_it() {
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintPaused", "PrintDone"));

        publish(STARTED, PAUSED, DONE);

        assertThat(dispatcher.close(MINUTE)).isEmpty();
        assertThat(poster.posted).containsExactly("a Print Started", "a Print Paused", "a Print Done");
        assertThat(poster.mostAtOnce).hasValue(1);
    }

    @Test
    void the_report_of_success_reads_as_a_line() {
        Dispatcher dispatcher = start(webhook("slack", "http://a", "PrintStarted"));

        publish(STARTED);
        dispatcher.close(MINUTE);

        assertThat(sentences()).containsExactly("webhook slack: Print Started taken (200) in 0 ms");
    }

    @Test
    void a_receiver_that_hangs_delays_neither_another_nor_the_publisher() {
        CountDownLatch held = poster.hold("slow");
        Dispatcher dispatcher = start(webhook("slow", "http://a", "PrintStarted", "PrintDone"),
                webhook("fast", "http://b", "PrintStarted", "PrintDone"));

        publish(STARTED, DONE);   // returns although "slow" hangs

        await().until(() -> poster.posted.contains("fast Print Done"));
        assertThat(poster.posted).contains("slow Print Started").doesNotContain("slow Print Done");
        held.countDown();
        assertThat(dispatcher.close(MINUTE)).isEmpty();
        assertThat(poster.posted).contains("slow Print Done");
    }

    @Test
    void a_failed_delivery_is_repeated_after_its_delay_and_what_follows_waits() {
        poster.answer("a", status(500));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(STARTED, DONE);
        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);

        time.advance(Duration.ofMillis(999));
        assertThat(poster.posted).containsExactly("a Print Started");
        time.advance(Duration.ofMillis(1));

        await().until(() -> poster.posted.size() == 3);
        dispatcher.close(MINUTE);
        assertThat(poster.posted).containsExactly("a Print Started", "a Print Started", "a Print Done");
        assertThat(sentences().get(0)).isEqualTo("webhook a: Print Started not taken: answered 500; next attempt in 1 s");
        assertThat(sentences().get(1)).endsWith("ms, attempt 2");
    }

    @Test
    void a_refused_delivery_is_buried_and_the_next_one_goes() {
        poster.answer("a", status(410));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));

        publish(STARTED, DONE);
        dispatcher.close(MINUTE);

        assertThat(sentences()).containsExactly("webhook a: Print Started not delivered: answered 410",
                "webhook a: Print Done taken (200) in 0 ms");
    }

    @Test
    void after_five_attempts_it_is_given_up() {
        poster.answer("a", status(500), status(500), status(500), status(500), status(500));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        publish(STARTED);
        for (int delay : new int[] {1, 5, 20, 60}) {
            await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
            time.advance(Duration.ofSeconds(delay));
        }

        await().until(() -> reports.size() == 5);
        assertThat(sentences().get(4))
                .isEqualTo("webhook a: Print Started not delivered: answered 500, given up after 5 attempts");
        assertThat(dispatcher.close(MINUTE)).isEmpty();
    }

    @Test
    void closing_tries_at_once_what_waits_for_a_retry() {
        poster.answer("a", status(500), status(500));
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        publish(STARTED);
        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(1));
        await().until(() -> poster.posted.size() == 2 && time.nextTimerNanos() < Long.MAX_VALUE);

        assertThat(dispatcher.close(MINUTE)).isEmpty();

        assertThat(poster.posted).hasSize(3);
    }

    @Test
    void closing_does_not_wait_for_a_retry_that_comes_too_late() {
        HttpAnswer busy = new HttpAnswer.Answered(429, Optional.empty(), Optional.of("120"), new byte[0], false);
        poster.answer("a", busy, busy);
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted", "PrintDone"));
        publish(STARTED, DONE);
        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);

        List<Delivery> undelivered = dispatcher.close(MINUTE);

        assertThat(undelivered).extracting(delivery -> delivery.topic().title())
                .containsExactly("Print Started", "Print Done");
    }

    @Test
    void closing_ends_at_its_limit_though_a_receiver_hangs() {
        CountDownLatch held = poster.hold("a");
        Dispatcher dispatcher = start(webhook("a", "http://a", "PrintStarted"));
        publish(STARTED);
        await().until(() -> poster.posted.size() == 1);

        CompletableFuture<List<Delivery>> closed = CompletableFuture.supplyAsync(() -> dispatcher.close(MINUTE));
        await().until(() -> time.nextTimerNanos() < Long.MAX_VALUE);
        time.advance(MINUTE);

        assertThat(closed.join()).extracting(Delivery::webhook).containsExactly("a");
        held.countDown();
    }

    @Test
    void one_that_never_started_closes_at_once() {
        assertThat(dispatcher(Pictures.NONE, webhook("a", "http://a", "PrintStarted")).close(MINUTE)).isEmpty();
    }

    @Test
    void webhooks_share_the_picture_of_an_event() {
        AtomicInteger captures = new AtomicInteger();
        Jpeg jpeg = new Jpeg(new byte[3]);
        Dispatcher dispatcher = dispatcher((camera, caption) -> {
            captures.incrementAndGet();
            assertThat(caption.percent()).isEqualTo(100);
            assertThat(caption.job()).isEqualTo("cube.gcode");
            return CompletableFuture.completedFuture(Optional.of(jpeg));
        }, picturing("a", "http://a", "PrintDone"), picturing("b", "http://b", "PrintDone"),
                webhook("c", "http://c", "PrintDone"));
        dispatcher.start(bus);
        bus.job("cube.gcode");

        publish(DONE);
        dispatcher.close(MINUTE);

        assertThat(captures).hasValue(1);
        assertThat(poster.pictures).containsExactlyInAnyOrder(Optional.of(jpeg), Optional.of(jpeg), Optional.empty());
    }

    @Test
    void a_picture_still_being_taken_delays_the_delivery_but_not_the_publisher() {
        CompletableFuture<Optional<Jpeg>> picture = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((camera, caption) -> picture, picturing("a", "http://a", "PrintDone"));
        dispatcher.start(bus);

        publish(DONE);

        assertThat(poster.posted).isEmpty();
        picture.complete(Optional.empty());
        dispatcher.close(MINUTE);
        assertThat(poster.posted).hasSize(1);
    }

    @Test
    void a_bug_in_sending_buries_the_delivery_without_its_text_and_the_thread_lives_on() {
        AtomicInteger calls = new AtomicInteger();
        Poster broken = (webhook, delivery, picture) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException(Examples.SECRET);
            }
            return status(200);
        };
        Dispatcher dispatcher = new Dispatcher(List.of(webhook("a", "http://a", "PrintStarted", "PrintDone")), broken,
                Pictures.NONE, time, Examples.THREADS, reports::add);
        dispatcher.start(bus);

        publish(STARTED, DONE);
        dispatcher.close(MINUTE);

        assertThat(sentences()).hasSize(2);
        assertThat(sentences().get(0)).contains("IllegalStateException").doesNotContain(Examples.SECRET);
        assertThat(sentences().get(1)).contains("taken");
    }

    @Test
    void each_webhook_has_a_thread_of_its_name() {
        List<String> names = new CopyOnWriteArrayList<>();
        Dispatcher dispatcher = new Dispatcher(List.of(webhook("a", "http://a", "Error"), webhook("b", "http://b", "Error")),
                poster, Pictures.NONE, time, (name, task) -> {
            names.add(name);
            return Examples.THREADS.apply(name, task);
        }, DeliveryObserver.NONE);

        dispatcher.start(bus);
        dispatcher.close(MINUTE);

        assertThat(names).containsExactly("webhook-a", "webhook-b");
    }

    private Dispatcher start(Webhook... webhooks) {
        Dispatcher dispatcher = dispatcher(Pictures.NONE, webhooks);
        dispatcher.start(bus);
        return dispatcher;
    }

    private Dispatcher dispatcher(Pictures pictures, Webhook... webhooks) {
        return new Dispatcher(List.of(webhooks), poster, pictures, time, Examples.THREADS, reports::add);
    }

    private void publish(Event... events) {
        for (Event event : events) {
            bus.publish(event);
        }
    }

    private List<String> sentences() {
        return reports.stream().map(DeliveryReport::sentence).toList();
    }
}
