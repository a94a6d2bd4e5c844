package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConveyorTest {

    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();

    @Test
    void what_comes_together_is_carried_together_and_in_order() throws Exception {
        List<List<Integer>> loads = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Conveyor<Integer> conveyor = start(load -> {
            loads.add(new ArrayList<>(load));
            first.countDown();
            await(go);
        });

        conveyor.add(1);
        first.await();
        conveyor.add(2);
        conveyor.add(3);
        go.countDown();
        conveyor.close();
        conveyor.awaitEnd();

        assertThat(loads).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void a_bug_of_the_consumer_does_not_stop_it() throws Exception {
        List<Integer> carried = new CopyOnWriteArrayList<>();
        Conveyor<Integer> conveyor = start(load -> {
            carried.addAll(load);
            throw new IllegalStateException("a bug");
        });
        conveyor.add(1);
        org.awaitility.Awaitility.await().until(() -> bugs.size() == 1);

        conveyor.add(2);
        conveyor.close();
        conveyor.awaitEnd();

        assertThat(carried).containsExactly(1, 2);
    }

    @Test
    void what_comes_after_closing_is_ignored_and_one_that_never_began_ends_at_once() throws Exception {
        List<Integer> carried = new CopyOnWriteArrayList<>();
        Conveyor<Integer> conveyor = new Conveyor<>(carried::addAll, bugs::add);

        conveyor.close();
        conveyor.add(1);
        conveyor.awaitEnd();

        assertThat(carried).isEmpty();
    }

    private Conveyor<Integer> start(java.util.function.Consumer<List<Integer>> consumer) {
        Conveyor<Integer> conveyor = new Conveyor<>(consumer, bugs::add);
        conveyor.begin();
        Examples.THREADS.apply("conveyor", conveyor).start();
        return conveyor;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
