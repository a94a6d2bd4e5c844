package org.printwire.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private final SystemTime time = new SystemTime();

    @Test
    void a_timer_runs_on_the_daemon_thread_of_that_name() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        time.after(Duration.ZERO, () -> ran.complete(Thread.currentThread()));
        Thread thread = ran.get(30, TimeUnit.SECONDS);
        assertThat(thread.getName()).isEqualTo("timer");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void a_timer_that_was_taken_back_does_not_run() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        time.after(Duration.ZERO, () -> awaitUninterrupted(taken));
        Time.Timer timer = time.after(Duration.ofNanos(1), () -> first.complete("the one taken back"));
        time.after(Duration.ofNanos(2), () -> first.complete("the other"));
        timer.cancel();
        taken.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("the other");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_task_that_throws_does_not_stop_the_next() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Void> ran = new CompletableFuture<>();
        time.after(Duration.ZERO, () -> Thread.currentThread().setUncaughtExceptionHandler((t, e) -> thrown.complete(e)));
        time.after(Duration.ZERO, () -> {
            throw new IllegalStateException("boom");
        });
        time.after(Duration.ZERO, () -> ran.complete(null));
        ran.get(30, TimeUnit.SECONDS);
        assertThat(thrown.get(30, TimeUnit.SECONDS)).hasMessage("boom");
    }
}
