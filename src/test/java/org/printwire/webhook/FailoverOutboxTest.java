package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.webhook.Examples.DONE;
import static org.printwire.webhook.Examples.STARTED;
import static org.printwire.webhook.Examples.webhook;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.event.EventBus;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class FailoverOutboxTest {

    private final VirtualTime time = new VirtualTime();
    private final ScriptedPoster poster = new ScriptedPoster();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Examples.RuntimeExceptions failures = new Examples.RuntimeExceptions();
    private final EventBus bus = Examples.bus(failures);

    @AfterEach
    void no_listener_failed() {
        assertThat(failures.all).isEmpty();
    }

    @Test
    void with_a_disk_that_takes_and_gives_nothing_messages_go_out_in_order_from_memory() {
        deliver();

        assertThat(poster.posted).containsExactly("a Print Started", "a Print Done");
    }

    @Test
    void what_the_disk_refuses_is_told_once_each_and_not_again_and_again() {
        deliver();

        assertThat(told).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates()
                .contains("the disk is full; messages are kept in memory until the program ends");
    }

    @Test
    void a_receiver_that_is_gone_is_left_alone_though_that_cannot_be_written_down() {
        poster.answer("a", ScriptedPoster.status(410));

        deliver();

        assertThat(poster.posted).containsExactly("a Print Started");
    }

    private void deliver() {
        Webhook webhook = webhook("a", "http://a", "PrintStarted", "PrintDone");
        Dispatcher dispatcher = new Dispatcher(List.of(webhook), new Dispatcher.Parts(
                new FailoverOutbox(broken(), told::add), Situation.NONE, poster, Pictures.NONE, RetryPlan.USUAL, time,
                report -> { }), Examples.THREADS);
        dispatcher.start();
        dispatcher.listen(bus);
        bus.publish(STARTED);
        bus.publish(DONE);
        try {
            dispatcher.close(Duration.ofMinutes(1));
        } catch (OutboxException e) {
            assertThat(e).hasMessage("the disk is full");
        }
    }

    private static Outbox broken() {
        return (Outbox) Proxy.newProxyInstance(FailoverOutboxTest.class.getClassLoader(), new Class<?>[] {Outbox.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "claim" -> true;
                    case "release", "close" -> null;
                    default -> throw new OutboxException("the disk is full", null);
                });
    }
}
