package org.printwire.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.printwire.testing.VirtualTime;

@Timeout(30)   // a broken promise shows as a failure, not as a build that hangs
class CameraDeskTest {

    private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(5);
    private static final Caption CAPTION = new Caption(Instant.EPOCH, "cube.gcode", 10);
    private static final Jpeg JPEG = new Jpeg(new byte[] {1});

    private static final BiFunction<String, Runnable, Thread> THREADS = (name, task) -> {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    };

    private final VirtualTime time = new VirtualTime();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final CountDownLatch hang = new CountDownLatch(1);
    private CameraDesk desk;

    @AfterEach
    void close() {
        hang.countDown();
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void a_request_gets_its_picture() {
        desk = desk(camera("a", () -> JPEG));

        assertThat(desk.picture(null, CAPTION, LIMIT).join()).contains(JPEG);
        assertThat(desk.picture("a", CAPTION, LIMIT).join()).contains(JPEG);
        await().until(() -> time.nextTimerNanos() == Long.MAX_VALUE);
    }

    @Test
    void the_named_camera_is_asked() {
        Jpeg other = new Jpeg(new byte[] {2});
        desk = desk(camera("a", () -> JPEG), camera("b", () -> other));

        assertThat(desk.picture("b", CAPTION, LIMIT).join()).contains(other);
    }

    @Test
    void a_camera_that_does_not_exist_gives_no_picture_and_one_warning() {
        desk = desk(camera("a", () -> JPEG));

        assertThat(desk.picture("b", CAPTION, LIMIT)).isCompletedWithValue(Optional.empty());
        assertThat(desk.picture("b", CAPTION, LIMIT)).isCompletedWithValue(Optional.empty());
        assertThat(warnings).containsExactly(
                "camera b: there is no camera of that name; messages go out without a picture");
    }

    @Test
    void a_hanging_camera_costs_the_limit_once_and_then_nothing() {
        AtomicInteger captures = new AtomicInteger();
        desk = desk(camera("a", () -> {
            captures.incrementAndGet();
            hangThroughInterrupts();
            return JPEG;
        }));
        CompletableFuture<Optional<Jpeg>> first = desk.picture(null, CAPTION, LIMIT);
        await().until(() -> captures.get() == 1);
        assertThat(first).isNotDone();

        time.advance(LIMIT);

        assertThat(first).isCompletedWithValue(Optional.empty());
        assertThat(desk.picture(null, CAPTION, LIMIT)).isCompletedWithValue(Optional.empty());
        assertThat(warnings).containsExactly("camera a: no picture within 5 s; messages go out without a picture");
        hang.countDown();
        await().until(() -> desk.picture(null, CAPTION, LIMIT).join().isPresent());
    }

    @Test
    void a_request_behind_a_hanging_one_ends_at_its_own_limit() {
        desk = desk(camera("a", () -> {
            hangThroughInterrupts();
            return JPEG;
        }));
        desk.picture(null, CAPTION, LIMIT);
        time.advance(Duration.ofSeconds(2));
        CompletableFuture<Optional<Jpeg>> second = desk.picture(null, CAPTION, LIMIT);

        time.advance(Duration.ofSeconds(3));
        assertThat(second).isNotDone();
        time.advance(Duration.ofSeconds(2));

        assertThat(second).isCompletedWithValue(Optional.empty());
    }

    @Test
    void one_warning_for_each_streak_of_failures() {
        List<Boolean> works = new CopyOnWriteArrayList<>(List.of(false, false, true, false));
        desk = desk(camera("a", () -> {
            if (works.remove(0)) {
                return JPEG;
            }
            throw new CameraException("cam.example refuses the connection");
        }));

        for (int i = 0; i < 4; i++) {
            desk.picture(null, CAPTION, LIMIT).join();
        }

        assertThat(warnings).hasSize(2).containsOnly(
                "camera a: cam.example refuses the connection; messages go out without a picture");
    }

    @Test
    void a_driver_that_breaks_does_not_end_the_desk() {
        AtomicInteger captures = new AtomicInteger();
        desk = desk(camera("a", () -> {
            if (captures.incrementAndGet() == 1) {
                throw new UnsatisfiedLinkError("/usr/lib/secret.so");
            }
            return JPEG;
        }));

        assertThat(desk.picture(null, CAPTION, LIMIT).join()).isEmpty();
        assertThat(desk.picture(null, CAPTION, LIMIT).join()).contains(JPEG);
        assertThat(warnings).first().asString().contains("UnsatisfiedLinkError");
    }

    @Test
    void one_capture_at_a_time() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        desk = desk(camera("a", () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return JPEG;
        }));

        List<CompletableFuture<Optional<Jpeg>>> pictures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 20; i++) {
            pictures.add(desk.picture(null, CAPTION, LIMIT));
        }

        assertThat(pictures).allSatisfy(picture -> assertThat(picture.join()).contains(JPEG));
        assertThat(most).hasValue(1);
    }

    @Test
    void closing_ends_all_requests() {
        desk = desk(camera("a", () -> {
            hangThroughInterrupts();
            return JPEG;
        }));
        CompletableFuture<Optional<Jpeg>> running = desk.picture(null, CAPTION, LIMIT);
        CompletableFuture<Optional<Jpeg>> waiting = desk.picture(null, CAPTION, LIMIT);

        desk.close();

        assertThat(running.join()).isEmpty();
        assertThat(waiting.join()).isEmpty();
        assertThat(desk.picture(null, CAPTION, LIMIT)).isCompletedWithValue(Optional.empty());
        assertThat(warnings).isEmpty();
    }

    private CameraDesk desk(Camera... cameras) {
        return new CameraDesk(List.of(cameras), time, THREADS, warnings::add);
    }

    /** As a native driver does. */
    private void hangThroughInterrupts() {
        while (hang.getCount() > 0) {
            try {
                hang.await();
            } catch (InterruptedException e) {
                // on purpose
            }
        }
    }

    private interface Capture {
        Jpeg take() throws CameraException;
    }

    private static Camera camera(String name, Capture capture) {
        return new Camera() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Jpeg capture(Caption caption, Duration limit) throws CameraException {
                return capture.take();
            }
        };
    }
}
