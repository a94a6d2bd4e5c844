package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.printwire.event.Event;
import org.printwire.event.Event.ProgressSource;
import org.printwire.testing.VirtualTime;

class MomentTest {

    private final VirtualTime time = new VirtualTime();
    private final Moment moment = new Moment(time);

    @Test
    void only_reports_of_progress_layers_and_heights_wait() {
        assertThat(moment.waits(new Event.ProgressChanged(10, 5, ProgressSource.BYTES, 1))).isTrue();
        assertThat(moment.waits(layer(2))).isTrue();
        assertThat(moment.waits(new Event.ZChanged(0.4, 0.2))).isTrue();
        assertThat(moment.waits(new Event.PrinterError("halted", true, null))).isFalse();
        assertThat(moment.waits(new Event.PrintDone("f", 1, 1, 0))).isFalse();
        assertThat(moment.waits(done(1))).isFalse();
    }

    @Test
    void where_no_layer_has_begun_there_is_nothing_to_wait_for() {
        assertThat(moment.next()).isDone();
    }

    @Test
    void a_layer_that_begins_waits_for_the_one_before_to_be_made() {
        moment.on(layer(1));
        moment.on(layer(2));
        CompletableFuture<Void> picture = moment.next();
        assertThat(picture).isNotDone();
        moment.on(done(1));
        assertThat(picture).isDone();
    }

    @Test
    void an_earlier_layer_that_is_told_late_is_not_the_moment() {
        moment.on(layer(1));
        moment.on(layer(2));
        moment.on(layer(3));
        CompletableFuture<Void> picture = moment.next();
        moment.on(done(1));
        assertThat(picture).isNotDone();
        moment.on(done(2));
        assertThat(picture).isDone();
    }

    @Test
    void within_a_layer_the_moment_is_its_end() {
        moment.on(layer(1));
        moment.on(layer(2));
        moment.on(done(1));
        CompletableFuture<Void> picture = moment.next();
        assertThat(picture).isNotDone();
        moment.on(done(2));
        assertThat(picture).isDone();
    }

    @Test
    void nobody_waits_longer_than_the_limit() {
        moment.on(layer(1));
        CompletableFuture<Void> picture = moment.next();
        time.advance(Moment.MOST.minus(Duration.ofMillis(1)));
        assertThat(picture).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(picture).isDone();
    }

    @Test
    void a_pause_an_end_and_closing_end_the_waiting() {
        moment.on(layer(1));
        CompletableFuture<Void> first = moment.next();
        moment.on(new Event.PrintPaused(Event.Actor.USER, null));
        assertThat(first).isDone();
        moment.on(layer(2));
        CompletableFuture<Void> second = moment.next();
        moment.close();
        assertThat(second).isDone();
        assertThat(moment.next()).isDone();
    }

    private static Event layer(int number) {
        return new Event.LayerChanged(number, 9, number / 5.0);
    }

    private static Event done(int number) {
        return new Event.LayerDone(number, 9, number / 5.0);
    }
}
