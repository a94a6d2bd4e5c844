package org.printwire.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {

    @Test
    void only_the_calling_thread_runs_behind_the_others() throws InterruptedException, ExecutionException {
        int before = ThreadPriority.nice();
        CompletableFuture<Integer> lowered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            ThreadPriority.lower();
            lowered.complete(ThreadPriority.nice());
        });
        thread.start();
        assertThat(lowered.get()).isEqualTo(10);
        thread.join();
        assertThat(ThreadPriority.nice()).isEqualTo(before).isLessThan(10);
    }
}
